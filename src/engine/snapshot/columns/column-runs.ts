import { clusterRows } from './cluster-rows.ts';
import type { Codes } from './table.ts';

/**
 * A column as runs: neighbours that share a code are one entry. In the order of their codes, so that all rows of a
 * value come one after the other, whether they stand together in the column or not.
 */
export type Runs = {
  readonly count: number;
  /** By run: the code its rows share. */
  readonly codes: Uint32Array<ArrayBuffer>;
  /** By run: its first row, and the one behind its last. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
};

/**
 * The runs of a column.
 *
 * @param entries how many codes the column's dictionary has
 * @returns null where there are more than `most`
 */
export function runsOf(codes: Codes, entries: number, most: number): Runs | null {
  const starts = startsOf(codes, most);
  if (starts === null) return null;
  const ends = starts.slice();
  ends.copyWithin(0, 1);
  if (ends.length > 0) ends[ends.length - 1] = codes.length;
  const ofRuns = starts.map((start) => codes[start]!);
  if (isAscending(ofRuns)) return { count: starts.length, codes: ofRuns, starts, ends };
  const everyRun = starts.map((_, run) => run);
  const { ids: order } = clusterRows(everyRun, ofRuns, entries);
  const ordered = (by: Uint32Array) => order.map((run) => by[run]!);
  return { count: order.length, codes: ordered(ofRuns), starts: ordered(starts), ends: ordered(ends) };
}

/** The first row of each run; null where there are more than `most`. */
function startsOf(codes: Codes, most: number): Uint32Array<ArrayBuffer> | null {
  const starts = new Uint32Array(most);
  let count = 0;
  let present = -1;
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row]!;
    if (code === present) continue;
    if (count === starts.length) return null;
    starts[count] = row;
    count += 1;
    present = code;
  }
  return starts.slice(0, count);
}

function isAscending(numbers: Uint32Array): boolean {
  for (let index = 1; index < numbers.length; index += 1) {
    if (numbers[index]! < numbers[index - 1]!) return false;
  }
  return true;
}
