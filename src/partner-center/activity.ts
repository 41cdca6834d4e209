import type { Clock } from './clock.ts';
import type { PartnerCenterError } from './error.ts';

/** A question that failed for a passing reason and will be asked again. */
export type Wait = {
  readonly error: PartnerCenterError;
  /** How often the question has been tried, and how often it will be tried at most. */
  readonly tries: number;
  readonly mostTries: number;
  /** When it will be tried again, in milliseconds since the epoch; null where it waits for a network. */
  readonly until: number | null;
};

/** The questions that the client lets wait, for the parts of the page that show them. */
export type Activity = {
  /** The waits. It is the same list until it changes. */
  readonly waits: () => readonly Wait[];
  readonly subscribe: (onChange: () => void) => () => void;
  /** Ends every wait: the questions are tried at once. */
  readonly tryNow: () => void;
  /**
   * Ends every wait: the questions fail with the error that they had. A question that has waited before and is being
   * tried meanwhile is not tried once more when that fails.
   */
  readonly giveUp: () => void;
};

/** Whether the machine has a network, as far as it knows. */
export type Connectivity = {
  readonly isOnline: () => boolean;
  readonly subscribe: (onChange: () => void) => () => void;
};

/** What the browser says about the network. "Online" may be wrong, "offline" is not. */
export const browserConnectivity: Connectivity = {
  isOnline: () => typeof window === 'undefined' || navigator.onLine,
  subscribe: (onChange) => {
    if (typeof window === 'undefined') return () => undefined;
    window.addEventListener('online', onChange);
    window.addEventListener('offline', onChange);
    return () => {
      window.removeEventListener('online', onChange);
      window.removeEventListener('offline', onChange);
    };
  },
};

export type WaitingRoom = Activity & {
  /**
   * Waits so many milliseconds, or until there is a network where `milliseconds` is null. Rejects when `signal` aborts.
   * Rejects with the error that the wait is about when waits are given up: during this wait, or since the wait before
   * it.
   *
   * @param before the result of the wait before, where the same question has waited already
   * @returns a number for the next wait of the same question
   */
  readonly wait: (
    milliseconds: number | null,
    about: Omit<Wait, 'until'>,
    signal: AbortSignal | undefined,
    before?: number,
  ) => Promise<number>;
};

/** The place where questions wait for their next try. The page can show them. */
export function createWaitingRoom(clock: Clock, connectivity: Connectivity): WaitingRoom {
  let waits: readonly Wait[] = [];
  const listeners = new Set<() => void>();
  const wakers = new Set<() => void>();
  let timesGivenUp = 0;

  function set(next: readonly Wait[]): void {
    waits = next;
    for (const listener of listeners) listener();
  }

  function untilOnline(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const unsubscribe = connectivity.subscribe(() => {
        if (!connectivity.isOnline()) return;
        unsubscribe();
        resolve();
      });
      signal.addEventListener('abort', () => {
        unsubscribe();
        reject(signal.reason as Error);
      });
      if (connectivity.isOnline()) {
        unsubscribe();
        resolve();
      }
    });
  }

  return {
    waits: () => waits,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    tryNow() {
      for (const wake of wakers) wake();
    },
    giveUp() {
      timesGivenUp += 1;
      for (const wake of wakers) wake();
    },
    async wait(milliseconds, about, signal, before = timesGivenUp) {
      signal?.throwIfAborted();
      if (before !== timesGivenUp) throw about.error;
      const awake = new AbortController();
      const onAbort = (): void => awake.abort();
      const wait: Wait = { ...about, until: milliseconds === null ? null : clock.now() + milliseconds };
      wakers.add(onAbort);
      signal?.addEventListener('abort', onAbort);
      set([...waits, wait]);
      try {
        await (milliseconds === null ? untilOnline(awake.signal) : clock.sleep(milliseconds, awake.signal));
      } catch (error) {
        // The wait was ended early. The question goes on, unless its own signal has aborted.
        if (!awake.signal.aborted) throw error;
      } finally {
        wakers.delete(onAbort);
        signal?.removeEventListener('abort', onAbort);
        set(waits.filter((other) => other !== wait));
      }
      signal?.throwIfAborted();
      if (before !== timesGivenUp) throw about.error;
      return before;
    },
  };
}
