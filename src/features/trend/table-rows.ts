import { measureOf, notDeployed, utilization } from '#engine/totals.ts';
import type { Trend } from '#query/use-trend.ts';
import type { FiguresTableRow } from '#ui/figures-table.tsx';
import type { Format } from '#ui/format.ts';
import { isOfPairs, type Measure } from '#view/view.ts';
import type { Line } from './lines.ts';

/**
 * A trend's numbers, a row a snapshot, the oldest first; where it is split, with the figure of each member, and of the
 * others together where all were read.
 */
export function tableRows(
  { asked, points, split }: Pick<Trend, 'asked' | 'points' | 'split'>,
  lines: readonly Line[],
  measure: Measure,
  format: Pick<Format, 'count' | 'percent' | 'date'>,
): readonly FiguresTableRow[] {
  const written = (value: number | null): string => {
    if (measure === 'utilization') return format.percent(value);
    return value === null ? '—' : format.count(value);
  };
  return points.map(({ date, totals, other }) => {
    const at = asked.indexOf(date);
    return {
      key: date,
      name: format.date(date),
      figures: [
        format.count(totals.licensesSold),
        format.count(totals.licensesDeployed),
        format.count(notDeployed(totals)),
        format.percent(utilization(totals)),
        // These stand in the table only where one of them is looked at: each takes the pairs of every day.
        ...(isOfPairs(measure) ? [written(measureOf(totals, measure))] : []),
        ...(split === null ? [] : lines.map(({ values }) => written(values[at] ?? null))),
        ...(hasOthers(split) ? [written(other === null ? null : measureOf(other, measure))] : []),
      ],
    };
  });
}

/** Whether the members that have no line of their own are known together. */
export function hasOthers(split: Trend['split']): split is NonNullable<Trend['split']> {
  return split !== null && split.isWhole && split.others > 0;
}
