import { notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { partnerCenterErrorOf } from '#partner-center/error.ts';
import { pinOf } from './asking.ts';
import { snapshotMissed } from './find-anew.ts';

declare module '@tanstack/react-query' {
  // Augmenting a module takes an interface.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Register {
    // The type of an error is unknown: any other type here would be a cast that cannot be seen. `partnerCenterErrorOf`
    // makes the one error of it.
    defaultError: unknown;
  }
}

/**
 * The cache of answers. A snapshot never changes, so an answer about one never goes stale. Retrying is left to the
 * endpoint's client, which knows what a retry may mean. Where a snapshot is gone, the page finds out which one is there
 * now.
 */
export function createQueryClient(): QueryClient {
  // Each answer is drawn as soon as it comes. By default answers wait for a timer. Those of a whole page come one soon
  // after the other, so they would be drawn together, and that takes longer than a frame.
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
        // The person asks again what has failed. A part of the page that appears because of the failure would otherwise
        // ask again, and be gone with it, without end.
        retryOnMount: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // The endpoint may be on this very machine, so requests are sent even where the browser believes that there is
        // no network.
        networkMode: 'always',
        // Answers are readonly and can be large: comparing them field by field would cost more than it saves.
        structuralSharing: false,
      },
    },
  });
  return client;
}
