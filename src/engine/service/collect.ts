import {
  MAX_TOP,
  type Continuation,
  type LicenseDeploymentPage,
  type LicenseDeploymentQuery,
  type PartnerCenterClient,
} from '#partner-center/client.ts';
import { PartnerCenterError, type ErrorKind } from '#partner-center/error.ts';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import { splitFilter } from '#partner-center/filter/split.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import type { AskOptions, Coverage, DeploymentRow, Rows, Snapshot } from '#engine/engine.ts';
import { keyAsWritten, mergeGroups } from '#engine/merge-groups.ts';
import { addNumber, createDigest, textOfDigest, type Digest } from '#engine/snapshot/load/scan/digest.ts';
import { snapshotChanged, type PinCheck } from './pin-check.ts';
import { dayOf } from './snapshot.ts';

/** What is read: some rows of one snapshot. The service can't search, so `search` says nothing here. */
export type Scope = Rows & { readonly snapshot: Snapshot };

/** Rows (or groups) of a question as far as they have been read, in the service's order. */
export type Collected = {
  /** Once everything was read, groups that are equal are one; the service may have them apart. */
  readonly rows: readonly DeploymentRow[];
  /** As the service counts them: groups that it has apart are several, but for those of a filter in parts. */
  readonly rowsRead: number;
  /** The service's count; null where it gave none, or where parts of a split filter have counts that don't add up. */
  readonly totalCount: number | null;
  /** Where to read on; null: everything was read. */
  readonly next: Place | null;
  /**
   * The rows' own dates show that all of it is of the snapshot that was asked for. Groups have no dates, and an end that
   * is a page without rows has none: those are to be checked, see `PinCheck`.
   */
  readonly isDated: boolean;
};

/** A page of a part: a filter that is too long for one address is read in parts. */
type Place = { readonly part: number; readonly continuation: Continuation | null };

// How often a download is begun again when its pages turn out not to belong together.
const RESTARTS = 3;
// So many rows are not equal to others, in the same order, by chance.
const TELLING_PAGE = 100;

/** What an answer from collected rows rests on. */
export function coverageOf(scope: Scope, collected: Collected): Coverage {
  const { rowsRead, totalCount, next } = collected;
  return {
    engine: 'service',
    snapshot: scope.snapshot,
    filter: scope.filter,
    search: '',
    rowsRead,
    totalCount,
    countDisagrees: next === null && totalCount !== null && totalCount !== rowsRead,
  };
}

/**
 * Watches the dates of one reading: all of its rows are of the day that was asked for, and of one snapshot, the first
 * row's. A day can have several, and the service may write the pinned one in other words; rows without a date pass.
 *
 * @returns is given the dates of each page, in turn, and throws a PartnerCenterError where one is another
 */
