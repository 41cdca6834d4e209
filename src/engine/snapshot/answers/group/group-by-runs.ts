import type { Field } from '#partner-center/fields.ts';
import { codesFor, countsFor } from '#engine/snapshot/columns/narrowest-array.ts';
import { type Runs, runsOf } from '#engine/snapshot/columns/column-runs.ts';
import { rowIdsOf, type Selection } from '#engine/snapshot/columns/selection.ts';
import type { Codes, Counts, Table } from '#engine/snapshot/columns/table.ts';
import type { GroupSums } from './group-sums.ts';
import { keysOf, type Pack, packRows, packTable, unpack } from './pack-fields.ts';

/** Where the rows of one code at a time are summed, by the number each has: little enough to stay in the caches. */
export type SumsOfCode = {
  /** For each number, the turn of the code that had it last. Codes take turns, counted from 1. */
  readonly seenIn: Int32Array<ArrayBuffer>;
  /** First the numbers of the present code, each once. What lies behind them has no meaning. */
  readonly listed: Uint32Array<ArrayBuffer>;
  /** The sums for each number; 0 where the number is not listed. */
  readonly sold: Counts;
  readonly deployed: Counts;
};

// A function for one run, and one for the groups of one code, not a loop over everything: what is called often is
// compiled at once, a loop only while it runs.
//
// Whether a number is new to a code can't be predicted: half of them are. So nothing branches on it. Each is written to
// the list, and stays there where the turn it was seen in, minus the present one, is negative: its sign bit is 1.

/** Adds the rows of one run. Returns how many numbers are listed now. `numbers` has one for each row of the table. */
function sumRun(
  { seenIn, listed, sold, deployed }: SumsOfCode,
  turn: number,
  length: number,
  numbers: Codes,
  { licensesSold, licensesDeployed }: Table['counts'],
  from: number,
  to: number,
): number {
  let end = length;
  for (let row = from; row < to; row += 1) {
    const number = numbers[row]!;
    listed[end] = number;
    end += (seenIn[number]! - turn) >>> 31;
    seenIn[number] = turn;
    sold[number]! += licensesSold[row]!;
    deployed[number]! += licensesDeployed[row]!;
  }
  return end;
}

/** The same where the run and `numbers` count places in `ids` instead of rows. */
function sumRunOf(
  { seenIn, listed, sold, deployed }: SumsOfCode,
  turn: number,
  length: number,
  numbers: Codes,
  { licensesSold, licensesDeployed }: Table['counts'],
  from: number,
  to: number,
  ids: Uint32Array,
): number {
  let end = length;
  for (let place = from; place < to; place += 1) {
    const row = ids[place]!;
    const number = numbers[place]!;
    listed[end] = number;
    end += (seenIn[number]! - turn) >>> 31;
    seenIn[number] = turn;
    sold[number]! += licensesSold[row]!;
    deployed[number]! += licensesDeployed[row]!;
  }
  return end;
}

/** Groups of one code after the other. */
type Chunk = {
  readonly codes: Codes;
  /** The packed number of the other fields. */
  readonly numbers: Codes;
  readonly sold: Counts;
  readonly deployed: Counts;
};

/** Moves the sums of a code to a chunk, beginning at a place of it. */
function moveSums(
  { listed, sold, deployed }: SumsOfCode,
  length: number,
  code: number,
  to: Chunk,
  from: number,
): void {
  for (let index = 0; index < length; index += 1) {
    const number = listed[index]!;
    to.codes[from + index] = code;
    to.numbers[from + index] = number;
    to.sold[from + index] = sold[number]!;
    to.deployed[from + index] = deployed[number]!;
    sold[number] = 0;
    deployed[number] = 0;
  }
}

/** The runs of some rows of a column, by place in `ids`: as many as the column has at most. */
function runsAt(codes: Codes, ids: Uint32Array, entries: number, { count }: Runs): Runs {
  const some = codesFor(entries, ids.length);
  for (let place = 0; place < some.length; place += 1) some[place] = codes[ids[place]!]!;
  const runs = runsOf(some, entries, count);
  if (runs === null) throw new RangeError('Some rows of a column have more runs than all.');
  return runs;
}

// So many groups stay in the second-level cache.
const GROUPS_OF_A_CHUNK = 2 ** 15;

/** Rows on their way into chunks. */
type Source = {
  readonly runs: Runs;
  /** Where it is null, the runs count rows; otherwise they count places in it. */
  readonly ids: Uint32Array | null;
  /** The packed number of the other fields, by row or by place. */
  readonly numbers: Codes;
  readonly counts: Table['counts'];
  /** The run that comes next. */
  run: number;
  /** Codes so far, the next one included. */
  turn: number;
};

