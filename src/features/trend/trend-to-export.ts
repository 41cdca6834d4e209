import type { Totals } from '#engine/engine.ts';
import { labelOf } from '#partner-center/fields.ts';
import { baseHeader, baseValues, type Exported, type ExportedRow } from '#query/exported.ts';
import { useKnownSnapshot } from '#query/use-license-deployment.ts';
import { useTrend, type Trend } from '#query/use-trend.ts';
import { useTexts } from '#ui/catalogue.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { figureTexts } from '#ui/figure-texts.ts';
import { useFormat } from '#ui/format.ts';
import { useView } from '#view/use-view.ts';
import { texts } from './texts.ts';

/** The sums of a day as a row; without figures where there are none. */
function rowOf(totals: Totals | null, of: ExportedRow): ExportedRow {
  return totals === null
    ? of
    : { ...of, licensesSold: totals.licensesSold, licensesDeployed: totals.licensesDeployed };
}

/**
 * The rows of a trend: one for each day that is asked for or, where it is split, one for each member on each day. A day
 * without a snapshot, or one that could not be read, has no figures.
 */
export function trendRows({ asked, points, split }: Pick<Trend, 'asked' | 'points' | 'split'>): readonly {
  readonly date: string;
  readonly row: ExportedRow;
}[] {
  const byDate = new Map(points.map((point) => [point.date, point]));
  return asked.flatMap((date) => {
    const point = byDate.get(date);
    if (split === null) return [{ date, row: rowOf(point?.totals ?? null, {}) }];
    const { field, members } = split;
    const label = labelOf(field);
    return members.map(({ key: [value = null], name }, at) => {
      const of: ExportedRow = { [field]: value, ...(label === undefined ? {} : { [label]: name }) };
      return { date, row: rowOf(point?.members[at] ?? null, of) };
    });
  });
}

/** The trend of the view, as far as it was read; null while days are being read. */
export function useTrendToExport(): Exported | null {
  const t = useTexts(texts);
  const names = useTexts(fieldTexts);
  const { trend: title } = useTexts(figureTexts);
  const format = useFormat();
  const { view } = useView();
  const snapshot = useKnownSnapshot(view);
  // The page has already asked for what is shown; nothing is asked for here.
  const trend = useTrend(view, true);
  if (trend === null || snapshot === null || trend.isFetching) return null;
  const { range, asked, missing, failed, split } = trend;
  const rows = trendRows(trend);
  return {
    date: range.to,
    columns: baseHeader(names),
    expected: () => rows.length,
    async *read() {
      yield { values: rows.map(({ date, row }) => baseValues(row, date)), total: rows.length };
    },
    about: () => ({
      snapshot: snapshot.processedDateTime,
      // Past days are not searched.
      search: '',
      groupedBy: split === null ? [] : [names[split.field]],
      summedBy: 'service',
      further: [
        [title, t.fromTo({ from: format.date(range.from), to: format.date(range.to) })],
        ...(missing.length === 0
          ? []
          : [
              [
                '',
                t.missing({ days: format.count(missing.length), all: format.count(asked.length) }),
              ] as const,
            ]),
        ...(split === null || split.others === 0
          ? []
          : [['', t.othersLeftOut({ count: format.count(split.others) })] as const]),
        ...(failed === 0 ? [] : [['', t.failed({ days: format.count(failed) })] as const]),
      ],
    }),
  };
}