export function watchDates(snapshot: Snapshot): (processedDateTimes: Iterable<string | undefined>) => void {
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

export function datesOf(rows: readonly DeploymentRow[]): readonly (string | undefined)[] {
  return rows.map(({ processedDateTime }) => processedDateTime);
}

/** A query for the rows (or groups) of a scope, a full response at a time. */
export function queryOf(scope: Scope, groupby: readonly Field[]): LicenseDeploymentQuery {
  return {
    filter: scope.filter,
    groupby,
    processedDateTime: scope.snapshot.processedDateTime,
    top: MAX_TOP,
    skip: 0,
  };
}

/**
 * The filters to ask for one after the other: the query's own where its address is short enough.
 *
 * @throws PartnerCenterError where it is not and can't be split soundly, or takes too many parts
 */
function partsOf(client: PartnerCenterClient, query: LicenseDeploymentQuery): readonly (Filter | null)[] {
  if (query.filter === null || client.fits(query)) return [query.filter];
  const parts = splitFilter(query.filter, (filter) => client.fits({ ...query, filter }));
  if (parts === 'indivisible') {
    throw new PartnerCenterError({
      kind: 'filterTooLong',
      description: 'The filter does not fit the service’s longest address and can’t be asked in parts.',
    });
  }
  if (parts === 'tooMany') {
    throw new PartnerCenterError({
      kind: 'tooManyParts',
      description: 'The filter would have to be asked in more parts than is sensible.',
    });
  }
  return parts;
}

function addValue(digest: Digest, value: string | null | undefined): void {
  addNumber(digest, value == null ? -1 : value.length);
  for (let at = 0; at < (value?.length ?? 0); at += 1) addNumber(digest, value?.charCodeAt(at) ?? 0);
}

/** What tells a page of rows from any other, in a few bytes. */
function digestOf(rows: readonly DeploymentRow[]): string {
  const digest = createDigest();
  for (const row of rows) {
    for (const field of FIELDS) addValue(digest, row[field]);
    addValue(digest, row.processedDateTime);
    addNumber(digest, row.licensesSold);
    addNumber(digest, row.licensesDeployed);
  }
  return textOfDigest(digest);
}

function overlap(description: string): PartnerCenterError {
  return new PartnerCenterError({ kind: 'pagesOverlap', description });
}

// What the service may say to a request for rows that it does not have. Anything else is no matter of the place asked.
const REFUSED: ReadonlySet<ErrorKind> = new Set([
  'invalidRequest',
  'notServed',
  'unavailable',
  'unreadableResponse',
]);

/** Has the service refused a page, as it may do with one behind the last row? */
export function isRefused(error: unknown): error is PartnerCenterError {
  return error instanceof PartnerCenterError && REFUSED.has(error.kind);
}

/**
 * Is what was refused behind the last row? Where the service names no next page, one is asked for after each that is
 * full: of as many rows as it counts none is missing then.
 */
export function isBehindEnd(error: unknown, rowsRead: number, totalCount: number | null): boolean {
  return isRefused(error) && rowsRead > 0 && rowsRead === totalCount;
}

/** Watches the pages of one part: each has to be new. */
function createWatch(groupby: readonly Field[]): (page: LicenseDeploymentPage) => void {
  const links = new Set<string>();
  const pages = new Set<string>();
  const groups = new Set<string>();
  return ({ rows, next }) => {
    // A page without rows may lead to itself, and the client counts those.
    if (next !== null && rows.length > 0) {
      if (links.has(next.paging)) throw overlap('The service’s next links lead round in a circle.');
      links.add(next.paging);
    }
    if (groupby.length > 0) {
      for (const row of rows) {
        // As it is written: the service may group two spellings of a value apart, and those are no repetition.
        const key = keyAsWritten(groupby.map((field) => row[field] ?? null));
        if (groups.has(key)) throw overlap(`The service sent a group twice: ${key}.`);
        groups.add(key);
      }
    } else if (rows.length >= TELLING_PAGE) {
      const page = digestOf(rows);
      if (pages.has(page)) throw overlap('The service sent a page twice.');
      pages.add(page);
    }
  };
}

/** All groups of a question, each once: the same one in two parts is their sum, and equal ones are one. */
export function wholeGroups(
  rows: readonly DeploymentRow[],
  groupby: readonly Field[],
): readonly DeploymentRow[] {
  // First as they are written: which spelling sold most is known when the parts are together.
  return mergeGroups(mergeGroups(rows, groupby, keyAsWritten), groupby);
}

type CollectOptions = AskOptions & {
  /** Follow the pages to the last one; otherwise one response is read, or more until one has rows. */
  readonly all: boolean;
  /** Where an earlier reading ended. */
  readonly from?: Collected | undefined;
  /** What answers without dates are checked by. */
  readonly pins: PinCheck;
  /** Changes whenever what was read is forgotten: then the pages of one reading may be of two snapshots. */
  readonly generation?: () => number;
};

async function readThrough(
  client: PartnerCenterClient,
  scope: Scope,
  groupby: readonly Field[],
  options: CollectOptions,
): Promise<Collected> {
  const { signal, onProgress, priority = 'visible', all, from, generation = () => 0 } = options;
  const begun = generation();
  const query = queryOf(scope, groupby);
  const parts = partsOf(client, query);
  const rows: DeploymentRow[] = [...(from?.rows ?? [])];
  let totalCount = from?.totalCount ?? null;
  let isDated = from?.isDated ?? groupby.length === 0;
  let next: Place | null = from === undefined ? { part: 0, continuation: null } : from.next;
  let watch = createWatch(groupby);
  const checkDates = watchDates(scope.snapshot);
  checkDates(datesOf(rows));
  // What was read before is watched too: the page it leads to may be the same once more.
  if (from !== undefined && next?.continuation) {
    watch({ rows: from.rows, totalCount, next: next.continuation });
  }
  while (next !== null) {
    const { part, continuation }: Place = next;
    let page: LicenseDeploymentPage;
    try {
      page = await client.licenseDeployment(
        { ...query, filter: parts[part] ?? null },
        {
          signal,
          // What is read on for is behind what the person looks at.
          priority: continuation === null ? priority : 'background',
          ...(continuation === null ? {} : { continuation }),
        },
      );
    } catch (error) {
      if (!isBehindEnd(error, rows.length, totalCount)) throw error;
      next = null;
      break;
    }
    if (all && generation() !== begun) {
      throw new PartnerCenterError({
        kind: 'snapshotChanged',
        description: 'What was read before this page has been forgotten.',
      });
    }
    checkDates(datesOf(page.rows));
    watch(page);
    for (const row of page.rows) rows.push(row);
    // The counts of several parts add up only where no group can be in two of them.
    totalCount = parts.length === 1 ? (totalCount ?? page.totalCount) : null;
    if (page.next !== null) {
      next = { part, continuation: page.next };
    } else {
      isDated &&= page.rows.length > 0;
      next = part + 1 < parts.length ? { part: part + 1, continuation: null } : null;
      watch = createWatch(groupby);
    }
    // What has been reached already is no count of what there is.
    const isCounted = totalCount !== null && (next === null || totalCount > rows.length);
    onProgress?.({ loaded: rows.length, total: isCounted ? totalCount : null });
    if (!all && rows.length > 0) break;
  }
  if (scope.filter === null && rows.length === 0) throw snapshotChanged(scope.snapshot);
  // Until all are read, groups stay as the service has them: what an equal one adds may be on a later page.
  const whole = next === null && groupby.length > 0 ? wholeGroups(rows, groupby) : rows;
  // A group in two parts is one.
  const rowsRead = parts.length === 1 ? rows.length : whole.length;
  return { rows: whole, rowsRead, totalCount, next, isDated };
}

/**
 * Reads until what was read belongs together: pages of two snapshots, or a page that came twice, are never mixed in;
 * the reading begins again, a few times, and then fails.
 *
 * @param read told whether it is the first reading
 */
export async function unmixed<T>(read: (isFirst: boolean) => Promise<T>): Promise<T> {
  for (let restarts = 0; ; restarts += 1) {
    try {
      return await read(restarts === 0);
    } catch (error) {
      const mixed =
        error instanceof PartnerCenterError &&
        (error.kind === 'snapshotChanged' || error.kind === 'pagesOverlap');
      if (!mixed || restarts === RESTARTS) throw error;
    }
  }
}

/**
 * Reads the rows (or groups) of a scope, 10,000 a response, from the beginning or from where an earlier reading ended.
 * What was read to its end is of the snapshot that was asked for: by its dates, or checked after it came.
 *
 * @throws PartnerCenterError, or the signal's AbortError
 */
export function collect(
  client: PartnerCenterClient,
  scope: Scope,
  groupby: readonly Field[],
  options: CollectOptions,
): Promise<Collected> {
  // What came before a page that does not fit may be as wrong, so it is read again too.
  return unmixed(async (isFirst) => {
    const read = (): Promise<Collected> =>
      readThrough(client, scope, groupby, { ...options, from: isFirst ? options.from : undefined });
    const collected = await (groupby.length > 0 ? options.pins.during(scope.snapshot, read) : read());
    // A part is checked by who shows it: mostly it is read on, and checked when all is there.
    if (collected.next !== null || collected.isDated) return collected;
    const outcome = await options.pins.check(scope.snapshot, options);
    // Once: a service that counts something else each time would be read for ever.
    if (isFirst && outcome === 'recounted') throw snapshotChanged(scope.snapshot);
    return collected;
  });
}
