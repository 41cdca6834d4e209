import type { Field } from '#partner-center/fields.ts';
import type { GroupSums } from './groups.ts';
import { codesFor, countsFor } from './narrow.ts';
import { keysOf, type Pack, packRows, packTable, unpack } from './pack.ts';
import { runsOf, type Runs } from './runs.ts';
import { rowIdsOf, type Selection } from './selection.ts';
import type { Codes, Counts, Table } from './table.ts';

// `as number` in the loops below stands for what the compiler can't know: the index is within the array.

/** How many codes some runs have. */
function countCodes({ count, codes }: Runs): number {
  let distinct = 0;
  for (let run = 0; run < count; run += 1) if (codes[run] !== codes[run - 1]) distinct += 1;
  return distinct;
}

/**
 * Groups all rows by a field that comes in runs: no sum is looked up, each is read from one row to the next.
 *
 * @param mostLicenses what no sum is above
 */
export function groupEachRun(
  { texts, counts: { licensesSold: sold, licensesDeployed: deployed } }: Table,
  field: Field,
  runs: Runs,
  mostLicenses: number,
): GroupSums {
  const count = countCodes(runs);
  const codes = codesFor(texts[field].dictionary.length, count);
  const licensesSold = countsFor(mostLicenses, count);
  const licensesDeployed = countsFor(mostLicenses, count);
  let group = -1;
  for (let run = 0; run < runs.count; run += 1) {
    if (runs.codes[run] !== runs.codes[run - 1]) {
      group += 1;
      codes[group] = runs.codes[run] as number;
    }
    let soldInRun = 0;
    let deployedInRun = 0;
    const end = runs.ends[run] as number;
    for (let row = runs.starts[run] as number; row < end; row += 1) {
      soldInRun += sold[row] as number;
      deployedInRun += deployed[row] as number;
    }
    licensesSold[group] = (licensesSold[group] as number) + soldInRun;
    licensesDeployed[group] = (licensesDeployed[group] as number) + deployedInRun;
  }
  return { fields: [field], count, keys: [codes], licensesSold, licensesDeployed };
}

/** What groups are told apart by; all groups of a code come one after the other. */
type Keys = {
  readonly codes: Codes;
  /** The packed number of the other fields. */
  readonly numbers: Codes;
};

// What follows is done by a function for each run, and there are many: the compiler sees to those at once, where a loop
// over everything would have to be replaced while it runs.

/**
 * Lists the numbers of one run that its code has not had before, from `length` on; how many are listed then.
 *
 * Whether a number is new can't be predicted: half of them are. So nothing branches on it. Each is written, and stays
 * where the difference to the present code's turn, which none is above, is negative: its sign bit is 1.
 *
 * @param seenIn by number: the turn that had it last
 * @param listed with room for one more
 */
function listRun(
  numbers: Codes,
  from: number,
  to: number,
  seenIn: Int32Array,
  turn: number,
  listed: Codes,
  length: number,
): number {
  let end = length;
  for (let place = from; place < to; place += 1) {
    const number = numbers[place] as number;
    listed[end] = number;
    end += ((seenIn[number] as number) - turn) >>> 31;
    seenIn[number] = turn;
  }
  return end;
}

function fillWith(code: number, codes: Codes, from: number, to: number): void {
  for (let group = from; group < to; group += 1) codes[group] = code;
}

/** @param numbers by place in the runs: below `places` */
function keysOfGroups(runs: Runs, entries: number, numbers: Codes, places: number): Keys {
  const seenIn = new Int32Array(places);
  // As many as there are places at most; memory that is not written to is not taken.
  const listed = codesFor(places, numbers.length + 1);
  const codes = codesFor(entries, numbers.length);
  let turn = 0;
  let count = 0;
  for (let run = 0; run < runs.count; run += 1) {
    const code = runs.codes[run] as number;
    if (code !== runs.codes[run - 1]) turn += 1;
    const before = count;
    count = listRun(
      numbers,
      runs.starts[run] as number,
      runs.ends[run] as number,
      seenIn,
      turn,
      listed,
      count,
    );
    fillWith(code, codes, before, count);
  }
  return { codes: codes.slice(0, count), numbers: listed.slice(0, count) };
}

