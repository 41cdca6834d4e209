import { expect, test } from 'vitest';
import { bytesOfTable } from './bytes-of-table.ts';
import { TEXT_COLUMNS } from './table.ts';
import { tableOfRows } from './table.fixture.ts';

const bytesOf = (...names: readonly (string | null)[]): number =>
  bytesOfTable(
    tableOfRows(names.map((customerName) => ({ customerName, licensesSold: 1, licensesDeployed: 1 }))),
  );

test('a table takes what its columns take: a byte a code, and two counts of 32 bits a row', () => {
  expect(bytesOf(null)).toBe(TEXT_COLUMNS.length + 4 + 4);
  expect(bytesOf(null, null)).toBe(2 * bytesOf(null));
});

test('and its texts: a byte a character where all are Latin, else two, and as much for each text', () => {
  const one = bytesOf('é');
  expect(bytesOf('éabcde')).toBe(one + 5);
  expect(bytesOf('ćabcde')).toBe(one + 5 + 6);
  expect(bytesOf('abcdeć')).toBe(one + 5 + 6);
  expect(bytesOf('aćbcde')).toBe(one + 5 + 6);
  // A text costs more than its characters.
  expect(one).toBeGreaterThan(bytesOf(null) + 8);
  expect(bytesOf('a', 'b')).toBe(2 * one);
  expect(bytesOf('a', 'a')).toBe(one + bytesOf(null));
});
