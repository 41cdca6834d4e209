import type { Totals } from '#engine/engine.ts';
import { notDeployed, utilization } from '#engine/totals.ts';
import type { ChartGroups } from '#query/chart-groups.ts';
import type { Format } from '#ui/format.ts';
import type { Distribution } from './bands.ts';
import { valueOf } from './bars.ts';
import type { FiguresTableRow } from '#ui/figures-table.tsx';
import { memberNames, type Texts } from './labels.ts';

export type FiguresTableContent = {
  readonly rows: readonly FiguresTableRow[];
  readonly total: FiguresTableRow;
  /** Rows that the total does not count, with a total of their own; null where there are none. */
  readonly leftOut: { readonly rows: readonly FiguresTableRow[]; readonly total: FiguresTableRow } | null;
};

/** Sold, deployed, not deployed: as the columns of both tables have them. */
function counts(totals: Totals, format: Format): readonly string[] {
  return [totals.licensesSold, totals.licensesDeployed, notDeployed(totals)].map(format.count);
}

/**
 * The main chart's numbers: its members, the others summed, and their total, which is that of the page, each with its
 * utilization. What the choice among the members leaves out stands apart below.
 */
export function memberTable(
  { counted, leftOut }: ChartGroups,
  t: Texts,
  format: Format,
): FiguresTableContent {
  const row = (key: string, name: string, totals: Totals): FiguresTableRow => ({
    key,
    name,
    figures: [...counts(totals, format), format.percent(utilization(totals))],
  });
  const nameOf = memberNames([...counted.top, ...(leftOut?.top ?? [])], t);
  const rows = ({ top, other }: ChartGroups['counted'], otherName: (groups: string) => string) => [
    // JSON keeps a value apart from no value, and from our own words.
    ...top.map((group) => row(JSON.stringify(valueOf(group)), nameOf(valueOf(group)), group)),
    ...(other === null ? [] : [row('other', otherName(format.count(other.groups)), other)]),
  ];
  return {
    rows: rows(counted, leftOut === null ? t.other : t.otherChosen),
    total: row('total', t.total(format.count(counted.total.groups)), counted.total),
    leftOut:
      leftOut === null || leftOut.total.groups === 0
        ? null
        : {
            rows: rows(leftOut, t.other),
            total: row('total', t.leftOutTotal(format.count(leftOut.total.groups)), leftOut.total),
          },
  };
}

/** The distribution's numbers: its bands, the customers without one, and all of them. */
export function bandTable(distribution: Distribution, t: Texts, format: Format): FiguresTableContent {
  const row = (
    name: string,
    { customers, totals }: { readonly customers: number; readonly totals: Totals },
  ): FiguresTableRow => ({
    key: name,
    name,
    figures: [format.count(customers), ...counts(totals, format)],
  });
  return {
    rows: [
      ...distribution.bands.map((band) => row(band.name, band)),
      row(t.nothingSold, distribution.withoutSold),
    ],
    total: row(t.allCustomers, distribution.total),
    leftOut: null,
  };
}
