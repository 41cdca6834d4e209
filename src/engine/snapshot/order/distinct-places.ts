import type { SortColumn } from './radix-sort.ts';

// So many different numbers are looked up quickly: above it the table leaves the processor's caches.
const MOST_DISTINCT = 2 ** 16;

// In the loops below `as number` stands for what the compiler can't know: the index is within the array.

/**
 * The places of numbers among the different ones there are; those without a value (NaN) come last. Licenses of small
 * customers make few different utilizations, so that what is sorted are some thousand numbers, not a million.
 *
 * @returns null where there are more than 65,536 different ones
 */
export function distinctPlaces(numbers: Float64Array, descending: boolean): SortColumn | null {
  const seen = createSeen(Math.min(numbers.length, MOST_DISTINCT));
  const values = indicesOf(numbers, seen);
  if (values === null) return null;
  const { count } = seen;
  const sorted = seen.distinct.subarray(0, count).toSorted();
  const placeOf = new Uint32Array(count + 1);
  placeOf[0] = count;
  indicesOf(sorted, seen)?.forEach((index, rank) => {
    placeOf[index] = descending ? count - 1 - rank : rank;
  });
  for (let item = 0; item < values.length; item += 1)
    values[item] = placeOf[values[item] as number] as number;
  return { values, places: count + 1 };
}

/** The different numbers seen so far, each with its index from 1 in the order in which they came. */
type Seen = {
  count: number;
  /** The number of index i is at i − 1. */
  readonly distinct: Float64Array;
  /** A hash table with open addressing: by slot a number, and its index, or 0 where the slot is free. */
  readonly numberAt: Float64Array;
  readonly indexAt: Uint32Array;
};

function createSeen(most: number): Seen {
  // Filled by half at most.
  const slots = 2 ** (32 - Math.clz32(2 * most));
  return {
    count: 0,
    distinct: new Float64Array(most),
    numberAt: new Float64Array(slots),
    indexAt: new Uint32Array(slots),
  };
}

/** The index of each number, 0 for NaN; new numbers are added. null where there is no room for one. */
function indicesOf(numbers: Float64Array, seen: Seen): Uint32Array<ArrayBuffer> | null {
  const { distinct, numberAt, indexAt } = seen;
  const lastSlot = indexAt.length - 1;
  const shift = Math.clz32(lastSlot);
  const double = new Float64Array(1);
  const bits = new Uint32Array(double.buffer);
  const indices = new Uint32Array(numbers.length);
  for (let item = 0; item < indices.length; item += 1) {
    const number = numbers[item] as number;
    if (Number.isNaN(number)) continue;
    // −0 + 0 is 0: the two are equal but for their bits.
    double[0] = number + 0;
    // A product carries each bit upwards, so the highest bits are the slot. The factors are odd and of no meaning.
    const hash = Math.imul((bits[0] as number) ^ Math.imul(bits[1] as number, 0x85eb_ca6b), 0x9e37_79b1);
    let slot = hash >>> shift;
    let index = indexAt[slot] as number;
    while (index !== 0 && numberAt[slot] !== number) {
      slot = (slot + 1) & lastSlot;
      index = indexAt[slot] as number;
    }
    if (index === 0) {
      if (seen.count === distinct.length) return null;
      distinct[seen.count] = number;
      seen.count += 1;
      index = seen.count;
      numberAt[slot] = number;
      indexAt[slot] = index;
    }
    indices[item] = index;
  }
  return indices;
}
