import type { Summary, Totals, UtilizationBand } from '#engine/engine.ts';
import { add, utilization } from '#engine/totals.ts';
import type { CustomersInOrder } from '#query/use-customers.ts';
import type { Format } from '#ui/format.ts';
import type { Texts } from './labels.ts';

/** What it means for customers to be in a band. */
export type BandKind = 'below' | 'full' | 'over';

export type BandRow = {
  readonly kind: BandKind;
  /** The whole name: `20% to under 30%`. */
  readonly name: string;
  /** The text on the axis, without its unit: the lower end of a band, `>100` for everything above it. */
  readonly tick: string;
  readonly customers: number;
  readonly totals: Totals;
  /** The place of its customers among the view's customers. */
  readonly place: CustomersInOrder;
};

export type Distribution = {
  readonly bands: readonly BandRow[];
  readonly withoutSold: {
    readonly customers: number;
    /** The number of its customers that have licenses deployed. */
    readonly deploying: number;
    readonly totals: Totals;
  };
  readonly total: { readonly customers: number; readonly totals: Totals };
  /** The number of customers that deploy less than half of what was sold to them. */
  readonly lowUse: number;
  /** The number of customers with a utilization. */
  readonly customersWithSold: number;
};

function kindOf({ from, to }: UtilizationBand): BandKind {
  if (to === null) return 'over';
  return from === to ? 'full' : 'below';
}

/** Shares such as 0.3 have no exact binary form: 0.3 * 100 is not 30. */
const wholePercent = (share: number): number => Math.round(share * 100);

/**
 * The place of a band's customers in the order of utilization. Bands below full use are in ascending order, so that the
 * least used customers come first; the others are in descending order.
 */
function placeOf(
  { from, to, customers }: UtilizationBand,
  index: number,
  bands: readonly UtilizationBand[],
): CustomersInOrder {
  const descending = to === null || from === to;
  const before = descending ? bands.slice(index + 1) : bands.slice(0, index);
  return {
    sort: [{ field: 'utilization', descending }],
    place: before.reduce((sum, band) => sum + band.customers, 0),
    count: customers,
    has: (customer) => {
      const used = utilization(customer);
      if (used === null) return false;
      if (to === null) return used > from;
      return from === to ? used === from : used >= from && used < to;
    },
  };
}

/**
 * The same distribution where bands below full use are joined two by two. A band that is not an interval stays as it
 * is.
 */
function inWiderBands(bands: readonly UtilizationBand[]): readonly UtilizationBand[] {
  const isBelow = ({ from, to }: UtilizationBand): boolean => to !== null && from !== to;
  return bands.flatMap((band, index) => {
    if (!isBelow(band)) return [band];
    if (index % 2 === 1) return [];
    const next = bands[index + 1];
    if (next === undefined || !isBelow(next)) return [band];
    return [
      {
        from: band.from,
        to: next.to,
        customers: band.customers + next.customers,
        totals: add(band.totals, next.totals),
      },
    ];
  });
}

/**
 * The distribution of a summary with names for all bands; its rows add up to its total.
 *
 * @param isNarrow there is no room for all columns, so there are fewer and wider bands
 */
export function distributionOf(summary: Summary, t: Texts, format: Format, isNarrow = false): Distribution {
  const { bands, totals, customers, customersWithoutSold, customersOver } = summary;
  const shown = isNarrow ? inWiderBands(bands) : bands;
  const rows = shown.map((band, index): BandRow => {
    const kind = kindOf(band);
    const share = format.plainPercent(wholePercent(band.from));
    const names = {
      below: () => t.band({ from: share, to: format.plainPercent(wholePercent(band.to ?? 1)) }),
      full: () => t.exactly({ share }),
      over: () => t.above({ share }),
    };
    const end = format.count(wholePercent(band.from));
    return {
      kind,
      name: names[kind](),
      tick: kind === 'over' ? `>${end}` : end,
      customers: band.customers,
      totals: band.totals,
      place: placeOf(band, index, shown),
    };
  });
  const over = bands.filter(({ to }) => to === null).reduce((sum, band) => sum + band.customers, 0);
  const inBands = (figure: 'licensesSold' | 'licensesDeployed'): number =>
    bands.reduce((sum, band) => sum + band.totals[figure], 0);
  return {
    bands: rows,
    withoutSold: {
      customers: customersWithoutSold,
      deploying: customersOver - over,
      totals: {
        licensesSold: totals.licensesSold - inBands('licensesSold'),
        licensesDeployed: totals.licensesDeployed - inBands('licensesDeployed'),
      },
    },
    total: { customers, totals },
    lowUse: bands.filter(({ to }) => to !== null && to <= 0.5).reduce((sum, band) => sum + band.customers, 0),
    customersWithSold: customers - customersWithoutSold,
  };
}

/** A distribution in words: how many customers deploy little, and how many have no utilization. */
export function distributionWords(
  { lowUse, customersWithSold, withoutSold }: Distribution,
  t: Texts,
): string {
  const { customers, deploying } = withoutSold;
  const withoutUtilization = customersWithSold > 0 ? t.withoutSold : t.allWithoutSold;
  const sentences = [
    customersWithSold > 0 && t.lowUse({ low: lowUse, all: customersWithSold }),
    customers > 0 && withoutUtilization({ customers }),
    deploying > 0 && t.ofThemDeploying({ customers: deploying }),
  ];
  return sentences.filter((sentence) => sentence !== false).join(' ');
}
