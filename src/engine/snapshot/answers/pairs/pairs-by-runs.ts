import type { Field } from '#partner-center/fields.ts';
import type { OfPairs } from '#engine/totals.ts';
import type { ColumnIndex } from '#engine/snapshot/columns/column-index.ts';
import type { DictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { countsFor } from '#engine/snapshot/columns/narrowest-array.ts';
import type { Selection } from '#engine/snapshot/columns/selection.ts';
import type { Codes, Table } from '#engine/snapshot/columns/table.ts';
import { createGroupFinder, NO_GROUP } from '#engine/snapshot/answers/group/find-groups.ts';
import {
  type ByRuns,
  type SumsOfCode,
  visitCodesByRuns,
} from '#engine/snapshot/answers/group/group-by-runs.ts';
import {
  totalsOfPairSums,
  type GroupSums,
  type PairSums,
  type Worth,
} from '#engine/snapshot/answers/group/group-sums.ts';
import { keyColumns } from '#engine/snapshot/answers/group/key-columns.ts';
import { unpack } from '#engine/snapshot/answers/group/pack-fields.ts';
import type { Counting } from './pair-sums.ts';
import type { PriceOfCode } from './price-of-code.ts';

// Pairs are as many as rows. Where groups are sums over all pairs of a customer, or over those of a product, no pair
// needs to be written anywhere: as soon as it is summed, its `idle` and `short` are added to those of its place.

// No branch says whether there is anything to add: of half the pairs there is, which can't be predicted.

/** Adds what the pairs of one code have to the place of the code. */
function addToCode(
  { idle, short }: PairSums,
  spare: number,
  code: number,
  { listed, sold, deployed }: SumsOfCode,
  length: number,
): void {
  let idleOfCode = 0;
  let shortOfCode = 0;
  for (let at = 0; at < length; at += 1) {
    const number = listed[at]!;
    const left = sold[number]! - deployed[number]!;
    idleOfCode += Math.max(0, left - spare);
    shortOfCode += Math.max(0, -left);
    sold[number] = 0;
    deployed[number] = 0;
  }
  idle[code]! += idleOfCode;
  short[code]! += shortOfCode;
}

/** Adds what the pairs of one code have to the places of their numbers. */
function addToNumbers(
  { idle, short }: PairSums,
  spare: number,
  { listed, sold, deployed }: SumsOfCode,
  length: number,
): void {
  for (let at = 0; at < length; at += 1) {
    const number = listed[at]!;
    const left = sold[number]! - deployed[number]!;
    idle[number]! += Math.max(0, left - spare);
    short[number]! += Math.max(0, -left);
    sold[number] = 0;
    deployed[number] = 0;
  }
}

/** What products cost, by the code of the field in runs or by the number of the others: 0 where `isKnown` is 0. */
type PriceOfPlace = {
  readonly isByCode: boolean;
  readonly price: Float64Array<ArrayBuffer>;
  readonly isKnown: Uint8Array<ArrayBuffer>;
};

/** Adds what the idle licenses of one code's pairs are worth, to the place of the code or to those of their numbers. */
function addWorth(
  { value, priced }: Worth,
  isByCode: boolean,
  spare: number,
  prices: PriceOfPlace,
  code: number,
  { listed, sold, deployed }: SumsOfCode,
  length: number,
): void {
  const { price, isKnown } = prices;
  for (let at = 0; at < length; at += 1) {
    const number = listed[at]!;
    const idle = Math.max(0, sold[number]! - deployed[number]! - spare);
    const product = prices.isByCode ? code : number;
    const place = isByCode ? code : number;
    value[place]! += idle * price[product]!;
    priced[place]! += idle * isKnown[product]!;
  }
}

/** Each number below a limit. */
function everyNumber(limit: number): Uint32Array<ArrayBuffer> {
  const numbers = new Uint32Array(limit);
  for (let number = 0; number < limit; number += 1) numbers[number] = number;
  return numbers;
}

/** By place the code of a field that follows from one of those known there; null where it follows from none. */
function followingCodes(field: Field, known: ReadonlyMap<Field, Codes>, columns: ColumnIndex): Codes | null {
  for (const [from, codes] of known) {
    if (from === field) return codes;
    const determined = columns.determined(from, field);
    if (determined === null) continue;
    const following = new Uint32Array(codes.length);
    for (let place = 0; place < following.length; place += 1) {
      following[place] = determined[codes[place]!]!;
    }
    return following;
  }
  return null;
}

/** By place: the group whose values the place has, or `NO_GROUP`. null where a place can be of several groups. */
function groupsOfPlaces(
  groups: GroupSums,
  by: readonly Field[],
  places: Places,
  columns: ColumnIndex,
  index: DictionaryIndex,
): Int32Array | null {
  const keys: Codes[] = [];
  for (const field of by) {
    const codes = followingCodes(field, places.known, columns);
    if (codes === null) return null;
    keys.push(codes);
  }
  const none = new Uint32Array(0);
  const ofPlaces = { fields: by, count: places.count, keys, licensesSold: none, licensesDeployed: none };
  const { find } = createGroupFinder(keyColumns(groups, by, index), groups.count);
  return find(keyColumns(ofPlaces, by, index), places.count);
}

/** What is summed: rows of a table by the fields of a pair and of the groups, one of which comes in runs. */
export type PairsByRuns = {
  readonly table: Table;
  readonly selection: Selection;
  readonly byRuns: ByRuns;
  readonly columns: ColumnIndex;
  readonly index: DictionaryIndex;
};

function emptyPairs(columns: ColumnIndex, count: number, isPriced: boolean): PairSums {
  const most = columns.mostLicenses();
  const sums = { idle: countsFor(most, count), short: countsFor(most, count) };
  return isPriced
    ? { ...sums, worth: { value: new Float64Array(count), priced: countsFor(most, count) } }
    : sums;
}

/** The codes of the field in runs, or the numbers of the others, and what is known of each. */
type Places = { readonly count: number; readonly known: ReadonlyMap<Field, Codes> };

function placesOfCodes({ table, byRuns: { field } }: PairsByRuns): Places {
  const count = table.texts[field].dictionary.length;
  return { count, known: new Map<Field, Codes>([[field, everyNumber(count)]]) };
}

function placesOfNumbers({ byRuns: { others } }: PairsByRuns): Places {
  return { count: others.places, known: unpack(everyNumber(others.places), others) };
}

/** What products cost, by place; null where neither codes nor numbers say which product it is. */
function pricesOfPlaces(pairs: PairsByRuns, priceOf: PriceOfCode): PriceOfPlace | null {
  for (const isByCode of [true, false]) {
    const { count, known } = isByCode ? placesOfCodes(pairs) : placesOfNumbers(pairs);
    const products = followingCodes('productId', known, pairs.columns);
    if (products === null) continue;
    const price = new Float64Array(count);
    const isKnown = new Uint8Array(count);
    for (let place = 0; place < count; place += 1) {
      const own = priceOf[products[place]!]!;
      // Without a price it is not a number.
      if (!(own >= 0)) continue;
      price[place] = own;
      isKnown[place] = 1;
    }
    return { isByCode, price, isKnown };
  }
  return null;
}

/** What is summed over pairs, by the code of the field in runs or by the number of the others. */
function sumsOfPlaces(
  { table, selection, byRuns, columns }: PairsByRuns,
  isByCode: boolean,
  spare: number,
  prices: PriceOfPlace | null,
): PairSums {
  const places = isByCode ? table.texts[byRuns.field].dictionary.length : byRuns.others.places;
  const sums = emptyPairs(columns, places, prices !== null);
  const { worth } = sums;
  visitCodesByRuns(table, selection, byRuns, columns.mostLicenses(), (code, ofCode, length) => {
    if (worth !== undefined && prices !== null) {
      addWorth(worth, isByCode, spare, prices, code, ofCode, length);
    }
    if (isByCode) addToCode(sums, spare, code, ofCode, length);
    else addToNumbers(sums, spare, ofCode, length);
  });
  return sums;
}

/** Adds what some places have to the groups they are of. */
function addPlaces(to: PairSums, groupOf: Int32Array, from: PairSums): PairSums {
  for (let place = 0; place < groupOf.length; place += 1) {
    const group = groupOf[place]!;
    // Such a place has no rows.
    if (group === NO_GROUP) continue;
    to.idle[group]! += from.idle[place]!;
    to.short[group]! += from.short[place]!;
    if (to.worth === undefined || from.worth === undefined) continue;
    to.worth.value[group]! += from.worth.value[place]!;
    to.worth.priced[group]! += from.worth.priced[place]!;
  }
  return to;
}

/**
 * `idle` and `short` of groups, and what is idle is worth, where all pairs of a code of the field in runs, or all of a
 * number of the other fields, are of one group: then no pair is written anywhere. null where it is not so.
 *
 * @param by what decides the groups, without a label
 */
export function pairSumsByRuns(
  groups: GroupSums,
  by: readonly Field[],
  { spare, priceOf }: Counting,
  pairs: PairsByRuns,
): PairSums | null {
  const { columns, index } = pairs;
  const prices = priceOf === null ? null : pricesOfPlaces(pairs, priceOf);
  if (priceOf !== null && prices === null) return null;
  for (const isByCode of [true, false]) {
    const places = isByCode ? placesOfCodes(pairs) : placesOfNumbers(pairs);
    const groupOf = groupsOfPlaces(groups, by, places, columns, index);
    if (groupOf === null) continue;
    const empty = emptyPairs(columns, groups.count, prices !== null);
    return addPlaces(empty, groupOf, sumsOfPlaces(pairs, isByCode, spare, prices));
  }
  return null;
}

/** `idle` and `short` of all rows together, and what is idle is worth; null where that is not known so. */
export function pairTotalsByRuns(pairs: PairsByRuns, { spare, priceOf }: Counting): OfPairs | null {
  const prices = priceOf === null ? null : pricesOfPlaces(pairs, priceOf);
  if (priceOf !== null && prices === null) return null;
  return totalsOfPairSums(sumsOfPlaces(pairs, true, spare, prices));
}
