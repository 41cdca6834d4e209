import type { SnapshotDate } from './view.ts';

/**
 * The milliseconds of a day. A snapshot's day is a day of the calendar without a time zone, so all days have the same
 * length.
 */
export const DAY = 86_400_000;

/**
 * The time when a day begins, in milliseconds since the epoch, as if it were a day of UTC; NaN where the text is no
 * day.
 */
export function timeOfDay(date: SnapshotDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The day of a time that `timeOfDay` gives. It is the inverse of `timeOfDay`. */
export function dayAt(time: number): SnapshotDate {
  return new Date(time).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** The day that comes so many days before another. */
export function daysBefore(date: SnapshotDate, days: number): SnapshotDate {
  return dayAt(timeOfDay(date) - days * DAY);
}
