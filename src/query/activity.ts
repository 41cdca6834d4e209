import { useSyncExternalStore } from 'react';
import { browserConnectivity, type Wait } from '#partner-center/activity.ts';

import { useSource } from './source.ts';

export type { Wait };

/** What is being waited for before another try, the one tried next first, and the person's say in it. */
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
