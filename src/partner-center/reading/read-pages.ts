import {
  MAX_TOP,
  type CallOptions,
  type Continuation,
  type LicenseDeploymentQuery,
  type PartnerCenterClient,
} from '#partner-center/client.ts';
import type { Field } from '#partner-center/fields.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import type { Row } from '#partner-center/response.ts';
import { followPages } from './follow-pages.ts';
import { datesOf, digestOfRows, isBehindEnd, watchDates, watchGroups, watchRepeats } from './page-watch.ts';
import { snapshotChanged } from './pin-check.ts';
import type { Progress, ReadingOptions } from './progress.ts';
import type { Snapshot } from './snapshot.ts';

/** A question about all rows of a snapshot that a filter lets through. */
export type SnapshotQuery = {
  readonly snapshot: Snapshot;
  /** null where all rows pass. */
  readonly filter: Filter | null;
  /** Empty for rows that are not grouped. */
  readonly groupby: readonly Field[];
};

/** A page of a part: a filter that is too long for one address is read in parts. */
export type Place = { readonly part: number; readonly continuation: Continuation | null };

/** How far the pages of a question have been read. */
export type ReadSoFar = {
  /** The number of rows on the pages until now. */
  readonly rowsRead: number;
  /**
   * The service's count; null where it gave none, or where a filter was split into parts whose counts do not add up.
   */
  readonly totalCount: number | null;
  /** The place to read on from; null where everything was read. */
  readonly next: Place | null;
  /**
   * The dates of the rows show that all of them are of the snapshot that was asked for. Groups have no dates, and
   * neither has a last page without rows: such answers have to be checked, see `PinCheck`.
   */
  readonly isDated: boolean;
  /** The number of parts in which the filter is asked for. */
  readonly parts: number;
};

/** One page, in the service's order, and how far the reading is after it. */
export type PageOfRows = ReadSoFar & { readonly rows: readonly Row[] };

/** The place where an earlier reading of the same question ended, and the rows until there. */
export type EarlierReading = Pick<PageOfRows, 'rows' | 'totalCount' | 'next' | 'isDated'>;

export type ReadPagesOptions = ReadingOptions & {
  /** The reading goes on behind an earlier one; the pages are watched together with its rows. */
  readonly from?: EarlierReading | undefined;
};

/** The endpoint's query for all rows of a question, a full response at a time. */
export function queryOf({ snapshot, filter, groupby }: SnapshotQuery): LicenseDeploymentQuery {
  return { filter, groupby, processedDateTime: snapshot.processedDateTime, top: MAX_TOP, skip: 0 };
}

/** The filters to ask for one after the other: see `partsOf`, whose code few questions need. */
async function partsToAsk(
  client: PartnerCenterClient,
  query: LicenseDeploymentQuery,
): Promise<readonly (Filter | null)[]> {
  if (query.filter === null || client.fits(query)) return [query.filter];
  const { partsOf } = await import('./parts-of-filter.ts');
  return partsOf(client, query);
}

/** Watches the pages of one part: none may repeat. */
function watchPart(groupby: readonly Field[]): (rows: readonly Row[]) => void {
  if (groupby.length > 0) return watchGroups(groupby);
  const checkRepeat = watchRepeats();
  return (rows) => checkRepeat(rows.length, () => digestOfRows(rows));
}

/** A count that was reached although there are more pages is wrong, so it is not used. */
function progressOf({ rowsRead, totalCount, next }: ReadSoFar): Progress {
  const isCounted = totalCount !== null && (next === null || totalCount > rowsRead);
  return { loaded: rowsRead, total: isCounted ? totalCount : null };
}

/**
 * Reads the pages of a question, 10,000 rows each, to the last one. It follows the service's next links, also over
 * pages without rows, and asks in parts for a filter that is too long for one address. It watches that the pages belong
 * together: all are of one snapshot, and none of them comes twice.
 *
 * Pages that turn out not to belong together are worthless. So read the question within `unmixed`, or within `pinned`,
 * which also checks the snapshot of answers without dates; both begin anew then.
 *
 * @throws PartnerCenterError (`snapshotChanged`, `pagesOverlap`, and what the client throws), or the signal's
 * AbortError
 */
export async function* readPages(
  client: PartnerCenterClient,
  question: SnapshotQuery,
  { signal, priority = 'visible', onProgress, from }: ReadPagesOptions = {},
): AsyncGenerator<PageOfRows, void, undefined> {
  const { snapshot, filter, groupby } = question;
  const query = queryOf(question);
  const parts = await partsToAsk(client, query);
  const checkDates = watchDates(snapshot);
  checkDates(datesOf(from?.rows ?? []));
  let state: ReadSoFar = {
    rowsRead: from?.rows.length ?? 0,
    totalCount: from?.totalCount ?? null,
    next: from === undefined ? { part: 0, continuation: null } : from.next,
    isDated: from?.isDated ?? groupby.length === 0,
    parts: parts.length,
  };
  /** One page of a part; null where it lies behind the last row. */
  async function readPage(part: number, continuation: Continuation | undefined) {
    // The pages after the first have less priority than what the person looks at.
    const call: CallOptions = { signal, priority: continuation === undefined ? priority : 'background' };
    try {
      const page = await client.licenseDeployment(
        { ...query, filter: parts[part] ?? null },
        { ...call, ...(continuation === undefined ? {} : { continuation }) },
      );
      return { ...page, rowCount: page.rows.length };
    } catch (error) {
      if (!isBehindEnd(error, state.rowsRead, state.totalCount)) throw error;
      return null;
    }
  }
  while (state.next !== null) {
    const { part, continuation }: Place = state.next;
    const checkPage = watchPart(groupby);
    // The rows that were read before are watched too: the next page may be the same once more.
    if (from !== undefined && continuation !== null && part === from.next?.part) checkPage(from.rows);
    for await (const page of followPages(continuation ?? undefined, (next) => readPage(part, next))) {
      checkDates(datesOf(page.rows));
      checkPage(page.rows);
      const isLastPart = part + 1 === parts.length;
      const behind: Place | null = isLastPart ? null : { part: part + 1, continuation: null };
      state = {
        rowsRead: state.rowsRead + page.rowCount,
        // The counts of several parts do not add up, because a group can be in two of them.
        totalCount: parts.length === 1 ? (state.totalCount ?? page.totalCount) : null,
        next: page.next === null ? behind : { part, continuation: page.next },
        isDated: state.isDated && (page.next !== null || page.rowCount > 0),
        parts: parts.length,
      };
      onProgress?.(progressOf(state));
      yield { ...state, rows: page.rows };
    }
    // The next page lies behind the last row.
    if (state.next !== null && state.next.part === part) {
      state = { ...state, next: null };
      yield { ...state, rows: [] };
    }
  }
  if (filter === null && state.rowsRead === 0) throw snapshotChanged(snapshot);
}
