import type { QueryClient } from '@tanstack/react-query';
import type { Summary } from '#engine/engine.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { scopedView } from '#view/customer-scope.ts';
import type { SnapshotDate, View } from '#view/view.ts';
import { answeringOf, queryOf, snapshotKey, SUMMARY, type Asking } from './asking.ts';
import type { DeploymentSource } from './source.ts';

// A new snapshot comes about once a day; a page left open asks again when the person comes back to it after an hour.
const LATEST_SNAPSHOT_STALE = 60 * 60_000;

/** The query that finds the snapshot of a day; null is the latest one. */
export function snapshotQuery({ accountId, findSnapshot }: DeploymentSource, date: SnapshotDate | null) {
  return {
    queryKey: snapshotKey(accountId, date),
    queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<Snapshot | null> =>
      findSnapshot(date, { signal }),
    ...(date === null ? { staleTime: LATEST_SNAPSHOT_STALE } : {}),
  };
}

/** How the first figures are asked for: once they are there, the rows may be loaded, behind them. */
export function askingForFigures({ loading }: DeploymentSource): Asking<Summary> {
  return {
    ...SUMMARY,
    ask: async (answering, options) => {
      const summary = await SUMMARY.ask(answering, options);
      if (answering.name === 'service') loading.follow(answering.snapshot);
      return summary;
    },
  };
}

/**
 * Asks for the snapshot of a view, and then for its first figures, before anything of the page is drawn. The page asks
 * the same, and gets the same answers, also where they are errors.
 */
export async function askFirst(client: QueryClient, source: DeploymentSource, shown: View): Promise<void> {
  const view = scopedView(shown);
  try {
    const snapshot = await client.query(snapshotQuery(source, view.processedDateTime));
    if (snapshot === null) return;
    const answering = answeringOf(source.engine, source.loading.engineOf(snapshot), view, snapshot);
    await client.query(queryOf(source.accountId, answering, askingForFigures(source)));
  } catch {
    // The page tells of it.
  }
}
