import type { Totals } from '#engine/engine.ts';
import { changeOf, measureOf, notDeployed, utilization } from '#engine/totals.ts';
import type { ChartBefore, PartBefore } from '#query/chart-before.ts';
import type { Measure } from '#view/view.ts';
import type { ChartGroups } from '#query/chart-groups.ts';
import type { Format } from '#ui/format.ts';
import type { Distribution } from './bands.ts';
import { valueOf } from './bars.ts';
import type { CustomerTarget } from '#ui/customer-link.tsx';
import type { FiguresTableRow } from '#ui/figures-table.tsx';
import { memberNames, type Texts } from './labels.ts';

export type FiguresTableContent = {
  readonly rows: readonly FiguresTableRow[];
  readonly total: FiguresTableRow;
  /** The rows that the total does not count, with a total of their own; null where there are none. */
  readonly leftOut: { readonly rows: readonly FiguresTableRow[]; readonly total: FiguresTableRow } | null;
};

/** Sold, deployed and not deployed, in the order of both tables' columns. */
function counts(totals: Totals, format: Format): readonly string[] {
  return [totals.licensesSold, totals.licensesDeployed, notDeployed(totals)].map(format.count);
}

/** The earlier figures of the chart's groups, and the figure that is compared. */
export type Compared = { readonly before: ChartBefore | null; readonly measure: Measure };

/** The figure that the chart is ranked by: its earlier value, and its change. */
function comparedFigures(
  after: Totals,
  before: Totals | null | undefined,
  measure: Measure,
  format: Format,
): readonly string[] {
  if (before === undefined) return ['', ''];
  const isShare = measure === 'utilization';
  const then = before === null ? null : measureOf(before, measure);
  const change = changeOf({ before, after }, measure);
  const none = format.percent(null);
  if (isShare) return [format.percent(then), format.points(change)];
  return [then === null ? none : format.count(then), change === null ? none : format.change(change)];
}

/** The idle or the short licenses, where the chart is ranked by them. */
function pairFigures(totals: Totals, measure: Measure, format: Format): readonly string[] {
  if (measure !== 'idle' && measure !== 'short') return [];
  const figure = totals[measure];
  return [figure === undefined ? format.percent(null) : format.count(figure)];
}

/**
 * The numbers of the main chart: its members, the sum of the others, and their total, which is that of the page. Each
 * has its utilization and, where the chart is compared, the earlier value of the figure that it is ranked by. The
 * members that the choice leaves out are apart below.
 */
export function memberTable(
  { counted, leftOut }: ChartGroups,
  t: Texts,
  format: Format,
  compared: Compared | null = null,
  customerOf: (value: string) => CustomerTarget | null = () => null,
): FiguresTableContent {
  const row = (
    key: string,
    name: string,
    totals: Totals,
    before: Totals | null | undefined,
  ): FiguresTableRow => ({
    key,
    name,
    figures: [
      ...counts(totals, format),
      format.percent(utilization(totals)),
      ...(compared === null ? [] : pairFigures(totals, compared.measure, format)),
      ...(compared === null || compared.before === null
        ? []
        : comparedFigures(totals, before, compared.measure, format)),
    ],
  });
  const linkOf = (value: string | null): Pick<FiguresTableRow, 'customer'> => {
    const customer = value === null ? null : customerOf(value);
    return customer === null ? {} : { customer };
  };
  const nameOf = memberNames([...counted.top, ...(leftOut?.top ?? [])], t);
  const rows = (
    { top, other }: ChartGroups['counted'],
    otherName: (values: { readonly groups: string }) => string,
    before: PartBefore | null | undefined,
  ) => [
    // JSON distinguishes a value from a missing value, and from our own words.
    ...top.map((group) => ({
      ...row(JSON.stringify(valueOf(group)), nameOf(valueOf(group)), group, before?.member(valueOf(group))),
      ...linkOf(valueOf(group)),
    })),
    ...(other === null
      ? []
      : [row('other', otherName({ groups: format.count(other.groups) }), other, before?.other ?? undefined)]),
  ];
  const before = compared?.before;
  return {
    rows: rows(counted, leftOut === null ? t.other : t.otherChosen, before?.counted),
    total: row(
      'total',
      t.total({ groups: format.count(counted.total.groups) }),
      counted.total,
      before?.counted.total,
    ),
    leftOut:
      leftOut === null || leftOut.total.groups === 0
        ? null
        : {
            rows: rows(leftOut, t.other, before?.leftOut),
            total: row(
              'total',
              t.leftOutTotal({ groups: format.count(leftOut.total.groups) }),
              leftOut.total,
              before?.leftOut?.total,
            ),
          },
  };
}

/** The numbers of the distribution: its bands, the customers without a utilization, and all customers. */
export function bandTable(
  distribution: Distribution,
  t: Texts,
  format: Format,
  before: Distribution | null = null,
): FiguresTableContent {
  const row = (
    name: string,
    { customers, totals }: { readonly customers: number; readonly totals: Totals },
    then: { readonly customers: number } | undefined,
  ): FiguresTableRow => ({
    key: name,
    name,
    figures: [
      format.count(customers),
      ...counts(totals, format),
      ...(then === undefined
        ? []
        : [format.count(then.customers), format.change(customers - then.customers)]),
    ],
  });
  return {
    rows: [
      ...distribution.bands.map((band, index) => row(band.name, band, before?.bands[index])),
      row(t.nothingSold, distribution.withoutSold, before?.withoutSold),
    ],
    total: row(t.allCustomers, distribution.total, before?.total),
    leftOut: null,
  };
}
