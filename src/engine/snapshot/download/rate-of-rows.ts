// Milliseconds over which the rate is smoothed: long enough for pages that come in bursts.
const SMOOTHED_OVER = 5_000;
// Before so many milliseconds, and one page, a rate says nothing.
const TELLING = 1_000;

/** How fast rows come, from when they came. */
export type Pace = {
  /** So many rows have come in all, at `now` (milliseconds). Fewer than before: it begins anew. */
  readonly reached: (rows: number, now: number) => void;
  /** Whole seconds until so many more have come; null while nobody can say. */
  readonly secondsFor: (rows: number) => number | null;
};

/** A rate that forgets: rows and time both fade, so that what comes now counts for more than what came first. */
export function createPace(begin: number): Pace {
  let rows = 0;
  let last = begin;
  let fadedRows = 0;
  let fadedTime = 0;
  let began = begin;
  return {
    reached(reached, now) {
      if (reached < rows) {
        began = now;
        fadedRows = 0;
        fadedTime = 0;
      } else {
        const passed = Math.max(0, now - last);
        const kept = Math.exp(-passed / SMOOTHED_OVER);
        fadedRows = fadedRows * kept + (reached - rows);
        fadedTime = fadedTime * kept + passed;
      }
      rows = reached;
      last = now;
    },
    secondsFor(more) {
      if (last - began < TELLING || fadedRows === 0) return null;
      return Math.ceil(Math.round((more * fadedTime) / fadedRows) / 1000);
    },
  };
}
