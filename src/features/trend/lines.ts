import type { Totals } from '#engine/engine.ts';
import { measureOf } from '#engine/totals.ts';
import type { Trend, TrendPoint } from '#query/use-trend.ts';
import { namesApart } from '#ui/names-apart.ts';
import type { Measure, SnapshotDate } from '#view/view.ts';

/** A line of the chart: its figure on each day that is asked for, oldest first; null where there is none. */
export type Line = {
  readonly name: string;
  readonly values: readonly (number | null)[];
};

function pointsByDay({ points }: Pick<Trend, 'points'>): ReadonlyMap<SnapshotDate, TrendPoint> {
  return new Map(points.map((point) => [point.date, point]));
}

/**
 * The lines of a trend: sold and deployed of all rows, another figure alone, or a line for each member. No value is
 * made up: a day without a snapshot, one that has not come yet, and one whose idle licenses were not read, has null.
 */
export function linesOf(
  trend: Pick<Trend, 'points' | 'asked' | 'split'>,
  measure: Measure,
  names: Readonly<Record<Measure, string>>,
  noValue: string,
): readonly Line[] {
  const byDay = pointsByDay(trend);
  const valuesOf = (totalsOf: (point: TrendPoint) => Totals | null | undefined, of: Measure) =>
    trend.asked.map((day) => {
      const point = byDay.get(day);
      const totals = point === undefined ? null : totalsOf(point);
      return totals == null ? null : measureOf(totals, of);
    });
  if (trend.split !== null) {
    const { members } = trend.split;
    // Two customers with one name are two lines.
    const named = namesApart(members.map(({ key, name }) => ({ id: key[0] ?? '', name: name ?? noValue })));
    return named.map((name, at) => ({
      name,
      values: valuesOf((point) => point.members[at], measure),
    }));
  }
  const drawn: readonly Measure[] =
    measure === 'licensesSold' || measure === 'licensesDeployed'
      ? ['licensesSold', 'licensesDeployed']
      : [measure];
  return drawn.map((of) => ({ name: names[of], values: valuesOf(({ totals }) => totals, of) }));
}

/**
 * Round values for the axis around all lines, at most seven. The axis begins at 0 only where a line comes near it:
 * otherwise a person could not see a change of some percent in a month, which is what a trend is for.
 */
export function ticksOf(lines: readonly Line[]): readonly number[] {
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null));
  if (values.length === 0) return [0, 1];
  const highest = Math.max(...values);
  const lowest = Math.min(...values);
  const isNearNothing = lowest >= 0 && lowest < (highest - lowest) / 2;
  const least = isNearNothing ? 0 : lowest;
  const most = highest === least ? least + (Math.abs(least) / 10 || 1) : highest;
  const rough = (most - least) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((each) => each >= rough) ?? 10 * power;
  const first = Math.floor(least / step);
  const last = Math.ceil(most / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
