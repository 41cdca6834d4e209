import { expect, test } from 'vitest';
import { createDictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { selectionOfBitmap, rowIdsOf } from '#engine/snapshot/columns/selection.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import { countedColumns } from '#engine/snapshot/columns/unread-columns.fixture.ts';
import { createValueBitmaps } from './value-bitmaps.ts';

// One value that most rows have, some that few have, and no value.
const CHANNELS = Array.from({ length: 200 }, (_, row) =>
  row % 3 === 0 ? 'most' : row % 50 === 1 ? null : `few ${row % 40}`,
);

function bitmapsOf(onRead: () => void) {
  const rows = CHANNELS.map((channel) => ({ channel, licensesSold: 1, licensesDeployed: 1 }));
  const table = countedColumns(tableOfRows(rows), onRead);
  const index = createDictionaryIndex(table);
  const bitmapOf = createValueBitmaps(table, index);
  const { classOf } = index.equalTexts('channel');
  return (values: readonly string[], areLeftOut: boolean): readonly number[] => {
    const named = new Set(values.map((value) => classOf.get(value) ?? -1));
    const words = bitmapOf({ field: 'channel', areLeftOut, named });
    const ids = [...rowIdsOf(selectionOfBitmap(rows.length, words))];
    // Whoever asked joins others into it.
    words.fill(0);
    return ids;
  };
}

test('bitmaps are those of the rows, however many were made', () => {
  const rowsWith = bitmapsOf(() => undefined);
  const values = ['most', 'few 2', 'few 7', 'most', 'few 38', 'few 11', 'most'];
  for (let time = 0; time < 12; time += 1) {
    const named = values.slice(time % 5, (time % 5) + (time % 3) + 1);
    const areLeftOut = time % 2 === 1;
    const expected = CHANNELS.flatMap((channel, row) =>
      (channel !== null && named.includes(channel)) === areLeftOut ? [] : [row],
    );
    expect(rowsWith(named, areLeftOut)).toEqual(expected);
  }
});

test('a column is read for the first few bitmaps, and once more for all others', () => {
  let readings = 0;
  const rowsWith = bitmapsOf(() => {
    readings += 1;
  });
  const counts = Array.from({ length: 8 }, () => {
    rowsWith(['few 2'], false);
    return readings;
  });
  expect(counts).toEqual([1, 2, 3, 4, 5, 5, 5, 5]);
});
