import { daysBefore, timeOfDay } from '#view/day-times.ts';
import type { SnapshotDate } from '#view/view.ts';

/** A day that is offered, and how long it is before the latest snapshot. */
export type EarlierDay = {
  readonly date: SnapshotDate;
  readonly before: { readonly days: number } | 'year';
};

const DAYS_BEFORE = [1, 7, 30, 90];

/**
 * The days before the latest snapshot that are offered, the newest first. The service has no list of its snapshots, so
 * there may be a snapshot of these days or not.
 */
export function earlierDays(latest: SnapshotDate): readonly EarlierDay[] {
  if (Number.isNaN(timeOfDay(latest))) return [];
  const days = DAYS_BEFORE.map((days) => ({ date: daysBefore(latest, days), before: { days } }));
  return [...days, { date: sameDayOfLastYear(latest), before: 'year' }];
}

function sameDayOfLastYear(date: SnapshotDate): SnapshotDate {
  const year = String(Number(date.slice(0, 'YYYY'.length)) - 1).padStart('YYYY'.length, '0');
  const monthAndDay = date.slice('YYYY'.length);
  // The last day of February in a leap year does not exist in the year before.
  return `${year}${monthAndDay === '-02-29' ? '-02-28' : monthAndDay}`;
}
