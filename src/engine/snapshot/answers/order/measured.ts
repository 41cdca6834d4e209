import type { GroupMeasure } from '#view/view.ts';
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

/** What idle licenses are worth by item: as `idleValueOf` says of totals. */
function valued(pairs: Measurable['pairs'], items: Items): Numbers {
  const { count } = items;
  const worth = pairs?.worth;
  if (pairs === undefined || worth === undefined) return noNumbers(count);
  const [idle, priced] = [new Float64Array(BLOCK_ITEMS), new Float64Array(BLOCK_ITEMS)];
  return {
    count,
    read(from, into) {
      take(worth.value, items, from, into);
      take(pairs.idle, items, from, idle.subarray(0, into.length));
      take(worth.priced, items, from, priced.subarray(0, into.length));
      for (let at = 0; at < into.length; at += 1) {
        if (idle[at]! > 0 && priced[at] === 0) into[at] = Number.NaN;
      }
    },
  };
}

function noNumbers(count: number): Numbers {
  return { count, read: (_, into) => void into.fill(Number.NaN) };
}

/** Counts of elements. */
export type Measurable = {
  readonly licensesSold: Counts;
  readonly licensesDeployed: Counts;
  readonly pairs?:
    | {
        readonly idle: Counts;
        readonly short: Counts;
        readonly worth?: { readonly value: Counts; readonly priced: Counts } | undefined;
      }
    | undefined;
};

/**
 * A measure by item; NaN where it is undefined: utilization where nothing was sold, the value of
 * what is idle where nothing of it has a price, and what elements have no counts of.
 */
export function measured(
  { licensesSold, licensesDeployed, pairs }: Measurable,
  items: Items,
  measure: GroupMeasure,
): Numbers {
  const { count } = items;
  if (measure === 'idleValue') return valued(pairs, items);
  if (measure !== 'utilization' && measure !== 'licensesNotDeployed') {
    const counts = { licensesSold, licensesDeployed, idle: pairs?.idle, short: pairs?.short }[measure];
    if (counts === undefined) return noNumbers(count);
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
