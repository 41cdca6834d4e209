import { DAY, daysBefore, timeOfDay } from '#view/day-times.ts';
import type { SnapshotDate, View } from '#view/view.ts';

/** A trend takes so many requests at most. */
export const MOST_REQUESTS = 60;

/** Each day takes two requests, one for its sums and one that shows which snapshot they are of. */
export const MOST_DAYS_ASKED = MOST_REQUESTS / 2;

/** The days of a trend, both included. */
export type DayRange = { readonly from: SnapshotDate; readonly to: SnapshotDate };

/** How many days a range has. */
export function daysIn({ from, to }: DayRange): number {
  return Math.round((timeOfDay(to) - timeOfDay(from)) / DAY) + 1;
}

/**
 * The days that a view's trend is about: the range that the view names, otherwise so many days up to the snapshot's
 * day.
 *
 * @param last the day of the view's snapshot
 */
export function rangeOf(
  { from, to, days }: Pick<View, 'from' | 'to' | 'days'>,
  last: SnapshotDate,
): DayRange {
  const end = to ?? last;
  const begin = from ?? daysBefore(end, days - 1);
  return begin <= end ? { from: begin, to: end } : { from: end, to: end };
}

/**
 * The days of a range that are asked for, newest first: all of them, or `most` at even distances where the range has
 * more.
 */
export function daysToAsk(range: DayRange, most = MOST_DAYS_ASKED): readonly SnapshotDate[] {
  const count = daysIn(range);
  const asked = Math.min(count, most);
  const step = asked > 1 ? (count - 1) / (asked - 1) : 0;
  return Array.from({ length: asked }, (_, index) => daysBefore(range.to, Math.round(index * step)));
}
