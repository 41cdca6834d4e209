import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { partnerCenterErrorOf, type PartnerCenterError } from '#partner-center/error.ts';

/** What went wrong with the questions now on the page, as one thing to tell. */
export type Trouble = {
  readonly error: PartnerCenterError;
  /** Asks every failed question again. */
  readonly retry: () => void;
};

// Called for each event of the cache, of which a click makes dozens: what is rarely so is looked at first.
function failedOnPage(client: QueryClient) {
  return client
    .getQueryCache()
    .getAll()
    .filter((query) => query.state.error !== null && query.state.fetchStatus === 'idle' && query.isActive());
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
  const retry = useCallback(() => {
    for (const query of failedOnPage(client)) void query.fetch();
  }, [client]);
  return error === null ? null : { error: partnerCenterErrorOf(error), retry };
}
