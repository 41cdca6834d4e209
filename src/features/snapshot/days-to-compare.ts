import { DAY, dayAt, timeOfDay } from '#view/day-times.ts';
import type { SnapshotDate } from '#view/view.ts';

/** Why a day is offered to compare with. */
export type Occasion = { readonly days: number } | 'monthEnd' | 'quarterEnd';

export type DayToCompare = {
  readonly date: SnapshotDate;
  /** There is mostly one; a day can be both the day before and the end of a month. */
  readonly occasions: readonly Occasion[];
};

const DAYS_BEFORE = [1, 7, 30];

const MONTHS_OF_QUARTER = 3;

/**
 * The days before a snapshot that are offered to compare it with, the newest first: a few days before, and the last day
 * of the month and of the quarter before the snapshot's own.
 */
export function daysToCompare(shown: SnapshotDate): readonly DayToCompare[] {
  const time = timeOfDay(shown);
  if (Number.isNaN(time)) return [];
  const of = new Date(time);
  const month = of.getUTCMonth();
  const offered: readonly (readonly [number, Occasion])[] = [
    ...DAYS_BEFORE.map((days) => [time - days * DAY, { days }] as const),
    [dayBeforeMonth(of, month), 'monthEnd'],
    [dayBeforeMonth(of, month - (month % MONTHS_OF_QUARTER)), 'quarterEnd'],
  ];
  return [...new Set(offered.map(([day]) => day))]
    .toSorted((a, b) => b - a)
    .map((day) => ({
      date: dayAt(day),
      occasions: offered.filter(([other]) => other === day).map(([, occasion]) => occasion),
    }));
}

/** The day before the first of a month, 0-based, in the year of a day. */
function dayBeforeMonth(of: Date, month: number): number {
  const first = new Date(of);
  first.setUTCMonth(month, 1);
  return first.valueOf() - DAY;
}
