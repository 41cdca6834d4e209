import type { Catalogue } from '#ui/language.ts';

/** Numbers come formatted. */
type Texts = {
  readonly loading: string;
  readonly loaded: (loaded: string, total: string | null) => string;
  readonly all: (rows: number, formatted: string) => string;
  readonly timeLeft: (seconds: number) => string;
  readonly stop: string;
  readonly load: (rows: string | null) => string;
  readonly offer: (requests: string | null) => string;
  readonly settings: string;
  readonly limit: string;
  readonly limitHint: string;
  /** The rows in the browser now, with the memory they take. */
  readonly inMemory: (rows: string, size: string) => string;
  /** What was typed, and a number as it is written here. */
  readonly limitWrong: (typed: string, example: string) => string;
  readonly keep: string;
  readonly keepHint: string;
  readonly nothingKept: string;
  readonly remove: (size: string) => string;
  readonly done: string;
  /** `rows` is null where nobody knows how many there are. */
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
    limit: 'Load at most (rows)',
    limitHint: 'A million rows take some 44 MB of memory while the page is open.',
    inMemory: (rows, size) => `The ${rows} rows here take ${size} now.`,
    limitWrong: (typed, example) =>
      `${typed === '' ? 'Nothing is entered.' : `“${typed}” is not a whole number.`} Enter how many rows, such as ${example}, or 0 for none.`,
    keep: 'Keep the rows on this device between visits',
    keepHint:
      'Opening the page again then needs no download. Signing out, another account or switching this off deletes them. The browser may leave what it deleted, the key as well, on the disk for a while: do not keep rows on a device whose files others can read.',
    nothingKept: 'Nothing is stored.',
    remove: (size) => `Delete stored rows (${size})`,
    done: 'Done',
    overLimit: (rows, limit) =>
      `${
        rows === null ? `There are more rows than the ${limit}` : `${rows} rows are more than the ${limit}`
      } you let into this browser. You can change that here:`,
  },
};
