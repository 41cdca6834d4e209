import { type Numbers, numbersOf, readBlocks } from './numbers.ts';
import type { SortColumn } from './radix-sort.ts';

// Indexes of 16 bits, from 1: what is looked up stays in the processor's second-level cache.
const MOST_DISTINCT = 2 ** 16 - 1;

// In the loops below `as number` stands for what the compiler can't know: the index is within the array.

/**
 * The places of numbers among the different ones there are; those without a value (NaN) come last. Licenses of small
 * customers make few different utilizations, so that what is sorted are some thousand numbers, not a million.
 *
 * @returns null where there are more than 65,535 different ones
 */
export function distinctPlaces(numbers: Numbers, descending: boolean): SortColumn | null {
  const seen = createSeen(Math.min(numbers.count, MOST_DISTINCT));
  const values = indicesOf(numbers, seen);
  if (values === null) return null;
  const { count } = seen;
  const sorted = seen.distinct.subarray(0, count).toSorted();
  const placeOf = new Uint32Array(count + 1);
  placeOf[0] = count;
  indicesOf(numbersOf(sorted), seen)?.forEach((index, rank) => {
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
  readonly distinct: Float64Array<ArrayBuffer>;
  /** A hash table with open addressing: by slot the index of a number, or 0 where the slot is free. */
  readonly indexAt: Uint16Array<ArrayBuffer>;
};

function createSeen(most: number): Seen {
  // Filled by half at most.
  const slots = 2 ** (32 - Math.clz32(2 * most));
  return { count: 0, distinct: new Float64Array(most), indexAt: new Uint16Array(slots) };
}

/** The index of each number, 0 for NaN; new numbers are added. null where there is no room for one. */
function indicesOf(numbers: Numbers, seen: Seen): Uint32Array<ArrayBuffer> | null {
  const indices = new Uint32Array(numbers.count);
  const isAll = readBlocks(numbers, (block, from) => addIndices(block, seen, indices, from));
  return isAll ? indices : null;
}

/** Puts the index of each number into `indices` from one place on; false where there is no room for a new number. */
function addIndices(numbers: Float64Array, seen: Seen, indices: Uint32Array, from: number): boolean {
  const { distinct, indexAt } = seen;
  const lastSlot = indexAt.length - 1;
  const shift = Math.clz32(lastSlot);
  const bits = new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length * 2);
  for (let item = 0; item < numbers.length; item += 1) {
    const number = numbers[item] as number;
    if (Number.isNaN(number)) continue;
    // 0 and −0 are equal but for their bits.
    const isZero = number === 0;
    const low = isZero ? 0 : (bits[item * 2] as number);
    const high = isZero ? 0 : (bits[item * 2 + 1] as number);
    // A product carries each bit upwards, so the highest bits are the slot. The factors are odd and of no meaning.
    let slot = Math.imul(low ^ Math.imul(high, 0x85eb_ca6b), 0x9e37_79b1) >>> shift;
    let index = indexAt[slot] as number;
    while (index !== 0 && distinct[index - 1] !== number) {
      slot = (slot + 1) & lastSlot;
      index = indexAt[slot] as number;
    }
    if (index === 0) {
      if (seen.count === distinct.length) return false;
      distinct[seen.count] = number;
      seen.count += 1;
      index = seen.count;
      indexAt[slot] = index;
    }
    indices[from + item] = index;
  }
  return true;
}