/** Sums the rows of the next code; there has to be one. Returns how many numbers it has. */
function sumCode(source: Source, sums: SumsOfCode): number {
  const { runs, ids, numbers, counts } = source;
  const code = runs.codes[source.run];
  let listed = 0;
  do {
    const from = runs.starts[source.run]!;
    const to = runs.ends[source.run]!;
    listed =
      ids === null
        ? sumRun(sums, source.turn, listed, numbers, counts, from, to)
        : sumRunOf(sums, source.turn, listed, numbers, counts, from, to, ids);
    source.run += 1;
  } while (source.run < runs.count && runs.codes[source.run] === code);
  source.turn += 1;
  return listed;
}

/** Fills a chunk with the groups of the next codes. Returns how many groups it has; 0 when no code is left. */
function fillChunk(source: Source, sums: SumsOfCode, chunk: Chunk): number {
  let groups = 0;
  while (source.run < source.runs.count && groups < GROUPS_OF_A_CHUNK) {
    const code = source.runs.codes[source.run]!;
    const listed = sumCode(source, sums);
    moveSums(sums, listed, code, chunk, groups);
    groups += listed;
  }
  return groups;
}

/** A field that comes in runs, and the other fields that are grouped by. */
export type ByRuns = {
  readonly field: Field;
  /** Of the whole column. */
  readonly runs: Runs;
  readonly others: Pack;
};

function sourceOf(table: Table, selection: Selection, { field, runs, others }: ByRuns): Source {
  const { codes, dictionary } = table.texts[field];
  const ids = selection.kind === 'all' ? null : rowIdsOf(selection);
  return {
    runs: ids === null ? runs : runsAt(codes, ids, dictionary.length, runs),
    ids,
    numbers: ids === null ? packTable(table, others) : packRows(new Uint32Array(ids.length), others, ids),
    counts: table.counts,
    run: 0,
    turn: 1,
  };
}

function emptySums(mostLicenses: number, places: number): SumsOfCode {
  return {
    seenIn: new Int32Array(places),
    // There is room for one more: each number is written before it is known whether it stays.
    listed: new Uint32Array(places + 1),
    sold: countsFor(mostLicenses, places),
    deployed: countsFor(mostLicenses, places),
  };
}

/**
 * The same groups as those of `visitGroupsByRuns`, the ones of one code at a time, where they are only looked at: they
 * are written nowhere.
 *
 * @param mostLicenses what no sum is above
 * @param visit gets a code, the sums of its numbers, and how many of `listed` are its own. It has to leave 0 in `sold`
 *   and `deployed` of each of them.
 */
export function visitCodesByRuns(
  table: Table,
  selection: Selection,
  byRuns: ByRuns,
  mostLicenses: number,
  visit: (code: number, sums: SumsOfCode, length: number) => void,
): void {
  const source = sourceOf(table, selection, byRuns);
  const sums = emptySums(mostLicenses, byRuns.others.places);
  while (source.run < source.runs.count) {
    const code = source.runs.codes[source.run]!;
    visit(code, sums, sumCode(source, sums));
  }
}

/**
 * Groups by a field that comes in runs, and by others: of one code at a time its rows are summed by the others' packed
 * number. There can be as many groups as rows, so they are handed out a chunk at a time, in memory used again and again:
 * new memory for all of them would take longer than the sums.
 *
 * @param mostLicenses what no sum is above
 * @param visit gets each chunk, which holds until it returns
 */
export function visitGroupsByRuns(
  table: Table,
  selection: Selection,
  fields: readonly Field[],
  byRuns: ByRuns,
  mostLicenses: number,
  visit: (groups: GroupSums) => void,
): void {
  const { field, others } = byRuns;
  const { places } = others;
  const source = sourceOf(table, selection, byRuns);
  const sums = emptySums(mostLicenses, places);
  // A chunk takes all groups of one more code as long as it is not full.
  const room = GROUPS_OF_A_CHUNK + places;
  const chunk: Chunk = {
    codes: codesFor(table.texts[field].dictionary.length, room),
    numbers: codesFor(places, room),
    sold: countsFor(mostLicenses, room),
    deployed: countsFor(mostLicenses, room),
  };
  for (let count = fillChunk(source, sums, chunk); count > 0; count = fillChunk(source, sums, chunk)) {
    const codesBy = unpack(chunk.numbers.subarray(0, count), others).set(
      field,
      chunk.codes.subarray(0, count),
    );
    visit({
      fields,
      count,
      keys: keysOf(fields, codesBy),
      licensesSold: chunk.sold.subarray(0, count),
      licensesDeployed: chunk.deployed.subarray(0, count),
    });
  }
}
