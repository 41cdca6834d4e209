import type { EngineTimes } from './measure.ts';
import type { Spread } from './statistics.ts';

/** A click on a bar of the app's page until all of it shows the answer. */
export type ClickTimes = {
  readonly rows: number;
  /** From the click to the paint that was the last to change anything, in milliseconds. */
  readonly repaint: Spread;
  /** The same where the pointer was on the bar 100 ms before. */
  readonly aimed: Spread;
  /** Main-thread tasks over 50 ms, as the browser reports them, in all clicks. */
  readonly longTasks: number;
};

/** One run of the benchmark, as it is written to `bench/results.json`. */
export type Results = {
  readonly versions: Readonly<Record<string, string>>;
  readonly cores: number;
  readonly sizes: readonly {
    readonly rows: number;
    /** Of all responses. */
    readonly bytes: number;
    readonly pages: number;
    readonly engines: readonly EngineTimes[];
  }[];
  readonly clicks: readonly ClickTimes[];
};
