import type { Totals } from '#engine/engine.ts';
import { DAY, timeOfDay } from '#view/day-times.ts';
import type { SnapshotDate } from '#view/view.ts';

/** The figures of a snapshot that are looked at for jumps. */
export const JUMP_MEASURES = ['licensesSold', 'licensesDeployed'] as const;
export type JumpMeasure = (typeof JUMP_MEASURES)[number];

/** What a series of snapshots says on one day. */
export type DayFigures = { readonly date: SnapshotDate; readonly totals: Totals };

/** A change from one snapshot to the next that is beyond what its series shows. */
export type FoundJump = {
  readonly measure: JumpMeasure;
  readonly from: SnapshotDate;
  readonly to: SnapshotDate;
  readonly before: number;
  readonly after: number;
  /** The median change a day of the series. */
  readonly usual: number;
  /** The modified z-score, always above `MOST_USUAL`. */
  readonly score: number;
};

/**
 * A change is a jump where its modified z-score is above this: Boris Iglewicz and David Hoaglin, How to Detect and Handle
 * Outliers (1993), chapter 3, who recommend 3.5.
 */
export const MOST_USUAL = 3.5;

/** Of fewer changes nobody can tell what is usual. */
export const FEWEST_CHANGES = 7;

// The median distance from the median, of values that are normally distributed, by their standard deviation.
const MEDIAN_DISTANCE = 0.6745;

// The same of the mean distance, by the median one: it counts where most changes are the same, so that the median distance
// is nothing (IBM SPSS does so too).
const MEAN_TO_MEDIAN = MEDIAN_DISTANCE * 1.253_314;

// Where hardly anything ever changes, any change would be far from the others. So the distance never counts as less than a
// license, or a thousandth of what the series is about.
const LEAST_DISTANCE = 1;
const LEAST_SHARE = 0.001;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function median(values: readonly number[]): number {
  const inOrder = values.toSorted((a, b) => a - b);
  const middle = inOrder.length >> 1;
  const upper = inOrder[middle] ?? 0;
  return inOrder.length % 2 === 1 ? upper : ((inOrder[middle - 1] ?? 0) + upper) / 2;
}

type DayChange = Pick<FoundJump, 'from' | 'to' | 'before' | 'after'> & { readonly aDay: number };

function changesOf(series: readonly DayFigures[], measure: JumpMeasure): readonly DayChange[] {
  return series.slice(1).flatMap(({ date: to, totals }, at) => {
    const earlier = series[at];
    if (earlier === undefined) return [];
    const { date: from } = earlier;
    const [before, after] = [earlier.totals[measure], totals[measure]];
    // Days without a snapshot lie between: what changed is spread over them.
    const days = Math.max(1, Math.round((timeOfDay(to) - timeOfDay(from)) / DAY));
    return [{ from, to, before, after, aDay: (after - before) / days }];
  });
}

/**
 * The jumps of a series: changes a day, from one snapshot to the next, that are further from their median than the median
 * of all these distances makes likely. A median is not moved by the jumps themselves.
 *
 * @param series each snapshot once, oldest first
 */
export function jumpsIn(series: readonly DayFigures[]): readonly FoundJump[] {
  if (series.length <= FEWEST_CHANGES) return [];
  return JUMP_MEASURES.flatMap((measure) => {
    const changes = changesOf(series, measure);
    const usual = median(changes.map(({ aDay }) => aDay));
    const distances = changes.map(({ aDay }) => Math.abs(aDay - usual));
    const distance = Math.max(
      median(distances) || MEAN_TO_MEDIAN * mean(distances),
      LEAST_DISTANCE,
      LEAST_SHARE * median(series.map(({ totals }) => totals[measure])),
    );
    return changes.flatMap(({ aDay, ...change }) => {
      const score = (MEDIAN_DISTANCE * Math.abs(aDay - usual)) / distance;
      return score > MOST_USUAL ? [{ measure, ...change, usual, score }] : [];
    });
  });
}
