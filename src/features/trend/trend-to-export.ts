import type { Totals } from '#engine/engine.ts';
import { labelOf } from '#partner-center/fields.ts';
import {
  baseHeader,
  baseValues,
  type Exported,
  type ExportedRow,
  type ExportHeader,
} from '#query/exported.ts';
import { useKnownSnapshot } from '#query/use-license-deployment.ts';
import { useTrend, type Trend } from '#query/use-trend.ts';
import { useTexts } from '#ui/catalogue.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { figureTexts } from '#ui/figure-texts.ts';
import { useFormat } from '#ui/format.ts';
import { useView } from '#view/use-view.ts';
import { isOfPairs } from '#view/view.ts';
import { hasOthers } from './table-rows.ts';
import { texts } from './texts.ts';

/** The sums of a day as a row; without figures where there are none. */
function rowOf(totals: Totals | null, of: ExportedRow): ExportedRow {
  if (totals === null) return of;
  const { licensesSold, licensesDeployed, idle, short } = totals;
  const pairs = idle === undefined || short === undefined ? {} : { idle, short };
  return { ...of, licensesSold, licensesDeployed, ...pairs };
}

/**
 * The rows of a trend: one for each day that is asked for or, where it is split, one for each member on each day, and one
 * for the other members together where they are known. A day without a snapshot, or one that could not be read, has no
 * figures.
 *
 * @param others the name of the other members together
 */
export function trendRows(
  { asked, points, split }: Pick<Trend, 'asked' | 'points' | 'split'>,
  others: string,
): readonly {
  readonly date: string;
  readonly row: ExportedRow;
}[] {
  const byDate = new Map(points.map((point) => [point.date, point]));
  return asked.flatMap((date) => {
    const point = byDate.get(date);
    if (split === null) return [{ date, row: rowOf(point?.totals ?? null, {}) }];
    const { field, members } = split;
    const label = labelOf(field);
    const own = members.map(({ key: [value = null], name }, at) => {
      const of: ExportedRow = { [field]: value, ...(label === undefined ? {} : { [label]: name }) };
      return { date, row: rowOf(point?.members[at] ?? null, of) };
    });
    if (!hasOthers(split)) return own;
    return [...own, { date, row: rowOf(point?.other ?? null, { [label ?? field]: others }) }];
  });
}

/** The columns that only a trend of idle or missing licenses has. */
const PAIRS = ['idle', 'short'] as const;

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
  const further = isOfPairs(view.measure) ? PAIRS : [];
  const headers: ExportHeader = further.map((id) => ({ header: names[id], kind: 'count' }));
  const rows = trendRows(trend, t.other({ count: format.count(split?.others ?? 0) }));
  return {
    date: range.to,
    columns: [...baseHeader(names), ...headers],
    expected: () => rows.length,
    async *read() {
      yield {
        values: rows.map(({ date, row }) => [
          ...baseValues(row, date),
          ...further.map((id) => row[id] ?? null),
        ]),
        total: rows.length,
      };
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
        ...(split === null || split.others === 0 || split.isWhole
          ? []
          : [['', t.othersLeftOut({ count: format.count(split.others) })] as const]),
        ...(failed === 0 ? [] : [['', t.failed({ days: format.count(failed) })] as const]),
      ],
    }),
  };
}
