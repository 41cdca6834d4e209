import type { Groups, Totals } from '#engine/engine.ts';
import { notDeployed, utilization } from '#engine/totals.ts';
import type { Format } from '#ui/format.ts';
import type { Distribution } from './bands.ts';
import { valueOf } from './bars.ts';
import type { FiguresTableRow } from './figures-table.tsx';
import { memberName, type Texts } from './labels.ts';

export type FiguresTableContent = {
  readonly rows: readonly FiguresTableRow[];
  readonly total: FiguresTableRow;
};

/** Sold, deployed, not deployed: as the columns of both tables have them. */
function counts(totals: Totals, format: Format): readonly string[] {
  return [totals.licensesSold, totals.licensesDeployed, notDeployed(totals)].map(format.count);
}

/** The main chart's numbers: its members, the others summed, and the total, each with its utilization. */
export function memberTable(groups: Groups, t: Texts, format: Format): FiguresTableContent {
  const row = (key: string, name: string, totals: Totals): FiguresTableRow => ({
    key,
    name,
    figures: [...counts(totals, format), format.percent(utilization(totals))],
  });
  const { top, other, total } = groups;
  return {
    rows: [
      // JSON keeps a value apart from no value, and from our own words.
      ...top.map((group) => row(JSON.stringify(valueOf(group)), memberName(valueOf(group), t), group)),
      ...(other === null ? [] : [row('other', t.other(format.count(other.groups)), other)]),
    ],
    total: row('total', t.total(format.count(total.groups)), total),
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
  };
}
