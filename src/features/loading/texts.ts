import type { Catalogue } from '#ui/language.ts';

/** Numbers are given as formatted texts. */
type Texts = {
  readonly loading: string;
  readonly loaded: (loaded: string, total: string | null) => string;
  readonly all: (rows: number, formatted: string) => string;
  readonly timeLeft: (seconds: number) => string;
  readonly stop: string;
  readonly load: (rows: string | null) => string;
  readonly offer: (requests: string | null) => string;
  readonly settings: string;
  /** `rows` is null where the number is not known. */
  readonly overLimit: (rows: string | null, limit: string) => string;
};

export const texts: Catalogue<Texts> = {
  en: {
    loading: 'Loading licenses',
    loaded: (loaded, total) => (total === null ? `${loaded} rows` : `${loaded} of ${total} rows`),
    all: (rows, formatted) => (rows === 1 ? '1 row' : `All ${formatted} rows`),
    timeLeft: (seconds) =>
      seconds < 60 ? `${Math.max(1, Math.round(seconds))} s left` : `${Math.round(seconds / 60)} min left`,
    stop: 'Stop loading',
    load: (rows) => (rows === null ? 'Load all rows' : `Load ${rows} rows`),
    offer: (requests) =>
      `To sort, search and filter at once${requests === null ? '' : `, in ${requests} requests`}:`,
    settings: 'Rows in this browser',
    overLimit: (rows, limit) =>
      `${
        rows === null ? `There are more rows than the ${limit}` : `${rows} rows are more than the ${limit}`
      } you let into this browser. You can change that here:`,
  },
};
