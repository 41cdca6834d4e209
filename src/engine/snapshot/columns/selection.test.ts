import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allRows,
  bitmapOf,
  bitmapWords,
  BLOCK_ROWS,
  rowBlocksOf,
  rowIdsAt,
  rowIdsOf,
  type Selection,
  selectionOfBitmap,
} from './selection.ts';

/** Some rows of a table, few or many, that leave whole blocks out. */
function anySelected() {
  return fc
    .record({
      rows: fc.oneof(fc.nat(100), fc.integer({ min: BLOCK_ROWS - 40, max: BLOCK_ROWS * 3 + 40 })),
      every: fc.constantFrom(1, 2, 40, 3000),
      from: fc.oneof(fc.constant(0), fc.nat(BLOCK_ROWS * 2)),
    })
    .map(({ rows, every, from }) => ({
      rows,
      ids: Array.from({ length: rows }, (_, row) => row).filter((row) => row >= from && row % every === 0),
    }));
}

function selectionOf(rows: number, ids: readonly number[]): Selection {
  const words = new Uint32Array(bitmapWords(rows));
  for (const id of ids) words[id >>> 5] = (words[id >>> 5] ?? 0) | (1 << (id & 31));
  return selectionOfBitmap(rows, words);
}

function idsOfBlocks(selection: Selection): readonly number[] {
  const ids: number[] = [];
  const blocks = rowBlocksOf(selection);
  for (let length = blocks.next(); length > 0; length = blocks.next()) {
    ids.push(...blocks.ids.subarray(0, length));
  }
  return ids;
}

test('the rows that went in come out, all at once, in blocks, by place and as a bitmap', () => {
  fc.assert(
    fc.property(
      anySelected(),
      fc.oneof(fc.nat(90), fc.nat(7000)),
      fc.nat(200),
      ({ rows, ids }, offset, limit) => {
        const selection = selectionOf(rows, ids);
        expect(selection.count).toBe(ids.length);
        expect([...rowIdsOf(selection)]).toEqual(ids);
        expect(idsOfBlocks(selection)).toEqual(ids);
        expect([...rowIdsAt(selection, offset, limit)]).toEqual(ids.slice(offset, offset + limit));
        expect(selectionOfBitmap(rows, bitmapOf(selection))).toEqual(selection);
      },
    ),
    { numRuns: 300 },
  );
});

test('a selection takes the smaller of its forms, and none where all rows are in it', () => {
  const kindOf = (count: number) =>
    selectionOf(
      6400,
      Array.from({ length: count }, (_, row) => row),
    ).kind;
  expect([0, 199, 200, 6399, 6400].map(kindOf)).toEqual(['ids', 'ids', 'bitmap', 'bitmap', 'all']);
});

test('the bitmap of all rows has no bit behind the last one', () => {
  expect([...bitmapOf(allRows(33))]).toEqual([0xffff_ffff, 1]);
  expect([...bitmapOf(allRows(32))]).toEqual([0xffff_ffff]);
  expect([...bitmapOf(allRows(0))]).toEqual([]);
});

test('rows by place begin and end anywhere in a word of the bitmap, and on its borders', () => {
  // Words with all bits, none, some, and one at either end: 32 × 6 rows and a few more.
  const ids = Array.from({ length: 197 }, (_, row) => row).filter((row) => {
    const word = row >>> 5;
    if (word === 1) return false;
    if (word === 3) return row % 32 === 0;
    if (word === 4) return row % 32 === 31;
    return word === 0 || row % 3 !== 0;
  });
  const selection = selectionOf(197, ids);
  expect(selection.kind).toBe('bitmap');
  for (let offset = 0; offset <= ids.length + 1; offset += 1) {
    for (let limit = 0; limit <= ids.length - offset + 2; limit += 1) {
      expect([...rowIdsAt(selection, offset, limit)]).toEqual(ids.slice(offset, offset + limit));
    }
  }
});
