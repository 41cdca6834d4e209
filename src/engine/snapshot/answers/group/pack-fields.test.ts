import { expect, test } from 'vitest';
import type { Field } from '#partner-center/fields.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import { keysOf, packRows, packsOf, packTable, unpack } from './pack-fields.ts';

/** A table whose fields have so many values; with no value each has one place more. */
function tableOf(values: Partial<Record<Field, number>>, rows: number) {
  return tableOfRows(
    Array.from({ length: rows }, (_, row) => ({
      ...Object.fromEntries(Object.entries(values).map(([field, count]) => [field, String(row % count)])),
      licensesSold: 1,
      licensesDeployed: 1,
    })),
  );
}

const fieldsOf = (...given: Parameters<typeof packsOf>) => packsOf(...given).map(({ fields }) => fields);

test('fields are packed while their places are no more than the rows, the largest dictionary first', () => {
  const table = tableOf({ channel: 1, productName: 39, customerName: 99 }, 4_000);
  const fields = ['channel', 'productName', 'customerName'] as const;
  expect(fieldsOf(table, fields, 8_000)).toEqual([['customerName', 'productName', 'channel']]);
  expect(fieldsOf(table, fields, 7_999)).toEqual([['customerName', 'productName'], ['channel']]);
  expect(fieldsOf(table, fields, 4_000)).toEqual([['customerName', 'productName'], ['channel']]);
  expect(fieldsOf(table, fields, 3_999)).toEqual([['customerName', 'channel'], ['productName']]);
  // However few rows there are, so many places cost nothing.
  const small = tableOf({ channel: 31, productName: 31 }, 40);
  expect(fieldsOf(small, ['channel', 'productName'], 1)).toHaveLength(1);
  expect(packsOf(table, [], 9)).toEqual([]);
});

test('packed numbers are taken apart into the codes that they were made of', () => {
  const table = tableOf({ channel: 3, productName: 5, customerName: 7 }, 100);
  const [pack] = packsOf(table, ['channel', 'productName', 'customerName'], 1_000);
  if (pack === undefined) throw new Error('There is no pack.');
  expect(pack.places).toBe(4 * 6 * 8);
  const all = packTable(table, pack);
  const ids = Uint32Array.of(99, 3, 50);
  const some = packRows(new Uint32Array(3), pack, ids);
  expect([...some]).toEqual(Array.from(ids, (id) => all[id]));
  const codes = keysOf(['customerName', 'channel', 'productName'], unpack(some, pack));
  expect(codes.map((own) => [...own])).toEqual(
    (['customerName', 'channel', 'productName'] as const).map((field) =>
      Array.from(ids, (id) => table.texts[field].codes[id]),
    ),
  );
});

test('one field alone is its own column', () => {
  const table = tableOf({ channel: 3 }, 10);
  const [pack] = packsOf(table, ['channel'], 10);
  expect(pack && packTable(table, pack)).toBe(table.texts.channel.codes);
});

test('a field that was not packed has no codes, which is said in words', () => {
  expect(() => keysOf(['channel'], new Map())).toThrow('There are no codes of channel.');
});
