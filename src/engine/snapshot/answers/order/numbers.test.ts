import { expect, test } from 'vitest';
import { BLOCK_ITEMS, readAll, readBlocks, type Numbers } from './numbers.ts';

/** So many numbers, each its own place. */
const placesBelow = (count: number): Numbers => ({
  count,
  read(from, into) {
    for (let at = 0; at < into.length; at += 1) into[at] = from + at;
  },
});

test('numbers are read block by block, each once, none beyond the last', () => {
  for (const [count, sizes] of [
    [0, []],
    [1, [1]],
    [BLOCK_ITEMS, [BLOCK_ITEMS]],
    [2 * BLOCK_ITEMS + 3, [BLOCK_ITEMS, BLOCK_ITEMS, 3]],
  ] as const) {
    const seen: number[] = [];
    const isAll = readBlocks(placesBelow(count), (block, from) => {
      expect(block[0]).toBe(from);
      seen.push(block.length);
      return true;
    });
    expect(isAll).toBe(true);
    expect(seen).toEqual(sizes);
    expect(readAll(placesBelow(count))).toEqual(Float64Array.from({ length: count }, (_, at) => at));
  }
});

test('whoever has seen enough ends the reading', () => {
  const seen: number[] = [];
  const isAll = readBlocks(placesBelow(3 * BLOCK_ITEMS), (_, from) => {
    seen.push(from);
    return from < BLOCK_ITEMS;
  });
  expect(isAll).toBe(false);
  expect(seen).toEqual([0, BLOCK_ITEMS]);
});