/** Sums by number: those of one code at a time, so that they stay in the first-level cache mostly. */
type Sums = { readonly sold: Counts; readonly deployed: Counts };

function sumRun(
  numbers: Codes,
  from: number,
  to: number,
  { licensesSold, licensesDeployed }: Table['counts'],
  { sold, deployed }: Sums,
): void {
  for (let row = from; row < to; row += 1) {
    const number = numbers[row] as number;
    sold[number] = (sold[number] as number) + (licensesSold[row] as number);
    deployed[number] = (deployed[number] as number) + (licensesDeployed[row] as number);
  }
}

/** The same where a run is one of places in `ids`. */
function sumRunOf(
  ids: Uint32Array,
  numbers: Codes,
  from: number,
  to: number,
  { licensesSold, licensesDeployed }: Table['counts'],
  { sold, deployed }: Sums,
): void {
  for (let place = from; place < to; place += 1) {
    const row = ids[place] as number;
    const number = numbers[place] as number;
    sold[number] = (sold[number] as number) + (licensesSold[row] as number);
    deployed[number] = (deployed[number] as number) + (licensesDeployed[row] as number);
  }
}

/** Moves the sums of a code's groups, from one on, to where they stay; the first group behind them. */
function moveSums(keys: Keys, code: number, from: number, { sold, deployed }: Sums, to: Sums): number {
  let group = from;
  for (; group < keys.codes.length && keys.codes[group] === code; group += 1) {
    const number = keys.numbers[group] as number;
    to.sold[group] = sold[number] as number;
    to.deployed[group] = deployed[number] as number;
    sold[number] = 0;
    deployed[number] = 0;
  }
  return group;
}

/** The runs of some rows of a column, by place in `ids`. Runs only grow where rows between them are left out. */
function runsAt(codes: Codes, ids: Uint32Array, entries: number, { count }: Runs): Runs | null {
  const some = codesFor(entries, ids.length);
  for (let place = 0; place < some.length; place += 1) some[place] = codes[ids[place] as number] as number;
  return runsOf(some, entries, count);
}

/**
 * Groups by a field that comes in runs, and by others: of one code at a time its rows are summed by the others' packed
 * number, and written behind each other.
 *
 * @param runs of the whole column
 * @param mostLicenses what no sum is above
 */
export function groupByRuns(
  table: Table,
  selection: Selection,
  fields: readonly Field[],
  field: Field,
  ofColumn: Runs,
  others: Pack,
  mostLicenses: number,
): GroupSums {
  const { codes, dictionary } = table.texts[field];
  const ids = selection.kind === 'all' ? null : rowIdsOf(selection);
  const runs = ids === null ? ofColumn : runsAt(codes, ids, dictionary.length, ofColumn);
  const numbers =
    ids === null ? packTable(table, others) : packRows(new Uint32Array(ids.length), others, ids);
  if (runs === null) throw new RangeError('Some rows of a column have more runs than all.');

  const keys = keysOfGroups(runs, dictionary.length, numbers, others.places);
  const count = keys.codes.length;
  const sums: Sums = {
    sold: countsFor(mostLicenses, others.places),
    deployed: countsFor(mostLicenses, others.places),
  };
  const ofGroups: Sums = { sold: countsFor(mostLicenses, count), deployed: countsFor(mostLicenses, count) };
  let group = 0;
  for (let run = 0; run < runs.count; run += 1) {
    const code = runs.codes[run] as number;
    const from = runs.starts[run] as number;
    const to = runs.ends[run] as number;
    if (ids === null) sumRun(numbers, from, to, table.counts, sums);
    else sumRunOf(ids, numbers, from, to, table.counts, sums);
    if (code !== runs.codes[run + 1]) group = moveSums(keys, code, group, sums, ofGroups);
  }
  const codesBy = unpack(keys.numbers, others).set(field, keys.codes);
  return {
    fields,
    count,
    keys: keysOf(fields, codesBy),
    licensesSold: ofGroups.sold,
    licensesDeployed: ofGroups.deployed,
  };
}
