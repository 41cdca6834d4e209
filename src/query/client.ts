import { notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { partnerCenterErrorOf } from '#partner-center/error.ts';
import { pinOf } from './asking.ts';
import { snapshotMissed } from './find-anew.ts';

declare module '@tanstack/react-query' {
  // Augmenting a module takes an interface.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Register {
    // Whatever was thrown: a type here would be a cast that nobody sees. `partnerCenterErrorOf` makes it the one error.
    defaultError: unknown;
  }
}

/**
 * The cache of answers. A snapshot never changes, so an answer about one never goes stale;
 * retrying is the endpoint client's business, which knows what a retry may mean. Where a snapshot is gone, the page
 * finds out which one is there now.
 */
export function createQueryClient(): QueryClient {
  // Each answer is drawn when it comes. By default they wait for a timer, and those of a whole page, which come one soon
  // after the other, are then drawn together: more than a frame's work.
  notifyManager.setScheduler(queueMicrotask);
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { queryKey }) => {
        const pin = pinOf(queryKey);
        if (pin === null || partnerCenterErrorOf(error).kind !== 'snapshotChanged') return;
        snapshotMissed(client, pin);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 30 * 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // The endpoint may be on this very machine: the browser's guess that there is no network stops nothing.
        networkMode: 'always',
        // Answers are readonly and can be large: comparing them field by field would cost more than it saves.
        structuralSharing: false,
      },
    },
  });
  return client;
}
