import type { Measure } from '#view/view.ts';
import type { Counts } from '#engine/snapshot/columns/table.ts';
import { BLOCK_ITEMS, type Numbers } from './numbers.ts';

/** Which elements of columns are sorted: item i is element `ids[i]`, or element i where there are no ids. */
export type Items = { readonly count: number; readonly ids: Uint32Array | null };

/** Copies the counts of the items that begin at item `from`. */
function take(counts: Counts, { ids }: Items, from: number, into: Float64Array): void {
  if (ids === null) {
    into.set(counts.subarray(from, from + into.length));
    return;
  }
  for (let at = 0; at < into.length; at += 1) into[at] = counts[ids[from + at]!]!;
}

/** Replaces what was sold by what is not deployed of it. */
function subtractFrom(sold: Float64Array, deployed: Float64Array): void {
  for (let at = 0; at < sold.length; at += 1) sold[at]! -= deployed[at]!;
}

/** Replaces what was sold by its utilization. */
function divideBy(sold: Float64Array, deployed: Float64Array): void {
  for (let at = 0; at < sold.length; at += 1) {
    sold[at] = sold[at] === 0 ? Number.NaN : deployed[at]! / sold[at]!;
  }
}

/** Counts of elements. */
export type Measurable = {
  readonly licensesSold: Counts;
  readonly licensesDeployed: Counts;
  readonly pairs?: { readonly idle: Counts; readonly short: Counts } | undefined;
};

/**
 * A measure by item; NaN where it is undefined: utilization where nothing was sold, and what elements have no counts
 * of.
 */
export function measured(
  { licensesSold, licensesDeployed, pairs }: Measurable,
  items: Items,
  measure: Measure,
): Numbers {
  const { count } = items;
  if (measure !== 'utilization' && measure !== 'licensesNotDeployed') {
    const counts = { licensesSold, licensesDeployed, ...pairs }[measure];
    if (counts === undefined) return { count, read: (_, into) => void into.fill(Number.NaN) };
    return { count, read: (from, into) => take(counts, items, from, into) };
  }
  const combine = measure === 'utilization' ? divideBy : subtractFrom;
  const deployed = new Float64Array(BLOCK_ITEMS);
  return {
    count,
    read(from, into) {
      const ofBlock = deployed.subarray(0, into.length);
      take(licensesSold, items, from, into);
      take(licensesDeployed, items, from, ofBlock);
      combine(into, ofBlock);
    },
  };
}
