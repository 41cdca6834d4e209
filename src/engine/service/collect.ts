import { MAX_TOP, type PartnerCenterClient } from '#partner-center/client.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import type { Field } from '#partner-center/fields.ts';
import { wholeGroups } from '#partner-center/reading/merge-groups.ts';
import type { PinCheck } from '#partner-center/reading/pin-check.ts';
import { readPages, type ReadSoFar } from '#partner-center/reading/read-pages.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { pinned } from '#partner-center/reading/unmixed.ts';
import type { AskOptions, Coverage, DeploymentRow, Rows, ToRead } from '#engine/engine.ts';

/** What is read: some rows of one snapshot. The service can't search, so `search` says nothing here. */
export type Scope = Rows & { readonly snapshot: Snapshot };

/** Rows (or groups) of a question as far as they have been read, in the service's order. */
export type Collected = Pick<ReadSoFar, 'totalCount' | 'next' | 'isDated'> & {
  /** Once everything was read, groups that are equal are one; the service may have them apart. */
  readonly rows: readonly DeploymentRow[];
  /** As the service counts them: groups that it has apart are several, but for those of a filter in parts. */
  readonly rowsRead: number;
};

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

/** What reading on would take where some first responses are not all that there is. */
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
  // Until all are read, groups stay as the service has them: what an equal one adds may be on a later page.
  const whole = next === null && groupby.length > 0 ? wholeGroups(rows, groupby) : rows;
  // A group in two parts is one.
  const rowsRead = parts === 1 ? rows.length : whole.length;
  return { rows: whole, rowsRead, totalCount, next, isDated };
}

/**
 * Reads the rows (or groups) of a scope, 10,000 a response, from the beginning or from where an earlier reading ended.
 * What was read to its end is of the snapshot that was asked for: by its dates, or checked after it came, unless whoever
 * asks does that.
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
      // What came before a page that does not fit may be as wrong, so it is read again too.
      read: (isFirst) =>
        readThrough(client, scope, groupby, { ...options, from: isFirst ? options.from : undefined }),
      // A part is checked by who shows it: mostly it is read on, and checked when all is there.
      isSettled: ({ next, isDated }) => next !== null || isDated,
    },
    options,
  );
}
