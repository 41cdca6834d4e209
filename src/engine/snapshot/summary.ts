import { bandsOf } from '#engine/bands.ts';
import type { Summary, Totals } from '#engine/engine.ts';
import type { EqualTexts } from './dictionary-index.ts';
import { totalsOfGroups, type GroupSums } from './groups.ts';
import { mergeEqual } from './merge-equal.ts';

/**
 * The figures of some rows, by their customers.
 *
 * @param tenants the rows' groups by `customerTenantId`
 * @param equal which tenant ids are equal: those are one customer; rows without one are of none
 */
export function summaryOf(tenants: GroupSums, equal: EqualTexts): Omit<Summary, 'coverage'> {
  const customers = mergeEqual(tenants, equal);
  return {
    totals: totalsOfGroups(tenants),
    customers: customers.count,
    ...bandsOf(eachTotals(customers)),
  };
}

function* eachTotals({ count, licensesSold, licensesDeployed }: GroupSums): Generator<Totals> {
  for (let group = 0; group < count; group += 1) {
    yield { licensesSold: licensesSold[group] ?? 0, licensesDeployed: licensesDeployed[group] ?? 0 };
  }
}
