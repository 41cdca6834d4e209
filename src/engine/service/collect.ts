import { MAX_TOP, type PartnerCenterClient } from '#partner-center/client.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import type { Field } from '#partner-center/fields.ts';
import { wholeGroups } from '#partner-center/reading/merge-groups.ts';
import type { PinCheck } from '#partner-center/reading/pin-check.ts';
import { readPages, type ReadSoFar } from '#partner-center/reading/read-pages.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { pinned } from '#partner-center/reading/unmixed.ts';
import type { AskOptions, Coverage, DeploymentRow, Rows, ToRead } from '#engine/engine.ts';

/** What is read: some rows of one snapshot. The service can't search, so `search` has no effect here. */
export type Scope = Rows & { readonly snapshot: Snapshot };

/** The rows (or groups) of a question that have been read so far, in the service's order. */
export type Collected = Pick<ReadSoFar, 'totalCount' | 'next' | 'isDated'> & {
  /** After everything was read, equal groups are one; the service may have several. */
  readonly rows: readonly DeploymentRow[];
  /**
   * The number as the service counts: it counts equal groups that it has apart one by one. Groups of a filter that is
   * split into parts are counted after they were joined.
   */
  readonly rowsRead: number;
};

/** What an answer from collected rows is based on. */
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

/** What has to be read on, where some first responses do not have everything. */
export function toReadOf(readings: readonly Collected[]): ToRead {
  let rows = 0;
  let requests = 0;
  for (const { next, totalCount, rowsRead } of readings) {
    if (next === null) continue;
    if (totalCount === null || totalCount <= rowsRead) return { rows: null, requests: null };
    rows += totalCount;
    requests += Math.ceil(totalCount / MAX_TOP);
  }
  return { rows, requests };
}

type CollectOptions = AskOptions & {
  /** Follow the pages to the last one. Otherwise one response is read, or more until one has rows. */
  readonly all: boolean;
  /** The place where an earlier reading ended. */
  readonly from?: Collected | undefined;
  /** The check for answers without dates. */
  readonly pins: PinCheck;
  /**
   * A number that changes whenever the answers are forgotten: then the pages of one reading may be of two snapshots.
   */
  readonly generation?: () => number;
};

async function readThrough(
  client: PartnerCenterClient,
  { snapshot, filter }: Scope,
  groupby: readonly Field[],
  { all, from, generation = () => 0, ...options }: CollectOptions,
): Promise<Collected> {
  const begun = generation();
  const rows: DeploymentRow[] = [...(from?.rows ?? [])];
  let reached: ReadSoFar | null = null;
  for await (const page of readPages(client, { snapshot, filter, groupby }, { ...options, from })) {
    if (all && generation() !== begun) {
      throw new PartnerCenterError({
        kind: 'snapshotChanged',
        description: 'What was read before this page has been forgotten.',
      });
    }
    for (const row of page.rows) rows.push(row);
    reached = page;
    if (!all && rows.length > 0) break;
  }
  if (reached === null) throw new Error('A reading has at least one page.');
  const { totalCount, next, isDated, parts } = reached;
  // Until all pages are read, groups stay as the service has them: an equal group may be on a later page.
  const whole = next === null && groupby.length > 0 ? wholeGroups(rows, groupby) : rows;
  // A group that is in two parts is one.
  const rowsRead = parts === 1 ? rows.length : whole.length;
  return { rows: whole, rowsRead, totalCount, next, isDated };
}

/**
 * Reads the rows (or groups) of a scope, 10,000 for each response, from the beginning or from where an earlier reading
 * ended. A reading that came to its end is of the snapshot that was asked for: its dates show that, or it was checked
 * after it came.
 *
 * @throws PartnerCenterError, or the signal's AbortError
 */
export function collect(
  client: PartnerCenterClient,
  scope: Scope,
  groupby: readonly Field[],
  options: CollectOptions,
): Promise<Collected> {
  if (options.isUnchecked) return readThrough(client, scope, groupby, options);
  return pinned(
    options.pins,
    {
      snapshot: scope.snapshot,
      isUndated: groupby.length > 0,
      // The pages before one that does not belong to them may be wrong too, so they are read again.
      read: (isFirst) =>
        readThrough(client, scope, groupby, { ...options, from: isFirst ? options.from : undefined }),
      // The caller that shows only a part checks it. Mostly the reading goes on, and is checked when everything is
      // there.
      isSettled: ({ next, isDated }) => next !== null || isDated,
    },
    options,
  );
}
