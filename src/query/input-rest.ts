import type { Clock } from '#partner-center/clock.ts';

// The events that move the page on again and again. A click happens only once.
const EVENTS = ['wheel', 'touchmove', 'scroll', 'keydown'] as const;

// In milliseconds. It is longer than the time between two turns of a wheel or two letters.
const REST = 250;
// In milliseconds. After so long the work goes on even while the person still scrolls.
const LONGEST_WAIT = 10_000;

/**
 * Lets work behind the page wait for the person. The promise that it gives resolves when nothing has been scrolled or
 * typed for a moment, or after ten seconds without such a moment. On a machine with few cores, the data that comes off
 * the network takes processor time from the page that is being scrolled, whichever thread reads the data.
 *
 * @param target the element or window that the person's events pass through
 */
export function createInputRest(target: EventTarget, clock: Clock): (signal: AbortSignal) => Promise<void> {
  let began = Number.NEGATIVE_INFINITY;
  let lastInput = Number.NEGATIVE_INFINITY;
  const note = (): void => {
    const now = clock.now();
    if (now > lastInput + REST) began = now;
    lastInput = now;
  };
  for (const event of EVENTS) target.addEventListener(event, note, { capture: true, passive: true });

  return async (signal) => {
    for (;;) {
      const wait = Math.min(lastInput + REST, began + LONGEST_WAIT) - clock.now();
      if (!(wait > 0)) return;
      await clock.sleep(wait, signal);
    }
  };
}
