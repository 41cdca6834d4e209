import type { Clock } from '#partner-center/clock.ts';

// What moves the page on, again and again. A click does so once.
const EVENTS = ['wheel', 'touchmove', 'scroll', 'keydown'] as const;

// Longer than it takes between two turns of a wheel or two letters. Milliseconds.
const REST = 250;
// Who scrolls on and on has to do so beside the work. Milliseconds.
const LONGEST_WAIT = 10_000;

/**
 * Lets work behind the page go second: the promise it gives resolves when nobody has scrolled or typed for a moment, or
 * when somebody has for ten seconds without one. On few cores what comes off the network takes them from the page that
 * is being scrolled, whichever thread reads it.
 *
 * @param target what the person's events pass through
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
