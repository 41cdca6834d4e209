import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { partnerCenterErrorOf, type PartnerCenterError } from '#partner-center/error.ts';
import { nextTurn } from '#partner-center/turn.ts';
import { isSnapshotKey } from './asking.ts';
import { findAnew } from './find-anew.ts';

/** What went wrong with the questions now on the page, as one thing to tell. */
export type Trouble = {
  readonly error: PartnerCenterError;
  /** Asks every failed question again. */
  readonly retry: () => void;
};

// This is called for each event of the cache, and a click makes dozens of them: the condition that is rarely true is
// checked first.
function failedOnPage(client: QueryClient) {
  return client
    .getQueryCache()
    .getAll()
    .filter((query) => query.state.error !== null && query.state.fetchStatus === 'idle' && query.isActive());
}

/** Asks the failed questions again. Where a snapshot is gone, it first asks which one is there now. */
async function askAgain(client: QueryClient): Promise<void> {
  const isGone = failedOnPage(client).some(
    ({ state }) => partnerCenterErrorOf(state.error).kind === 'snapshotChanged',
  );
  if (isGone) {
    await findAnew(client);
    // Where it is another snapshot, the page asks about that one by itself, and the failed questions are no longer on
    // it.
    await nextTurn();
  }
  for (const query of failedOnPage(client)) {
    // A question that fails again becomes the page's trouble again, because the cache tells of it.
    if (!isGone || !isSnapshotKey(query.queryKey)) query.fetch().catch(() => undefined);
  }
}

/**
 * The trouble of the page: several parts mostly fail for one reason, so it is told once.
 * null while nothing has failed, or while what failed is being asked again.
 */
export function useTrouble(): Trouble | null {
  const client = useQueryClient();
  const subscribe = useCallback(
    (onChange: () => void) => client.getQueryCache().subscribe(onChange),
    [client],
  );
  const look = (): unknown => failedOnPage(client)[0]?.state.error ?? null;
  const error = useSyncExternalStore(subscribe, look, look);
  const retry = useCallback(() => void askAgain(client), [client]);
  return error === null ? null : { error: partnerCenterErrorOf(error), retry };
}
