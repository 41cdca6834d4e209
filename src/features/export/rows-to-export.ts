import { targetOf, type Target } from '#query/remedy.ts';
import { needsPairs } from '#query/asking.ts';
import type { ShownRow } from '#query/comparison.ts';
import { baseHeader, type Exported, type ExportHeader } from '#query/exported.ts';
import { usePriceList } from '#query/prices.ts';
import { useAllRows, type SomeRows } from '#query/use-all-rows.ts';
import { changeTexts } from '#ui/change-texts.ts';
import { exportedTexts } from '#ui/exported-texts.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { useFormat, type Format } from '#ui/format.ts';
import { useTexts, type TextsOf } from '#ui/catalogue.ts';
import { answeredGroupby } from '#view/answered.ts';
import type { PriceList } from '#view/prices.ts';
import { useView } from '#view/use-view.ts';
import { effectiveGroupby } from '#view/view.ts';
import { furtherColumns, valuesOf, type FurtherColumn } from './columns.ts';
import { texts } from './texts.ts';

/** The lines about the prices that were used, and about how many idle licenses have a price. */
function aboutPrices(
  { source, currency, changed, basis }: PriceList,
  rows: SomeRows | null,
  t: TextsOf<typeof texts>,
  format: Format,
): readonly (readonly [string, string])[] {
  const { idle = 0, idlePriced = 0 } = rows?.totals ?? {};
  return [
    [
      t.aboutLines.prices,
      t.ownPrices({ basis: format.list([source ?? t.typedPrices, ...basis]), currency, changed }),
    ],
    [t.aboutLines.priced, t.pricedOf({ priced: format.count(idlePriced), idle: format.count(idle) })],
  ];
}

/** The header of a column of a remedy: it says which threshold the remedy leads to. */
function remedyHeader(target: Target, t: TextsOf<typeof texts>['assign'], format: Format): string {
  if (target.kind === 'utilization') return t.utilization({ percent: format.plainPercent(target.percent) });
  return target.below === 1 ? t.noneIdle : t.idleBelow({ licenses: format.count(target.below) });
}

/**
 * The rows (or groups) of the view with all their columns; null while they are not known.
 *
 * @param customer whose rows they all are, where the view is about one
 */
export function useRowsToExport(
  customer: Pick<ShownRow, 'customerTenantId' | 'customerName'> = {},
): Exported | null {
  const t = useTexts(texts);
  const names = {
    ...useTexts(fieldTexts),
    ...useTexts(changeTexts),
    ...useTexts(exportedTexts),
    idlePriced: t.idlePriced,
  };
  const format = useFormat();
  const { view } = useView();
  const prices = usePriceList() ?? null;
  const pricedView = { ...view, prices };
  const all = useAllRows(pricedView);
  if (all === null) return null;
  const { snapshot, before } = all;
  const isCompared = before !== null;
  // Idle licenses take pairs of customer and product, so only views that need these pairs have them.
  const hasPairs = !isCompared && needsPairs(pricedView);
  const list = hasPairs ? prices : null;
  const remedy = view.view === 'opportunities' && view.opportunity === 'idle' ? view : null;
  const further = furtherColumns({
    before: before?.date ?? null,
    hasPairs,
    isPriced: list !== null,
    remedy,
  });
  const headerOf = (id: FurtherColumn['id']): string => {
    if (id === 'assign' || id === 'drop') return remedyHeader(targetOf(view), t[id], format);
    return id === 'idleValue' ? t.idleValue({ currency: list?.currency ?? '' }) : names[id];
  };
  const headers: ExportHeader = further.map(({ id, kind }) => ({
    header: headerOf(id),
    kind,
  }));
  let last: SomeRows | null = null;
  return {
    date: snapshot.date,
    expected: all.expected,
    columns: [...baseHeader(names), ...headers],
    async *read(signal, onProgress) {
      for await (const some of all.read(signal, onProgress)) {
        last = some;
        yield {
          values: some.rows.map((row) => valuesOf({ ...customer, ...row }, snapshot.date, further)),
          total: some.total,
        };
      }
    },
    about: () => ({
      snapshot: snapshot.processedDateTime,
      search: view.search,
      groupedBy: (isCompared ? effectiveGroupby(view) : answeredGroupby(view)).map((field) => names[field]),
      summedBy: last?.coverage.engine ?? 'service',
      further: [
        ...(before === null ? [] : [[names.comparedWith, before.processedDateTime] as const]),
        ...(list === null ? [] : aboutPrices(list, last, t, format)),
      ],
    }),
  };
}
