import type { Summary, Totals, UtilizationBand } from '#engine/engine.ts';
import type { Format } from '#ui/format.ts';
import type { Texts } from './labels.ts';

/** What a band says of its customers. */
export type BandKind = 'below' | 'full' | 'over';

export type BandRow = {
  readonly kind: BandKind;
  /** In full: `20% to under 30%`. */
  readonly name: string;
  /** On the axis, without its unit: the lower end of a band, `>100` for what lies over it. */
  readonly tick: string;
  readonly customers: number;
  readonly totals: Totals;
};

export type Distribution = {
  readonly bands: readonly BandRow[];
  readonly withoutSold: { readonly customers: number; readonly totals: Totals };
  readonly total: { readonly customers: number; readonly totals: Totals };
  /** Customers that deploy less than half of what was sold to them. */
  readonly lowUse: number;
  /** Customers with a utilization. */
  readonly customersWithSold: number;
};

function kindOf({ from, to }: UtilizationBand): BandKind {
  if (to === null) return 'over';
  return from === to ? 'full' : 'below';
}

function wholePercent(share: number, format: Format): string {
  // Shares such as 0.3 are no binary numbers: 0.3 * 100 is not 30.
  return format.count(Math.round(share * 100));
}

/** A summary's distribution, named and complete: its rows add up to its total. */
export function distributionOf(summary: Summary, t: Texts, format: Format): Distribution {
  const { bands, totals, customers, customersWithoutSold } = summary;
  const rows = bands.map((band): BandRow => {
    const kind = kindOf(band);
    const from = wholePercent(band.from, format);
    const names = {
      below: () => t.band(from, wholePercent(band.to ?? 1, format)),
      full: () => t.exactly(from),
      over: () => t.above(from),
    };
    return {
      kind,
      name: names[kind](),
      tick: kind === 'over' ? `>${from}` : from,
      customers: band.customers,
      totals: band.totals,
    };
  });
  const inBands = (figure: keyof Totals): number => bands.reduce((sum, band) => sum + band.totals[figure], 0);
  return {
    bands: rows,
    withoutSold: {
      customers: customersWithoutSold,
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
