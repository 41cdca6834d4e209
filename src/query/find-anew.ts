import type { QueryClient } from '@tanstack/react-query';
import { isSnapshotKey } from './asking.ts';

// The snapshots that turned out to be gone, by the client that answers the page.
const missed = new WeakMap<QueryClient, Set<string>>();

/** Asks again which snapshots the page is about. The promise settles when the answer has come or has failed. */
export function findAnew(client: QueryClient): Promise<void> {
  // A query that is under way already is new enough.
  return client.refetchQueries(
    { predicate: ({ queryKey }) => isSnapshotKey(queryKey), type: 'active' },
    { cancelRefetch: false },
  );
}

/**
 * Tells that a snapshot which was asked about is gone or was replaced. The page then asks which snapshot is there now,
 * once for each snapshot that is missed. Otherwise a service that has the snapshot one time and not the next would be
 * asked without end. After that the person can ask again.
 */
export function snapshotMissed(client: QueryClient, processedDateTime: string): void {
  const before = missed.get(client) ?? new Set();
  if (before.has(processedDateTime)) return;
  missed.set(client, before.add(processedDateTime));
  void findAnew(client);
}
