import type { Field } from '#partner-center/fields.ts';
import type { OfPairs } from '#engine/totals.ts';
import type { PriceOfCode } from './price-of-code.ts';
import type { DictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { countsFor } from '#engine/snapshot/columns/narrowest-array.ts';
import { createGroupFinder } from '#engine/snapshot/answers/group/find-groups.ts';
import type { GroupChunks } from '#engine/snapshot/answers/group/group-rows.ts';
import {
  keyOfField,
  type GroupSums,
  type PairSums,
  type Worth,
} from '#engine/snapshot/answers/group/group-sums.ts';
import { keyColumns } from '#engine/snapshot/answers/group/key-columns.ts';

/** How pairs are counted: what each keeps on purpose, and what products cost by their codes; null: that is not asked. */
export type Counting = { readonly spare: number; readonly priceOf: PriceOfCode | null };

/** `idle` and `short` of groups each of which is a pair, or a part of one, and what is idle is worth. */
export function sumsOfPairs(pairs: GroupSums, { spare, priceOf }: Counting): PairSums {
  const { count, licensesSold, licensesDeployed } = pairs;
  // No pair has more idle than it sold, or is short of more than it deployed.
  const idle = licensesSold.slice(0, count);
  const short = licensesDeployed.slice(0, count);
  for (let pair = 0; pair < count; pair += 1) {
    const left = licensesSold[pair]! - licensesDeployed[pair]!;
    // No branch: which pairs have something left can't be predicted.
    idle[pair] = Math.max(0, left - spare);
    short[pair] = Math.max(0, -left);
  }
  if (priceOf === null) return { idle, short };
  const worth: Worth = { value: new Float64Array(count), priced: idle.slice() };
  const products = keyOfField(pairs, 'productId');
  for (let pair = 0; pair < count; pair += 1) {
    const price = priceOf[products[pair]!]!;
    if (price >= 0) worth.value[pair] = idle[pair]! * price;
    else worth.priced[pair] = 0;
  }
  return { idle, short, worth };
}

/** Adds what is idle of some pairs, and has a price, to the groups they are in. */
function addWorth(
  { value, priced }: Worth,
  groupOf: Int32Array,
  pairs: GroupSums,
  spare: number,
  priceOf: PriceOfCode,
): void {
  const { count, licensesSold, licensesDeployed } = pairs;
  const products = keyOfField(pairs, 'productId');
  for (let pair = 0; pair < count; pair += 1) {
    const idle = licensesSold[pair]! - licensesDeployed[pair]! - spare;
    const price = priceOf[products[pair]!]!;
    // Without a price it is not a number.
    if (!(idle > 0 && price >= 0)) continue;
    const group = groupOf[pair]!;
    value[group]! += idle * price;
    priced[group]! += idle;
  }
}

/** Adds what some pairs have to the groups they are in. */
function addPairs(
  { idle, short }: PairSums,
  groupOf: Int32Array,
  { count, licensesSold, licensesDeployed }: GroupSums,
  spare: number,
): void {
  for (let pair = 0; pair < count; pair += 1) {
    const left = licensesSold[pair]! - licensesDeployed[pair]!;
    const group = groupOf[pair]!;
    if (left > spare) idle[group]! += left - spare;
    else if (left < 0) short[group]! -= left;
  }
}

/**
 * `idle` and `short` of groups, summed from their pairs, and what is idle is worth.
 *
 * @param by what decides the groups: their fields without a label, and without those that follow from others
 * @param parts the rows' groups by their fields and those of a pair, equal ones together
 * @param mostLicenses what no sum is above
 */
export function pairSumsOf(
  groups: GroupSums,
  by: readonly Field[],
  parts: GroupChunks,
  { spare, priceOf }: Counting,
  mostLicenses: number,
  index: DictionaryIndex,
): PairSums {
  const { count } = groups;
  const sums = { idle: countsFor(mostLicenses, count), short: countsFor(mostLicenses, count) };
  const worth: Worth | null =
    priceOf === null ? null : { value: new Float64Array(count), priced: countsFor(mostLicenses, count) };
  const { find } = createGroupFinder(keyColumns(groups, by, index), count);
  parts((chunk) => {
    const groupOf = find(keyColumns(chunk, by, index), chunk.count);
    addPairs(sums, groupOf, chunk, spare);
    if (worth !== null && priceOf !== null) addWorth(worth, groupOf, chunk, spare, priceOf);
  });
  return worth === null ? sums : { ...sums, worth };
}

/**
 * `idle` and `short` of all rows together, and what is idle is worth.
 *
 * @param pairs the rows' groups by `PAIR`, equal ones together
 */
export function totalsOfPairs(pairs: GroupChunks, { spare, priceOf }: Counting): OfPairs {
  let idle = 0;
  let short = 0;
  const worth: Worth = { value: new Float64Array(1), priced: new Float64Array(1) };
  pairs((chunk) => {
    const { count, licensesSold, licensesDeployed } = chunk;
    if (priceOf !== null) addWorth(worth, new Int32Array(count), chunk, spare, priceOf);
    for (let pair = 0; pair < count; pair += 1) {
      const left = licensesSold[pair]! - licensesDeployed[pair]!;
      if (left > spare) idle += left - spare;
      else if (left < 0) short -= left;
    }
  });
  if (priceOf === null) return { idle, short };
  return { idle, short, idleValue: worth.value[0] ?? 0, idlePriced: worth.priced[0] ?? 0 };
}
