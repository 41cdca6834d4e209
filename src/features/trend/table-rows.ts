import { notDeployed, utilization } from '#engine/totals.ts';
import type { Trend } from '#query/use-trend.ts';
import type { FiguresTableRow } from '#ui/figures-table.tsx';
import type { Format } from '#ui/format.ts';
import type { RowMeasure } from '#view/view.ts';
import type { Line } from './lines.ts';

/** A trend's numbers, a row a snapshot, the oldest first; where it is split, with the figure of each member. */
export function tableRows(
  { asked, points, split }: Pick<Trend, 'asked' | 'points' | 'split'>,
  lines: readonly Line[],
  measure: RowMeasure,
  format: Pick<Format, 'count' | 'percent' | 'date'>,
): readonly FiguresTableRow[] {
  const written = (value: number | null): string => {
    if (measure === 'utilization') return format.percent(value);
    return value === null ? '—' : format.count(value);
  };
  return points.map(({ date, totals }) => {
    const at = asked.indexOf(date);
    return {
      key: date,
      name: format.date(date),
      figures: [
        format.count(totals.licensesSold),
        format.count(totals.licensesDeployed),
        format.count(notDeployed(totals)),
        format.percent(utilization(totals)),
        ...(split === null ? [] : lines.map(({ values }) => written(values[at] ?? null))),
      ],
    };
  });
}
