import { figureTexts } from '#ui/figure-texts.ts';
import type { Catalogue } from '#ui/language.ts';

/** Numbers and days are given as formatted texts. */
export type CompareTexts = {
  readonly noData: (asked: string) => string;
  readonly lookingFor: string;
  readonly nearest: (found: string) => string;
  readonly noneNear: string;
  readonly compareWith: (date: string) => string;
  readonly stopComparing: string;
  readonly otherDay: (asked: string, found: string) => string;
  readonly same: (date: string) => string;
  readonly later: (asked: string, shown: string) => string;
  readonly exchange: string;
  /** What can be compared only with all rows loaded: the rows of a search, single rows, or too many groups. */
  readonly needs: Readonly<Record<'search' | 'rows' | 'groups', string>>;
  readonly coming: string;
  /** Null where the number is not known. */
  readonly takes: (rows: string | null, requests: string | null) => string;
  readonly tooMany: string;
  readonly loadBoth: (rows: string | null) => string;
  readonly loading: (date: string) => string;
  readonly amount: (date: string, loaded: string, total: string | null) => string;
  /** `rows` is the number of rows in the browser; null while they are not there. */
  readonly compared: (date: string, rows: string | null) => string;
  readonly stop: (date: string) => string;
  readonly movers: string;
  readonly moversUp: string;
  readonly moversDown: string;
  readonly nobodyUp: string;
  readonly nobodyDown: string;
  readonly before: string;
  readonly change: string;
  readonly new: string;
  readonly gone: string;
  readonly noValue: string;
  /** The name of a value without a visible character. */
  readonly blank: string;
  readonly filterBy: (member: string) => string;
  readonly failed: string;
  readonly appeared: (count: number, customers: string) => string;
  readonly vanished: (count: number, customers: string) => string;
  readonly showAppeared: (customers: string) => string;
  readonly showVanished: (customers: string) => string;
};

export const texts: Catalogue<CompareTexts> = {
  en: {
    noData: (asked) => `The service has no snapshot of ${asked} to compare with.`,
    lookingFor: 'Looking for the nearest earlier day with data.',
    nearest: (found) => `The nearest earlier day with data is ${found}.`,
    noneNear: 'The ten days before it have none either. Choose another day.',
    compareWith: (date) => `Compare with ${date}`,
    stopComparing: 'Do not compare',
    otherDay: (asked, found) => `No snapshot for ${asked}; comparing with ${found}.`,
    same: (date) =>
      `The snapshot of ${date} is the one that is shown. Choose an earlier day to compare with.`,
    later: (asked, shown) =>
      `${asked} is after ${shown}, which is shown: a change is counted from the earlier day.`,
    exchange: 'Exchange the two days',
    needs: {
      search: 'What a search finds can be compared only from all rows of both days.',
      rows: 'Single rows can be compared only from all rows of both days.',
      groups: 'So many groups can be compared only from all rows of both days.',
    },
    coming: 'They are being loaded.',
    takes: (rows, requests) =>
      rows === null || requests === null ? '' : `That is ${rows} rows in ${requests} requests.`,
    tooMany: 'They are more than you let into this browser.',
    loadBoth: (rows) => (rows === null ? 'Load both days' : `Load both days (${rows} rows)`),
    loading: (date) => `Loading licenses of ${date}`,
    amount: (date, loaded, total) =>
      total === null ? `${date}: ${loaded} rows` : `${date}: ${loaded} of ${total} rows`,
    compared: (date, rows) =>
      rows === null ? `Compared with ${date}.` : `Compared with ${date}: ${rows} rows.`,
    stop: (date) => `Stop loading ${date}`,
    movers: figureTexts.english.movers,
    moversUp: 'Movers up',
    moversDown: 'Movers down',
    nobodyUp: 'Nothing went up.',
    nobodyDown: 'Nothing went down.',
    before: 'Before',
    change: 'Change',
    new: 'new',
    gone: 'gone',
    noValue: '(no value)',
    blank: '(blank)',
    filterBy: (member) => `Filter by ${member}`,
    failed: 'Could not be loaded.',
    appeared: (count, customers) => (count === 1 ? '1 customer new' : `${customers} customers new`),
    vanished: (count, customers) => (count === 1 ? '1 customer gone' : `${customers} customers gone`),
    showAppeared: (customers) => `${customers}: show them in the rows`,
    showVanished: (customers) => `${customers}: show them in the rows`,
  },
};
