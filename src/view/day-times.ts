import type { SnapshotDate } from './view.ts';

/** Milliseconds of a day. A snapshot's day is one on the calendar, in no zone: none is longer than another. */
export const DAY = 86_400_000;

/** When a day begins, in milliseconds since the epoch, as if it were one of UTC; NaN where the text is no day. */
export function timeOfDay(date: SnapshotDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The day of such a time. Inverse of `timeOfDay`. */
export function dayAt(time: number): SnapshotDate {
  return new Date(time).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** The day so many days before another. */
export function daysBefore(date: SnapshotDate, days: number): SnapshotDate {
  return dayAt(timeOfDay(date) - days * DAY);
}
