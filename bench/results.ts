import type { EngineTimes } from './measure.ts';
import type { FlowTimes, StartTimes } from './start.ts';
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

/** Opening a customer's view from a loaded snapshot. */
export type CustomerTimes = {
  readonly rows: number;
  /** From the click to the paint that was the last to change anything but what the service is asked for. Milliseconds. */
  readonly repaint: Spread;
};

/** A trend of an endpoint that takes a while for each answer. All in milliseconds. */
export type TrendTimes = {
  readonly days: number;
  /** What the endpoint takes for each answer. */
  readonly answerMs: number;
  /** How many it is asked for, at most. */
  readonly requests: number;
  /** From the click to the paint of the first point. */
  readonly first: Spread;
  /** The same of the last one. */
  readonly all: Spread;
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
  readonly customers: readonly CustomerTimes[];
  /** Of one number of rows: nothing of it depends on how many there are. */
  readonly trends: readonly TrendTimes[];
  readonly loading: readonly LoadingTimes[];
  readonly starts: readonly StartTimes[];
  readonly flows: readonly FlowTimes[];
};

/** Lists by rows with those of a part in place of what they had of the same rows. */
function replaced<T extends { readonly rows: number }>(
  before: readonly T[],
  part: readonly T[],
): readonly T[] {
  const others = before.filter(({ rows }) => !part.some((own) => own.rows === rows));
  return [...others, ...part].toSorted((a, b) => a.rows - b.rows);
}

/**
 * Results with a part that was measured anew. What is compared was measured together, since a part has all engines at
 * some number of rows, or a whole table of the page.
 *
 * @throws Error where something else was measured then: other versions, another number of cores, or not all engines
 */
export function withPart(before: Results, part: Results): Results {
  const { versions, cores } = part;
  if (JSON.stringify([before.versions, before.cores]) !== JSON.stringify([versions, cores])) {
    throw new Error('The results before are of other versions: measure everything.');
  }
  for (const { rows, engines } of part.sizes) {
    const own = before.sizes.find((size) => size.rows === rows);
    if (own !== undefined && own.engines.length !== engines.length) {
      throw new Error('Engines are compared within one run: measure all of them.');
    }
  }
  return {
    versions,
    cores,
    sizes: replaced(before.sizes, part.sizes),
    clicks: replaced(before.clicks, part.clicks),
    customers: replaced(before.customers, part.customers),
    trends: part.trends.length === 0 ? before.trends : part.trends,
    loading: replaced(before.loading, part.loading),
    starts: part.starts.length === 0 ? before.starts : part.starts,
    flows: part.flows.length === 0 ? before.flows : part.flows,
    taking: replaced(before.taking, part.taking),
    script: replaced(before.script, part.script),
  };
}
