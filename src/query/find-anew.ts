import type { QueryClient } from '@tanstack/react-query';
import { isSnapshotKey } from './asking.ts';

// The snapshots that turned out to be gone, of the page that a client answers.
const missed = new WeakMap<QueryClient, Set<string>>();

/** Asks again which snapshots the page is about. Settles when that is known, or has failed. */
export function findAnew(client: QueryClient): Promise<void> {
  // One that is under way is new enough.
  return client.refetchQueries(
    { predicate: ({ queryKey }) => isSnapshotKey(queryKey), type: 'active' },
    { cancelRefetch: false },
  );
}

/**
 * A snapshot was asked about and is gone or was replaced: which one is there now is asked for, once for each that is
 * missed. A service that has it one time and not the next would else be asked without end; from then on the person does.
 */
export function snapshotMissed(client: QueryClient, processedDateTime: string): void {
  const before = missed.get(client) ?? new Set();
  if (before.has(processedDateTime)) return;
  missed.set(client, before.add(processedDateTime));
  void findAnew(client);
}
