import type { Clock } from './clock.ts';

export type VirtualClock = Clock & {
  /**
   * Runs some work to its end. The clock jumps to the next timer whenever nothing else is going on.
   * @param isIdle is nothing under way outside of the clock that may still end by itself?
   */
  readonly run: <T>(work: Promise<T>, isIdle?: () => boolean) => Promise<T>;
};

type Timer = { readonly at: number; readonly fire: () => void };

// So many turns of the event loop are enough for streams and promises to settle before time moves on.
const TURNS = 3;

/** A clock for tests: hours of waiting pass in no time, in the right order. */
export function createVirtualClock(start: number): VirtualClock {
  let now = start;
  const timers = new Set<Timer>();
  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason as Error);
          return;
        }
        const onAbort = (): void => {
          timers.delete(timer);
          reject(signal?.reason as Error);
        };
        const timer: Timer = {
          at: now + milliseconds,
          fire: () => {
            signal?.removeEventListener('abort', onAbort);
            resolve();
          },
        };
        timers.add(timer);
        signal?.addEventListener('abort', onAbort);
      }),
    async run(work, isIdle = () => true) {
      let settled = false;
      const done = work.finally(() => {
        settled = true;
      });
      // The rejection is handled below; until then it must not count as unhandled.
      done.catch(() => undefined);
      while (!settled) {
        for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        if (settled || !isIdle()) continue;
        const next = [...timers].toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined) continue;
        timers.delete(next);
        now = Math.max(now, next.at);
        next.fire();
      }
      return done;
    },
  };
}
