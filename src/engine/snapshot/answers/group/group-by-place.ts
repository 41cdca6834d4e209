import type { Field } from '#partner-center/fields.ts';
import { codesFor, countsFor } from '#engine/snapshot/columns/narrowest-array.ts';
import { BLOCK_ROWS, rowBlocksOf, type Selection } from '#engine/snapshot/columns/selection.ts';
import type { Codes, Counts, Table } from '#engine/snapshot/columns/table.ts';
import type { GroupSums } from './group-sums.ts';
import { keysOf, type Pack, packRows, packRowsFrom, unpack } from './pack-fields.ts';

// Sums lie in pairs, sold before deployed, so that both of a group come with one line of the cache. Those of a group
// without rows stay −0, which no sum of counts is: 0 + −0 is 0. That spares a third array for "is there such a group".

function sumColumn(sums: Float64Array, codes: Codes, sold: Counts, deployed: Counts): void {
  for (let row = 0; row < codes.length; row += 1) {
    const at = codes[row]! * 2;
    sums[at]! += sold[row]!;
    sums[at + 1]! += deployed[row]!;
  }
}

function sumBlock(
  sums: Float64Array,
  numbers: Uint32Array,
  ids: Uint32Array,
  sold: Counts,
  deployed: Counts,
): void {
  for (let index = 0; index < numbers.length; index += 1) {
    const row = ids[index]!;
    const at = numbers[index]! * 2;
    sums[at]! += sold[row]!;
    sums[at + 1]! += deployed[row]!;
  }
}

function sumFrom(
  sums: Float64Array,
  numbers: Uint32Array,
  from: number,
  sold: Counts,
  deployed: Counts,
): void {
  for (let index = 0; index < numbers.length; index += 1) {
    const at = numbers[index]! * 2;
    sums[at]! += sold[from + index]!;
    sums[at + 1]! += deployed[from + index]!;
  }
}

/** Sums all rows of the table into the places of a pack. */
function sumTable({ rows, counts }: Table, pack: Pack, sums: Float64Array): void {
  const { licensesSold: sold, licensesDeployed: deployed } = counts;
  const [only, ...more] = pack.columns;
  if (only !== undefined && more.length === 0) {
    sumColumn(sums, only, sold, deployed);
    return;
  }
  const numbers = new Uint32Array(BLOCK_ROWS);
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    const ofBlock = numbers.subarray(0, Math.min(BLOCK_ROWS, rows - from));
    packRowsFrom(ofBlock, pack, from);
    sumFrom(sums, ofBlock, from, sold, deployed);
  }
}

function sumBits(sums: Float64Array, codes: Codes, words: Uint32Array, sold: Counts, deployed: Counts): void {
  for (let index = 0; index < words.length; index += 1) {
    let word = words[index]!;
    const first = index * 32;
    while (word !== 0) {
      const row = first + 31 - Math.clz32(word & -word);
      word &= word - 1;
      const at = codes[row]! * 2;
      sums[at]! += sold[row]!;
      sums[at + 1]! += deployed[row]!;
    }
  }
}

/** Sums some rows of the table into the places of a pack. */
function sumSelected({ counts }: Table, selection: Selection, pack: Pack, sums: Float64Array): void {
  const { licensesSold: sold, licensesDeployed: deployed } = counts;
  const [only, ...more] = pack.columns;
  if (only !== undefined && more.length === 0 && selection.kind === 'bitmap') {
    sumBits(sums, only, selection.words, sold, deployed);
    return;
  }
  const blocks = rowBlocksOf(selection);
  const numbers = new Uint32Array(BLOCK_ROWS);
  for (let length = blocks.next(); length > 0; length = blocks.next()) {
    const ofBlock = numbers.subarray(0, length);
    packRows(ofBlock, pack, blocks.ids);
    sumBlock(sums, ofBlock, blocks.ids, sold, deployed);
  }
}

function hasRows(sums: Float64Array, place: number): boolean {
  return !Object.is(sums[place * 2], -0);
}

/**
 * Groups by one pack: an array of sums by packed number.
 *
 * @param mostLicenses what no sum is above
 */
export function groupByPlace(
  table: Table,
  selection: Selection,
  fields: readonly Field[],
  pack: Pack,
  mostLicenses: number,
): GroupSums {
  const sums = new Float64Array(pack.places * 2).fill(-0);
  if (selection.kind === 'all') sumTable(table, pack, sums);
  else sumSelected(table, selection, pack, sums);

  let count = 0;
  for (let place = 0; place < pack.places; place += 1) if (hasRows(sums, place)) count += 1;
  const numbers = codesFor(pack.places, count);
  const licensesSold = countsFor(mostLicenses, count);
  const licensesDeployed = countsFor(mostLicenses, count);
  let group = 0;
  for (let place = 0; place < pack.places; place += 1) {
    if (!hasRows(sums, place)) continue;
    numbers[group] = place;
    licensesSold[group] = sums[place * 2]!;
    licensesDeployed[group] = sums[place * 2 + 1]!;
    group += 1;
  }
  const codes = unpack(numbers, pack);
  return { fields, count, keys: keysOf(fields, codes), licensesSold, licensesDeployed };
}
