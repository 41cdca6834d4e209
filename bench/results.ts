import type { EngineTimes } from './measure.ts';
import type { Spread } from './statistics.ts';
import type { TakenAway } from './taking-report.ts';

/** The times from a click on a bar of the app's page until all of it shows the answer. */
export type ClickTimes = {
  readonly rows: number;
  /** The time from the click to the last paint that changed anything, in milliseconds. */
  readonly repaint: Spread;
  /** The same time where the pointer was on the bar 100 ms before. */
  readonly aimed: Spread;
  /** The same time as `repaint` in a page that compares with an earlier snapshot, whose rows are loaded too. */
  readonly compared: Spread;
  /** The main-thread tasks over 50 ms in all clicks, as the browser reports them. */
  readonly longTasks: number;
};

/** The activity of the page's thread during some loads of a snapshot. */
export type Smoothness = {
  /** The time of a load, in milliseconds. */
  readonly ms: Spread;
  /** The lengths of the tasks over 50 ms in all loads, as the browser reports them, in milliseconds. */
  readonly longTasks: readonly number[];
  /** The number of frames in all loads. */
  readonly frames: number;
  /** The number of those frames before which one was left out. */
  readonly lateFrames: number;
};

/** Loading a snapshot on demand: once while the page is left alone, and once while a person types and scrolls. */
export type LoadingTimes = {
  readonly rows: number;
  readonly untouched: Smoothness;
  readonly used: Smoothness;
};

/** One run of the benchmark, in the form of `bench/results.json`. */
export type Results = TakenAway & {
  readonly versions: Readonly<Record<string, string>>;
  readonly cores: number;
  readonly sizes: readonly {
    readonly rows: number;
    /** The bytes of all responses. */
    readonly bytes: number;
    readonly pages: number;
    readonly engines: readonly EngineTimes[];
  }[];
  readonly clicks: readonly ClickTimes[];
  readonly loading: readonly LoadingTimes[];
};
