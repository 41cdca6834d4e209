import type { Totals, UtilizationBand } from './engine.ts';
import { add, NO_LICENSES, notDeployed, utilization } from './totals.ts';

// There are tenths below full use, then a band for exactly full use, which a partner aims at, and one for more, which
// is a reason to ask the customer: neither may hide in the other.
const INTERVALS: readonly (readonly [from: number, to: number | null])[] = [
  [0, 0.1],
  [0.1, 0.2],
  [0.2, 0.3],
  [0.3, 0.4],
  [0.4, 0.5],
  [0.5, 0.6],
  [0.6, 0.7],
  [0.7, 0.8],
  [0.8, 0.9],
  [0.9, 1],
  [1, 1],
  [1, null],
];

function contains(from: number, to: number | null, used: number): boolean {
  if (to === null) return used > from;
  return from === to ? used === from : used >= from && used < to;
}

/**
 * The distribution of customers over utilization, the number of customers without one because nothing was sold to them,
 * and the number that have more deployed than sold, with or without a utilization.
 */
export function bandsOf(customers: Iterable<Totals>): {
  readonly bands: readonly UtilizationBand[];
  readonly customersWithoutSold: number;
  readonly customersOver: number;
} {
  const bands = INTERVALS.map(([from, to]) => ({ from, to, customers: 0, totals: NO_LICENSES }));
  let customersWithoutSold = 0;
  let customersOver = 0;
  for (const customer of customers) {
    if (notDeployed(customer) < 0) customersOver += 1;
    const used = utilization(customer);
    if (used === null) {
      customersWithoutSold += 1;
      continue;
    }
    const band = bands.find(({ from, to }) => contains(from, to, used));
    if (band === undefined) continue;
    band.customers += 1;
    band.totals = add(band.totals, customer);
  }
  return { bands, customersWithoutSold, customersOver };
}
