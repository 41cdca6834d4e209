import type { Clock } from '#partner-center/clock.ts';

// What moves the page on, again and again. A click does so once.
const EVENTS = ['wheel', 'touchmove', 'scroll', 'keydown'] as const;

// Longer than it takes between two turns of a wheel or two letters. Milliseconds.
const REST = 250;
// Who scrolls on and on still gets somewhere: one piece of work each so many milliseconds.
const LONGEST_WAIT = 2_000;

/**
 * Lets work behind the page go second: each promise it gives resolves when nobody has scrolled or typed for a moment, or
 * two seconds after the one before it. On few cores what comes off the network takes them from the page that is being
 * scrolled, whichever thread reads it.
 *
 * @param target what the person's events pass through
 */
export function createInputRest(target: EventTarget, clock: Clock): (signal: AbortSignal) => Promise<void> {
  let lastInput = Number.NEGATIVE_INFINITY;
  const note = (): void => {
    lastInput = clock.now();
  };
  for (const event of EVENTS) target.addEventListener(event, note, { capture: true, passive: true });

  let lastGone = Number.NEGATIVE_INFINITY;
  return async (signal) => {
    for (;;) {
      const now = clock.now();
      const wait = Math.min(lastInput + REST, lastGone + LONGEST_WAIT) - now;
      if (!(wait > 0)) {
        lastGone = now;
        return;
      }
      await clock.sleep(wait, signal);
    }
  };
}
