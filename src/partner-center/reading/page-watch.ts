import type { Continuation } from '#partner-center/client.ts';
import { PartnerCenterError, type ErrorKind } from '#partner-center/error.ts';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import type { Row } from '#partner-center/response.ts';
import { dayOf } from './day.ts';
import { addNumber, addText, createDigest, textOfDigest, type Digest } from './digest.ts';
import { keyAsWritten, keyOf } from './group-key.ts';
import type { Snapshot } from './snapshot.ts';

// So many rows do not repeat by chance in the same order.
const TELLING_PAGE = 100;

// The errors with which the service may answer a request for rows that it does not have. Any other error has another
// reason.
const REFUSED: ReadonlySet<ErrorKind> = new Set([
  'invalidRequest',
  'notServed',
  'unavailable',
  'unreadableResponse',
]);

/** Has the service refused a page, as it may do where the page lies behind the last row? */
export function isRefused(error: unknown): error is PartnerCenterError {
  return error instanceof PartnerCenterError && REFUSED.has(error.kind);
}

/**
 * Is the refused page behind the last row? Where the service names no next page, one is asked for after each page that
 * is full. It is behind the last row if as many rows were read as the service counts.
 */
export function isBehindEnd(error: unknown, rowsRead: number, totalCount: number | null): boolean {
  return isRefused(error) && rowsRead > 0 && rowsRead === totalCount;
}

/** The error of a reading that would count rows twice. */
export function pagesOverlap(description: string): PartnerCenterError {
  return new PartnerCenterError({ kind: 'pagesOverlap', description });
}

/**
 * Watches the dates of one reading: all of its rows are of the day that was asked for, and of one snapshot, that of the
 * first row. A day can have several snapshots, and the service may write the time of the pinned one differently. Rows
 * without a date pass.
 *
 * @returns a function that is given the dates of each page, in turn, and throws a PartnerCenterError where a date is of
 * another snapshot
 */
export function watchDates(
  snapshot: Pick<Snapshot, 'date'>,
): (processedDateTimes: Iterable<string | undefined>) => void {
  let pinned: string | null = null;
  return (processedDateTimes) => {
    for (const processedDateTime of processedDateTimes) {
      if (processedDateTime === undefined || processedDateTime === pinned) continue;
      if (pinned === null && dayOf(processedDateTime) === snapshot.date) {
        pinned = processedDateTime;
        continue;
      }
      throw new PartnerCenterError({
        kind: 'snapshotChanged',
        description: `Asked for the snapshot of ${pinned ?? snapshot.date}, the service sent rows of ${processedDateTime}.`,
      });
    }
  };
}

/** The dates of rows, for `watchDates`. */
export function datesOf(rows: readonly Row[]): readonly (string | undefined)[] {
  return rows.map(({ processedDateTime }) => processedDateTime);
}

/**
 * Watches the next links of pages that are read one after the other: no link from a page with rows may come twice.
 *
 * @returns a function that is given each page's link and its number of rows, and throws a PartnerCenterError where the
 * links lead round in a circle
 */
export function watchLinks(): (next: Continuation | null, rowCount: number) => void {
  const links = new Set<string>();
  return (next, rowCount) => {
    if (next === null) return;
    // A page without rows may lead to itself; the client counts such pages.
    if (rowCount > 0 && links.has(next.paging)) {
      throw pagesOverlap('The service’s next links lead round in a circle.');
    }
    links.add(next.paging);
  };
}

/**
 * Watches pages of rows that are not grouped: none may come twice.
 *
 * @returns a function that is given what distinguishes each page from others, and throws a PartnerCenterError where the
 * page came before
 */
export function watchRepeats(): (rowCount: number, digest: () => string) => void {
  const pages = new Set<string>();
  return (rowCount, digest) => {
    if (rowCount < TELLING_PAGE) return;
    const page = digest();
    if (pages.has(page)) throw pagesOverlap('The service sent a page twice.');
    pages.add(page);
  };
}

/**
 * Watches groups: each may come only once.
 *
 * @returns a function that is given the groups of each page, and throws a PartnerCenterError where a group came before
 */
export function watchGroups(groupby: readonly Field[]): (groups: readonly Row[]) => void {
  const seen = new Set<string>();
  return (groups) => {
    for (const group of groups) {
      // The key is compared as it is written: the service may have two spellings of a value as two groups, and those
      // are not a repetition.
      const key = keyAsWritten(keyOf(group, groupby));
      if (seen.has(key)) throw pagesOverlap(`The service sent a group twice: ${key}.`);
      seen.add(key);
    }
  };
}

function addValue(digest: Digest, value: string | null | undefined): void {
  if (value == null) addNumber(digest, -1);
  else addText(digest, value);
}

// The texts of so many rows of a page, spread evenly, are looked at.
const SAMPLE = 256;

/** What distinguishes a page of rows from others, in a few bytes: the licenses of all rows, and the texts of some. */
export function digestOfRows(rows: readonly Row[]): string {
  const digest = createDigest();
  for (const row of rows) {
    addNumber(digest, row.licensesSold);
    addNumber(digest, row.licensesDeployed);
  }
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  for (let at = 0; at < rows.length; at += step) {
    const row = rows[at];
    for (const field of FIELDS) addValue(digest, row?.[field]);
    addValue(digest, row?.processedDateTime);
  }
  return textOfDigest(digest);
}
