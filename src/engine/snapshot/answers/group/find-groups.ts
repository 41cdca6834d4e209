import type { KeyColumn } from './key-columns.ts';

/** What is found where no group has a key. */
export const NO_GROUP = -1;

/** Finds groups by their keys, of many items at once. */
export type GroupFinder = {
  /**
   * By item: the group that has its key, or `NO_GROUP`.
   *
   * @param keys as many columns as the groups' own, with as many places each
   */
  readonly find: (keys: readonly KeyColumn[], count: number) => Int32Array<ArrayBuffer>;
};

const PLACES_OF_32_BITS = 2 ** 32;
/** Up to so many places for each group have an entry each: less memory than a hash table would take twice over. */
const PLACES_A_GROUP = 4;
const FEW_PLACES = 0x400;

/** Neighbouring columns in one where their places together fit 32 bits. */
function packed(keys: readonly KeyColumn[]): readonly KeyColumn[] {
  const packs: KeyColumn[] = [];
  for (const column of keys) {
    const before = packs.at(-1);
    if (before === undefined || before.places * column.places > PLACES_OF_32_BITS) {
      packs.push(column);
    } else {
      packs[packs.length - 1] = {
        numbers: joined(before, column),
        places: before.places * column.places,
      };
    }
  }
  return packs;
}

function joined({ numbers: before }: KeyColumn, { numbers, places }: KeyColumn): Uint32Array<ArrayBuffer> {
  const both = new Uint32Array(numbers.length);
  for (let item = 0; item < both.length; item += 1) {
    // Below 2^32 in all, so that the product of 32 bits is the whole product.
    both[item] = Math.imul(before[item]!, places) + numbers[item]!;
  }
  return both;
}

/** An entry for each place. */
function byPlace({ numbers, places }: KeyColumn): GroupFinder {
  const groupAt = new Int32Array(places).fill(NO_GROUP);
  for (let group = 0; group < numbers.length; group += 1) groupAt[numbers[group]!] = group;
  return {
    find(keys, count) {
      const [only] = packed(keys);
      const found = new Int32Array(count);
      if (only === undefined) return found.fill(groupAt[0]!);
      for (let item = 0; item < count; item += 1) {
        found[item] = groupAt[only.numbers[item]!]!;
      }
      return found;
    },
  };
}

/** A number for each key that is nearly its own. */
function hashesOf(packs: readonly KeyColumn[], count: number): Uint32Array<ArrayBuffer> {
  const hashes = new Uint32Array(count);
  for (const { numbers } of packs) {
    for (let item = 0; item < count; item += 1) {
      // A product carries each bit upwards, and the shift brings the highest ones back. The factor is odd and of no meaning.
      const product = Math.imul(hashes[item]! ^ numbers[item]!, 0x9e37_79b1);
      hashes[item] = product ^ (product >>> 15);
    }
  }
  return hashes;
}

/** A hash table with open addressing. */
function byHash(packs: readonly KeyColumn[], count: number): GroupFinder {
  // Filled by half at most.
  const slots = 2 ** (32 - Math.clz32((2 * count) | 1));
  const groupAt = new Int32Array(slots).fill(NO_GROUP);
  const shift = Math.clz32(slots - 1);
  const hashes = hashesOf(packs, count);
  for (let group = 0; group < count; group += 1) {
    let slot = Math.imul(hashes[group]!, 0x85eb_ca6b) >>> shift;
    while (groupAt[slot] !== NO_GROUP) slot = (slot + 1) & (slots - 1);
    groupAt[slot] = group;
  }
  return {
    find(keys, items) {
      const asked = packed(keys);
      const own = hashesOf(asked, items);
      const found = new Int32Array(items);
      const areEqual = (group: number, item: number): boolean => {
        for (let nth = 0; nth < packs.length; nth += 1) {
          if (packs[nth]!.numbers[group] !== asked[nth]!.numbers[item]) return false;
        }
        return true;
      };
      for (let item = 0; item < items; item += 1) {
        let slot = Math.imul(own[item]!, 0x85eb_ca6b) >>> shift;
        let group = groupAt[slot]!;
        while (group !== NO_GROUP && !areEqual(group, item)) {
          slot = (slot + 1) & (slots - 1);
          group = groupAt[slot]!;
        }
        found[item] = group;
      }
      return found;
    },
  };
}

/**
 * Finds groups by their keys.
 *
 * @param keys of the groups, no two of which are equal
 * @param count how many groups there are
 */
export function createGroupFinder(keys: readonly KeyColumn[], count: number): GroupFinder {
  const packs = packed(keys);
  const [only = { numbers: new Uint8Array(count), places: 1 }, ...more] = packs;
  const few = Math.max(FEW_PLACES, PLACES_A_GROUP * count);
  return more.length === 0 && only.places <= few ? byPlace(only) : byHash(packs, count);
}
