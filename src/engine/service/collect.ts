import {
  MAX_TOP,
  type Continuation,
  type LicenseDeploymentPage,
  type PartnerCenterClient,
} from '#partner-center/client.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import type { Field } from '#partner-center/fields.ts';
import type { AskOptions, Coverage, DeploymentRow, Scope, Snapshot } from '#engine/engine.ts';
import { dayOf } from './snapshot.ts';

/** Rows (or groups) of a question as far as they have been read, in the service's order. */
export type Collected = {
  readonly rows: readonly DeploymentRow[];
  /** The service's count, of the first response that gave one. */
  readonly totalCount: number | null;
  /** How to read on; null: everything was read. */
  readonly next: Continuation | null;
};

/** Nothing read yet. */
export const NOTHING_READ: Pick<Collected, 'rows' | 'totalCount'> = { rows: [], totalCount: null };

/** What an answer from collected rows rests on. */
export function coverageOf(scope: Scope, collected: Collected): Coverage {
  const { rows, totalCount, next } = collected;
  return {
    snapshot: scope.snapshot,
    filter: scope.filter,
    rowsRead: rows.length,
    totalCount,
    countDisagrees: next === null && totalCount !== null && totalCount !== rows.length,
  };
}

/** @throws PartnerCenterError where a row that carries a date is of another day than the pinned snapshot */
export function checkSnapshot(page: LicenseDeploymentPage, snapshot: Snapshot): void {
  for (const { processedDateTime } of page.rows) {
    if (processedDateTime === undefined || processedDateTime === snapshot.processedDateTime) continue;
    if (dayOf(processedDateTime) === snapshot.date) continue;
    throw new PartnerCenterError({
      kind: 'snapshotChanged',
      description: `Asked for the snapshot of ${snapshot.date}, the service sent rows of ${processedDateTime}.`,
    });
  }
}

/**
 * Reads the rows (or groups) of a scope, 10,000 a response, from the beginning or from where an earlier reading ended.
 *
 * @param options.all follow the pages to the last one; otherwise one response is read
 * @throws PartnerCenterError, or the signal's AbortError
 */
export async function collect(
  client: PartnerCenterClient,
  scope: Scope,
  groupby: readonly Field[],
  options: AskOptions & { readonly all: boolean; readonly from?: Collected },
): Promise<Collected> {
  const { signal, onProgress, all, from } = options;
  const rows: DeploymentRow[] = [...(from ?? NOTHING_READ).rows];
  let totalCount = (from ?? NOTHING_READ).totalCount;
  let next: Continuation | null | undefined = from?.next;
  while (next !== null) {
    const page: LicenseDeploymentPage = await client.licenseDeployment(
      {
        filter: scope.filter,
        groupby,
        processedDateTime: scope.snapshot.processedDateTime,
        top: MAX_TOP,
        skip: 0,
      },
      { signal, ...(next === undefined ? {} : { continuation: next }) },
    );
    checkSnapshot(page, scope.snapshot);
    for (const row of page.rows) rows.push(row);
    totalCount ??= page.totalCount;
    next = page.next;
    onProgress?.({ loaded: rows.length, total: totalCount });
    if (!all) break;
  }
  return { rows, totalCount, next: next ?? null };
}
