import { codesFor, countsFor } from '#engine/snapshot/columns/narrowest-array.ts';
import type { Codes, Counts } from '#engine/snapshot/columns/table.ts';
import { codesIn, COUNTS, countsIn, type Scratch } from './scan/scratch.ts';
import { TEXTS } from './scan/column-numbers.ts';

/** Columns that page after page is added to. Memory is taken before it is needed: new memory is what costs most. */
export type PartColumns = {
  rows: number;
  /** Rows there is room for. */
  capacity: number;
  /** Of `TEXT_COLUMNS`, as narrow as the dictionaries have allowed so far. */
  codes: readonly Codes[];
  /** Of `COUNT_COLUMNS`. */
  counts: readonly Counts[];
};

// The service may count wrong, which must not cost much: there is never room for more than so many pages like the first
// one.
const MOST_PAGES = 400;

export function createPartColumns(): PartColumns {
  return {
    rows: 0,
    capacity: 0,
    codes: Array.from({ length: TEXTS }, () => codesFor(0, 0)),
    counts: Array.from({ length: COUNTS }, () => countsFor(0, 0)),
  };
}

/**
 * Adds the first rows of `scratch`.
 *
 * @param sizes of the dictionaries of `TEXT_COLUMNS`
 * @param expected how many rows may come in all, null where nobody knows: a hint
 */
export function addRows(
  columns: PartColumns,
  scratch: Scratch,
  rows: number,
  sizes: readonly number[],
  expected: number | null,
): void {
  const from = columns.rows;
  const to = from + rows;
  if (to > columns.capacity) {
    columns.capacity = Math.max(to, 2 * columns.capacity, Math.min(expected ?? 0, rows * MOST_PAGES));
  }
  const { capacity } = columns;
  columns.codes = columns.codes.map((before, column) => {
    const codes = withRoom(before, from, codesFor(sizes[column] ?? 0, 0), capacity);
    codes.set(codesIn(scratch, column, rows), from);
    return codes;
  });
  columns.counts = columns.counts.map((before, column) => {
    const added = countsIn(scratch, column, rows);
    const counts = withRoom(before, from, countsFor(largestOf(added), 0), capacity);
    counts.set(added, from);
    return counts;
  });
  columns.rows = to;
}

/** The array, or where it is too short, or narrower than `kind`, a larger or wider copy of its first elements. */
function withRoom<A extends Codes | Counts>(array: A, length: number, kind: A, capacity: number): A {
  const isWide = array.BYTES_PER_ELEMENT >= kind.BYTES_PER_ELEMENT;
  if (isWide && array.length === capacity) return array;
  const { constructor } = isWide ? array : kind;
  const larger = new (constructor as new (length: number) => A)(capacity);
  larger.set(array.subarray(0, length));
  return larger;
}

function largestOf(counts: Float64Array): number {
  let largest = 0;
  for (let row = 0; row < counts.length; row += 1) {
    const count = counts[row]!;
    if (count > largest) largest = count;
  }
  return largest;
}

/** The first elements of an array: itself where it has no more. */
export function firstOf<A extends Codes | Counts>(array: A, length: number): A {
  return array.length === length ? array : (array.slice(0, length) as A);
}
