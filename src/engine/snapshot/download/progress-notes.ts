import type { Progress } from '#partner-center/reading/progress.ts';
import { createPace } from './rate-of-rows.ts';

// Milliseconds between two notes: no eye is faster, and each renders a part of the page.
const BETWEEN_NOTES = 100;

/** How far a download is. */
export type ProgressNote = Progress & {
  /** Estimated, whole seconds; null while nobody can say. */
  readonly secondsLeft: number | null;
};

/** Shows how far a download is, but not each page of it. */
export type ProgressNotes = {
  readonly reached: (progress: Progress) => void;
  /** Nothing is shown any more. */
  readonly end: () => void;
};

/**
 * @param show is given the first progress at once, and the latest again some ten times a second while it changes
 * @param now milliseconds
 */
export function createProgressNotes(show: (note: ProgressNote) => void, now: () => number): ProgressNotes {
  const pace = createPace(now());
  let shownAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: Progress = { loaded: 0, total: null };

  function showLatest(): void {
    clearTimeout(timer);
    timer = undefined;
    shownAt = now();
    const { loaded } = latest;
    // A count that has been passed was too small.
    const total = latest.total === null ? null : Math.max(latest.total, loaded);
    show({ loaded, total, secondsLeft: total === null ? null : pace.secondsFor(total - loaded) });
  }

  return {
    reached(progress) {
      latest = progress;
      pace.reached(progress.loaded, now());
      const wait = shownAt + BETWEEN_NOTES - now();
      if (wait <= 0) showLatest();
      else timer ??= setTimeout(showLatest, wait);
    },
    end: () => clearTimeout(timer),
  };
}
