import {
  MAX_TOP,
  type Continuation,
  type LicenseDeploymentPage,
  type LicenseDeploymentQuery,
  type PartnerCenterClient,
} from '#partner-center/client.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import type { Field } from '#partner-center/fields.ts';
import { splitFilter } from '#partner-center/filter/split.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import type { AskOptions, Coverage, DeploymentRow, Scope, Snapshot } from '#engine/engine.ts';
import { keyAsWritten, mergeGroups } from '#engine/merge-groups.ts';
import { dayOf } from './snapshot.ts';

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

function overlap(description: string): PartnerCenterError {
  return new PartnerCenterError({ kind: 'pagesOverlap', description });
}

/** Watches the pages of one part: each has to be new. */
function createWatch(groupby: readonly Field[]): (page: LicenseDeploymentPage) => void {
  const links = new Set<string>();
  const pages = new Set<string>();
  const groups = new Set<string>();
  return ({ rows, next }) => {
    if (next !== null) {
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
      const page = JSON.stringify(rows);
      if (pages.has(page)) throw overlap('The service sent a page twice.');
      pages.add(page);
    }
  };
}

/** All groups of a question, each once: the same one in two parts is their sum, and equal ones are one. */
function wholeGroups(rows: readonly DeploymentRow[], groupby: readonly Field[]): readonly DeploymentRow[] {
  // First as they are written: which spelling sold most is known when the parts are together.
  return mergeGroups(mergeGroups(rows, groupby, keyAsWritten), groupby);
}

type CollectOptions = AskOptions & {
  /** Follow the pages to the last one; otherwise one response is read. */
  readonly all: boolean;
  /** Where an earlier reading ended. */
  readonly from?: Collected | undefined;
  /** Changes whenever what was read is forgotten: then the pages of one reading may be of two snapshots. */
  readonly generation?: () => number;
};

async function readThrough(
  client: PartnerCenterClient,
  scope: Scope,
  groupby: readonly Field[],
  options: CollectOptions,
): Promise<Collected> {
  const { signal, onProgress, all, from, generation = () => 0 } = options;
  const begun = generation();
  const query = queryOf(scope, groupby);
  const parts = partsOf(client, query);
  const rows: DeploymentRow[] = [...(from?.rows ?? [])];
  let totalCount = from?.totalCount ?? null;
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
    const page: LicenseDeploymentPage = await client.licenseDeployment(
      { ...query, filter: parts[part] ?? null },
      {
        signal,
        // What is read on for is behind what the person looks at.
        priority: continuation === null ? 'visible' : 'background',
        ...(continuation === null ? {} : { continuation }),
      },
    );
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
    onProgress?.({ loaded: rows.length, total: totalCount });
    if (page.next !== null) {
      next = { part, continuation: page.next };
    } else {
      next = part + 1 < parts.length ? { part: part + 1, continuation: null } : null;
      watch = createWatch(groupby);
    }
    if (!all) break;
  }
  // Until all are read, groups stay as the service has them: what an equal one adds may be on a later page.
  const whole = next === null && groupby.length > 0 ? wholeGroups(rows, groupby) : rows;
  // A group in two parts is one.
  return { rows: whole, rowsRead: parts.length === 1 ? rows.length : whole.length, totalCount, next };
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
  return unmixed((isFirst) =>
    readThrough(client, scope, groupby, { ...options, from: isFirst ? options.from : undefined }),
  );
}
