import type { Totals } from '#engine/engine.ts';
import { DAY, timeOfDay } from '#view/day-times.ts';
import type { SnapshotDate } from '#view/view.ts';

/** The figures of a snapshot in which jumps are looked for. */
export const JUMP_MEASURES = ['licensesSold', 'licensesDeployed'] as const;
export type JumpMeasure = (typeof JUMP_MEASURES)[number];

/** The sums of a snapshot on one day. */
export type DayFigures = { readonly date: SnapshotDate; readonly totals: Totals };

/** A change from one snapshot to the next that is far from the usual changes of its series. */
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

/** With fewer changes it cannot be told what is usual. */
export const FEWEST_CHANGES = 7;

// The median distance from the median, for normally distributed values, as a multiple of their standard deviation.
const MEDIAN_DISTANCE = 0.6745;

// The mean distance from the median, for normally distributed values, as a multiple of the median distance. It is used
// where most changes are equal, so that the median distance is 0 (IBM SPSS does so too).
const MEAN_TO_MEDIAN = MEDIAN_DISTANCE * 1.253_314;

// Where hardly anything ever changes, any change would be far from the others. So the distance is never less than one
// license, nor less than a thousandth of the series' figures.
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
    // There are days without a snapshot in between: the change is divided by the number of days.
    const days = Math.max(1, Math.round((timeOfDay(to) - timeOfDay(from)) / DAY));
    return [{ from, to, before, after, aDay: (after - before) / days }];
  });
}

/**
 * The jumps of a series: the changes a day, from one snapshot to the next, that are much further from their median than
 * most changes are. The jumps themselves hardly move a median.
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
