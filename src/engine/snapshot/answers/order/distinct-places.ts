import type { Items, Measurable } from './measured.ts';
import { type Numbers, readBlocks } from './numbers.ts';
import type { SortColumn } from './radix-sort.ts';

// Indexes of 16 bits, from 1: what is looked up stays in the processor's second-level cache.
const MOST_DISTINCT = 2 ** 16 - 1;
// A customer has few licenses of one product: nearly all counts are below this, and of each two of them the utilization
// is looked up once. As many indexes of 16 bits as stay in that cache, too.
const FEW = 2 ** 8;

/**
 * The places of numbers among the different ones there are; those without a value (NaN) come last. Licenses of small
 * customers make few different utilizations, so that what is sorted are some thousand numbers, not a million.
 *
 * @returns null where there are more than 65,535 different ones
 */
export function distinctPlaces(numbers: Numbers, descending: boolean): SortColumn | null {
  const seen = createSeen(Math.min(numbers.count, MOST_DISTINCT));
  const indices = indicesOf(numbers, seen);
  return indices === null ? null : placesOf(indices, seen, descending);
}

/** The same for the utilization of some items. */
export function distinctUtilizations(
  { licensesSold, licensesDeployed }: Measurable,
  { count, ids }: Items,
  descending: boolean,
): SortColumn | null {
  const seen = createSeen(Math.min(count, MOST_DISTINCT));
  const indices = new Uint32Array(count);
  /** By two counts that are few, the index of their utilization; 0 where it has none, or is not known. */
  const indexOf = new Uint16Array(FEW * FEW);
  for (let item = 0; item < count; item += 1) {
    const id = ids === null ? item : ids[item]!;
    const sold = licensesSold[id]!;
    const deployed = licensesDeployed[id]!;
    const areFew = sold < FEW && deployed < FEW;
    const pair = areFew ? sold * FEW + deployed : 0;
    let index = indexOf[pair]!;
    if (index === 0) {
      if (sold === 0) continue;
      index = indexIn(seen, deployed / sold);
      if (index === 0) return null;
      if (areFew) indexOf[pair] = index;
    }
    indices[item] = index;
  }
  return placesOf(indices, seen, descending);
}

/** Replaces the index of each number by its place among the numbers seen. */
function placesOf(values: Uint32Array<ArrayBuffer>, seen: Seen, descending: boolean): SortColumn {
  const { count } = seen;
  const sorted = seen.distinct.subarray(0, count).toSorted();
  const placeOf = new Uint32Array(count + 1);
  placeOf[0] = count;
  for (const [rank, number] of sorted.entries()) {
    placeOf[indexIn(seen, number)] = descending ? count - 1 - rank : rank;
  }
  for (let item = 0; item < values.length; item += 1) values[item] = placeOf[values[item]!]!;
  return { values, places: count + 1 };
}

/** The different numbers seen so far, each with its index from 1 in the order in which they came. */
type Seen = {
  count: number;
  /** The number of index i is at i − 1. */
  readonly distinct: Float64Array<ArrayBuffer>;
  /** A hash table with open addressing: by slot the index of a number, or 0 where the slot is free. */
  readonly indexAt: Uint16Array<ArrayBuffer>;
  /** One number, and its bits. */
  readonly number: Float64Array<ArrayBuffer>;
  readonly bits: Uint32Array<ArrayBuffer>;
};

function createSeen(most: number): Seen {
  // Filled by half at most.
  const slots = 2 ** (32 - Math.clz32(2 * most));
  const number = new Float64Array(1);
  return {
    count: 0,
    distinct: new Float64Array(most),
    indexAt: new Uint16Array(slots),
    number,
    bits: new Uint32Array(number.buffer),
  };
}

/** The index of each number, 0 for NaN; new numbers are added. null where there is no room for one. */
function indicesOf(numbers: Numbers, seen: Seen): Uint32Array<ArrayBuffer> | null {
  const indices = new Uint32Array(numbers.count);
  const isAll = readBlocks(numbers, (block, from) => {
    for (let item = 0; item < block.length; item += 1) {
      const number = block[item]!;
      if (Number.isNaN(number)) continue;
      const index = indexIn(seen, number);
      if (index === 0) return false;
      indices[from + item] = index;
    }
    return true;
  });
  return isAll ? indices : null;
}

/** The index of a number (not NaN), which is added where it is new; 0 where there is no room for it. */
function indexIn(seen: Seen, number: number): number {
  const { distinct, indexAt, bits } = seen;
  const lastSlot = indexAt.length - 1;
  // 0 and −0 are equal but for their bits.
  seen.number[0] = number === 0 ? 0 : number;
  // A product carries each bit upwards, so the highest bits are the slot. The factors are odd and of no meaning.
  const product = Math.imul(bits[0]! ^ Math.imul(bits[1]!, 0x85eb_ca6b), 0x9e37_79b1);
  let slot = product >>> Math.clz32(lastSlot);
  let index = indexAt[slot]!;
  while (index !== 0 && distinct[index - 1] !== number) {
    slot = (slot + 1) & lastSlot;
    index = indexAt[slot]!;
  }
  if (index !== 0) return index;
  if (seen.count === distinct.length) return 0;
  distinct[seen.count] = number;
  seen.count += 1;
  indexAt[slot] = seen.count;
  return seen.count;
}
