/**
 * A number for each of some items, worked out when it is read: a block of them at a time stays in the first-level cache,
 * where an array of a million would have to be taken from the system first.
 */
export type Numbers = {
  readonly count: number;
  /** Fills an array of at most `BLOCK_ITEMS` with the numbers of the items that begin at item `from`. */
  readonly read: (from: number, into: Float64Array) => void;
};

/** How many items are read at once at most. */
export const BLOCK_ITEMS = 1024;

/** Reads all numbers, one block after the other. `visit` returns false to end the reading, and then so does this. */
export function readBlocks(
  { count, read }: Numbers,
  visit: (numbers: Float64Array, from: number) => boolean,
): boolean {
  const block = new Float64Array(Math.min(count, BLOCK_ITEMS));
  for (let from = 0; from < count; from += BLOCK_ITEMS) {
    const numbers = block.subarray(0, count - from);
    read(from, numbers);
    if (!visit(numbers, from)) return false;
  }
  return true;
}

/** All the numbers at once. */
export function readAll(numbers: Numbers): Float64Array<ArrayBuffer> {
  const all = new Float64Array(numbers.count);
  readBlocks(numbers, (block, from) => {
    all.set(block, from);
    return true;
  });
  return all;
}
