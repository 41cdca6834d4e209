import type { EngineTimes } from './measure.ts';
import type { Spread } from './statistics.ts';
import type { TakenAway } from './taking-report.ts';

/** A click on a bar of the app's page until all of it shows the answer. */
export type ClickTimes = {
  readonly rows: number;
  /** From the click to the paint that was the last to change anything, in milliseconds. */
  readonly repaint: Spread;
  /** The same where the pointer was on the bar 100 ms before. */
  readonly aimed: Spread;
  /** The same as `repaint` in a page that compares with an earlier snapshot, whose rows are loaded too. */
  readonly compared: Spread;
  /** Main-thread tasks over 50 ms, as the browser reports them, in all clicks. */
  readonly longTasks: number;
};

/** What the page's thread did during some loads of a snapshot. */
export type Smoothness = {
  /** A load, in milliseconds. */
  readonly ms: Spread;
  /** Tasks over 50 ms, as the browser reports them, in all loads: how long each took, in milliseconds. */
  readonly longTasks: readonly number[];
  /** In all loads. */
  readonly frames: number;
  /** Those among them that came after one was left out. */
  readonly lateFrames: number;
};

/** Loading a snapshot on demand: with nobody touching the page, and with somebody who types and scrolls. */
export type LoadingTimes = {
  readonly rows: number;
  readonly untouched: Smoothness;
  readonly used: Smoothness;
};

/** One run of the benchmark, as it is written to `bench/results.json`. */
export type Results = TakenAway & {
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
  readonly loading: readonly LoadingTimes[];
};
