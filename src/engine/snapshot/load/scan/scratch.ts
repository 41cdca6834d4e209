import { COLUMNS, TEXTS } from './column-numbers.ts';

export const COUNTS = COLUMNS - TEXTS;

/** The rows of one page by column, until all of it is read. Has room for the largest page so far. */
export type Scratch = {
  /** Rows there is room for: where one column begins after the other. */
  capacity: number;
  /** `TEXTS` columns. */
  codes: Uint32Array<ArrayBuffer>;
  /** `COUNTS` columns. */
  counts: Float64Array<ArrayBuffer>;
};

// Also after doubling it is no multiple of a memory page: where the columns of a row are whole pages apart they compete
// for the same few lines of a processor's first cache.
const FEWEST_ROWS = 1032;

export function createScratch(): Scratch {
  return withCapacity(FEWEST_ROWS);
}

function withCapacity(capacity: number): Scratch {
  return {
    capacity,
    codes: new Uint32Array(capacity * TEXTS),
    counts: new Float64Array(capacity * COUNTS),
  };
}

/** Makes room for so many rows; those that are there stay. */
export function makeRoomForRows(scratch: Scratch, rows: number): void {
  const { capacity } = scratch;
  if (rows <= capacity) return;
  const larger = withCapacity(Math.max(rows, capacity * 2));
  for (let column = 0; column < TEXTS; column += 1) {
    larger.codes.set(codesIn(scratch, column, capacity), column * larger.capacity);
  }
  for (let column = 0; column < COUNTS; column += 1) {
    larger.counts.set(countsIn(scratch, column, capacity), column * larger.capacity);
  }
  Object.assign(scratch, larger);
}

/** The codes of the first rows in a column of text. */
export function codesIn({ capacity, codes }: Scratch, column: number, rows: number): Uint32Array {
  return codes.subarray(column * capacity, column * capacity + rows);
}

/** The counts of the first rows in a column of licenses. */
export function countsIn({ capacity, counts }: Scratch, column: number, rows: number): Float64Array {
  return counts.subarray(column * capacity, column * capacity + rows);
}
