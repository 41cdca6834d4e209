import type { Ranks } from '#engine/snapshot/columns/dictionary-index.ts';
import { NO_VALUE, type Codes } from '#engine/snapshot/columns/table.ts';
import { distinctPlaces, distinctUtilizations } from './distinct-places.ts';
import { type Items, type Measurable, measured } from './measured.ts';
import { type Numbers, readAll, readBlocks } from './numbers.ts';
import type { SortColumn } from './radix-sort.ts';

const PLACES_OF_32_BITS = 2 ** 32;

/** Texts to sort by, through the ranks of their dictionary. */
export function textColumn(
  codes: Codes,
  { count, ids }: Items,
  ranks: Ranks,
  descending: boolean,
): SortColumn {
  const placeOf = descending ? turned(ranks) : ranks.ranks;
  const values = new Uint32Array(count);
  for (let item = 0; item < count; item += 1) {
    values[item] = placeOf[codes[ids === null ? item : ids[item]!]!]!;
  }
  return { values, places: ranks.places + 1 };
}

/** The same ranks from the last text to the first; no value stays behind them. */
function turned({ ranks, places }: Ranks): Uint32Array {
  const fromLast = ranks.map((rank) => places - 1 - rank);
  fromLast[NO_VALUE] = places;
  return fromLast;
}

/**
 * Whole numbers to sort by, by item: each is its distance from the end that comes first.
 *
 * @returns one column; two, the first counting more, where the numbers are too many and too far apart for one
 */
export function wholeColumns(numbers: Numbers, descending: boolean): readonly SortColumn[] {
  const { min, max } = rangeOf(numbers);
  const places = max - min + 1;
  if (places > PLACES_OF_32_BITS) return realColumns(numbers, descending);
  const sign = descending ? -1 : 1;
  const first = descending ? max : min;
  const values = new Uint32Array(numbers.count);
  readBlocks(numbers, (block, from) => {
    for (let item = 0; item < block.length; item += 1) values[from + item] = sign * (block[item]! - first);
    return true;
  });
  return [{ values, places }];
}

/**
 * Any numbers to sort by, by item, exact for all doubles; NaN: no value.
 *
 * @returns one column; two, the first counting more, where there are very many different numbers
 */
export function realColumns(numbers: Numbers, descending: boolean): readonly SortColumn[] {
  const distinct = distinctPlaces(numbers, descending);
  return distinct === null ? wordColumns(readAll(numbers), descending) : [distinct];
}

/** The same for the utilization of some items, which has no value where nothing was sold. */
export function utilizationColumns(
  counts: Measurable,
  items: Items,
  descending: boolean,
): readonly SortColumn[] {
  const distinct = distinctUtilizations(counts, items, descending);
  if (distinct !== null) return [distinct];
  return wordColumns(readAll(measured(counts, items, 'utilization')), descending);
}

function rangeOf(numbers: Numbers): { readonly min: number; readonly max: number } {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  readBlocks(numbers, (block) => {
    for (const number of block) {
      if (number < min) min = number;
      if (number > max) max = number;
    }
    return true;
  });
  return numbers.count === 0 ? { min: 0, max: 0 } : { min, max };
}

/**
 * The bits of doubles as two columns of 32 bits: those of IEEE 754 are in the order of the numbers, above 0; below 0
 * they are in reverse.
 */
function wordColumns(numbers: Float64Array, descending: boolean): readonly SortColumn[] {
  const view = new DataView(new ArrayBuffer(8));
  const high = new Uint32Array(numbers.length);
  const low = new Uint32Array(numbers.length);
  const turned = descending ? 0xffff_ffff : 0;
  for (let item = 0; item < numbers.length; item += 1) {
    const number = numbers[item]!;
    if (Number.isNaN(number)) {
      // No number has such high bits here, not even an infinite one.
      high[item] = 0xffff_ffff;
      continue;
    }
    // −0 + 0 is 0: the two are equal but for their bits.
    view.setFloat64(0, number + 0);
    const ascendingHigh = number < 0 ? 0xffff_ffff : 0x8000_0000;
    const ascendingLow = number < 0 ? 0xffff_ffff : 0;
    high[item] = view.getUint32(0) ^ ascendingHigh ^ turned;
    low[item] = view.getUint32(4) ^ ascendingLow ^ turned;
  }
  return [high, low].map((values) => ({ values, places: PLACES_OF_32_BITS }));
}
