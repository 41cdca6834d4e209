import { useSyncExternalStore } from 'react';
import { browserConnectivity, type Wait } from '#partner-center/activity.ts';

import { useSource } from './source.ts';

export type { Wait };

/** The requests that wait for another try, the one that is tried next first, and what the person can do about them. */
export function useWaits(): {
  readonly waits: readonly Wait[];
  readonly tryNow: () => void;
  readonly giveUp: () => void;
} {
  const { activity } = useSource();
  return {
    waits: useSyncExternalStore(activity.subscribe, activity.waits),
    tryNow: activity.tryNow,
    giveUp: activity.giveUp,
  };
}

/** Whether the machine has a network, as far as the browser knows. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(browserConnectivity.subscribe, browserConnectivity.isOnline);
}
