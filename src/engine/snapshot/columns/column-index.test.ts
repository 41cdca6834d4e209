import { expect, test } from 'vitest';
import { FIELDS } from '#partner-center/fields.ts';
import { createColumnIndex } from './column-index.ts';
import { TEXT_COLUMNS } from './table.ts';
import { tableOfRows } from './table.fixture.ts';

const table = tableOfRows(
  Array.from({ length: 64 }, (_, row) => ({
    customerName: row < 40 ? 'a' : 'b',
    productName: String(row % 5),
    licensesSold: 1,
    licensesDeployed: row,
  })),
);

/** What the runs of all columns take: three numbers of 32 bits for each run. */
function bytesOfRuns(index: ReturnType<typeof createColumnIndex>): number {
  const runs = TEXT_COLUMNS.map((column) => index.runs(column)?.count ?? 0);
  return runs.reduce((sum, count) => sum + 3 * 4 * count, 0);
}

/** What the codes of all determined columns take. */
function bytesOfDetermined({ determined }: ReturnType<typeof createColumnIndex>): number {
  const pairs = FIELDS.flatMap((by) =>
    FIELDS.filter((field) => field !== by).map((field) => determined(by, field)),
  );
  return pairs.reduce((sum, codes) => sum + (codes?.byteLength ?? 0), 0);
}

test('a column has runs where they are long', () => {
  const { runs } = createColumnIndex(table);
  expect(runs('customerName')).toMatchObject({ count: 2 });
  expect(runs('productName')).toBe(null);
});

test('no sum is above the larger of both columns of licenses', () => {
  expect(createColumnIndex(table).mostLicenses()).toBe((63 * 64) / 2);
});

test('preparing comes to an end, after which nothing has to be made', () => {
  const index = createColumnIndex(table);
  const byName = index.runs('customerName');
  let pieces = 0;
  while (index.prepare()) pieces += 1;
  // The licenses, every column but one, which is there already, and which field determines which.
  expect(pieces).toBe(TEXT_COLUMNS.length + FIELDS.length * (FIELDS.length - 1));
  const held = index.bytesHeld();
  expect(held).toBe(bytesOfRuns(index) + bytesOfDetermined(index));
  expect(index.runs('customerName')).toBe(byName);
  expect(index.bytesHeld()).toBe(held);
});
