import { bandsOf } from '#engine/bands.ts';
import type { Summary } from '#engine/engine.ts';
import { totalsOfGroups, withValue, type GroupSums } from './group/group-sums.ts';

/**
 * The figures of some rows, by their customers.
 *
 * @param tenants the rows' groups by `customerTenantId`; rows without one are of no customer
 */
export function summaryOf(tenants: GroupSums): Omit<Summary, 'coverage'> {
  const customers = withValue(tenants);
  return { totals: totalsOfGroups(tenants), customers: customers.count, ...bandsOfGroups(customers) };
}

/** What `bandsOf` says of the groups, without an object for each of them. */
function bandsOfGroups({ count, licensesSold, licensesDeployed }: GroupSums): ReturnType<typeof bandsOf> {
  const empty = bandsOf([]).bands;
  const from = Float64Array.from(empty, (band) => band.from);
  // Above 100 % there is no upper end; exactly 100 % is a band of its own, whose upper end is in it.
  const to = Float64Array.from(empty, (band) => band.to ?? Number.POSITIVE_INFINITY);
  const groups = new Uint32Array(empty.length);
  const sold = new Float64Array(empty.length);
  const deployed = new Float64Array(empty.length);
  let withoutSold = 0;
  let over = 0;
  for (let group = 0; group < count; group += 1) {
    const ownSold = licensesSold[group]!;
    const ownDeployed = licensesDeployed[group]!;
    if (ownDeployed > ownSold) over += 1;
    if (ownSold === 0) {
      withoutSold += 1;
      continue;
    }
    const used = ownDeployed / ownSold;
    let band = 0;
    while (used >= to[band]! && used !== from[band]!) band += 1;
    groups[band]! += 1;
    sold[band]! += ownSold;
    deployed[band]! += ownDeployed;
  }
  const bands = empty.map((band, at) => ({
    ...band,
    customers: groups[at] ?? 0,
    totals: { licensesSold: sold[at] ?? 0, licensesDeployed: deployed[at] ?? 0 },
  }));
  return { bands, customersWithoutSold: withoutSold, customersOver: over };
}
