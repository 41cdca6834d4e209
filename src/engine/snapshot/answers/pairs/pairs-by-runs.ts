import type { Field } from '#partner-center/fields.ts';
import type { Totals } from '#engine/engine.ts';
import type { ColumnIndex } from '#engine/snapshot/columns/column-index.ts';
import type { DictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { countsFor } from '#engine/snapshot/columns/narrowest-array.ts';
import type { Selection } from '#engine/snapshot/columns/selection.ts';
import type { Codes, Table } from '#engine/snapshot/columns/table.ts';
import { sumOfCounts } from '#engine/snapshot/columns/totals-of-rows.ts';
import { createGroupFinder, NO_GROUP } from '#engine/snapshot/answers/group/find-groups.ts';
import {
  type ByRuns,
  type SumsOfCode,
  visitCodesByRuns,
} from '#engine/snapshot/answers/group/group-by-runs.ts';
import type { GroupSums, PairSums } from '#engine/snapshot/answers/group/group-sums.ts';
import { keyColumns } from '#engine/snapshot/answers/group/key-columns.ts';
import { unpack } from '#engine/snapshot/answers/group/pack-fields.ts';

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
  places: { readonly count: number; readonly known: ReadonlyMap<Field, Codes> },
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

function emptyPairs(columns: ColumnIndex, count: number): PairSums {
  const most = columns.mostLicenses();
  return { idle: countsFor(most, count), short: countsFor(most, count) };
}

function sumsByCode({ table, selection, byRuns, columns }: PairsByRuns, spare: number): PairSums {
  const sums = emptyPairs(columns, table.texts[byRuns.field].dictionary.length);
  visitCodesByRuns(table, selection, byRuns, columns.mostLicenses(), (code, ofCode, length) =>
    addToCode(sums, spare, code, ofCode, length),
  );
  return sums;
}

function sumsByNumber({ table, selection, byRuns, columns }: PairsByRuns, spare: number): PairSums {
  const sums = emptyPairs(columns, byRuns.others.places);
  visitCodesByRuns(table, selection, byRuns, columns.mostLicenses(), (_, ofCode, length) =>
    addToNumbers(sums, spare, ofCode, length),
  );
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
  }
  return to;
}

/**
 * `idle` and `short` of groups, where all pairs of a code of the field in runs, or all of a number of the other fields,
 * are of one group: then no pair is written anywhere. null where it is not so.
 *
 * @param by what decides the groups, without a label
 */
export function pairSumsByRuns(
  groups: GroupSums,
  by: readonly Field[],
  spare: number,
  pairs: PairsByRuns,
): PairSums | null {
  const { table, byRuns, columns, index } = pairs;
  const { field, others } = byRuns;
  const codes = table.texts[field].dictionary.length;
  const byCode = { count: codes, known: new Map<Field, Codes>([[field, everyNumber(codes)]]) };
  const groupOfCode = groupsOfPlaces(groups, by, byCode, columns, index);
  const empty = (): PairSums => emptyPairs(columns, groups.count);
  if (groupOfCode !== null) return addPlaces(empty(), groupOfCode, sumsByCode(pairs, spare));

  const byNumber = { count: others.places, known: unpack(everyNumber(others.places), others) };
  const groupOfNumber = groupsOfPlaces(groups, by, byNumber, columns, index);
  return groupOfNumber === null ? null : addPlaces(empty(), groupOfNumber, sumsByNumber(pairs, spare));
}

/** `idle` and `short` of all rows together. */
export function pairTotalsByRuns(pairs: PairsByRuns, spare: number): Pick<Totals, 'idle' | 'short'> {
  const { idle, short } = sumsByCode(pairs, spare);
  return { idle: sumOfCounts(idle), short: sumOfCounts(short) };
}
