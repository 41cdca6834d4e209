import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeploymentRow, PageSortKey } from '#engine/engine.ts';
import { sortRows } from '#engine/order.ts';
import { createDictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import {
  allRows,
  bitmapWords,
  rowIdsOf,
  selectionOfBitmap,
  type Selection,
} from '#engine/snapshot/columns/selection.ts';
import { anyRows } from '#engine/snapshot/columns/rows.arbitrary.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import { ROW_SORT_FIELDS } from '#view/view.ts';
import { rowOrder } from './row-order.ts';

const anySort = (): fc.Arbitrary<readonly PageSortKey[]> =>
  fc.array(fc.record({ field: fc.constantFrom(...ROW_SORT_FIELDS), descending: fc.boolean() }), {
    maxLength: 4,
  });

/** The rows for which `isIn` says so, as the selection that suits their number. */
function selected(rows: number, isIn: (row: number) => boolean): Selection {
  const words = new Uint32Array(bitmapWords(rows));
  for (let row = 0; row < rows; row += 1) {
    if (isIn(row)) words[row >>> 5] = (words[row >>> 5] ?? 0) | (1 << (row & 31));
  }
  return selectionOfBitmap(rows, words);
}

/** `sortRows`' answer as row ids: it is stable, so that rows that are the same object twice can't hide a mistake. */
function expectedIds(
  rows: readonly DeploymentRow[],
  ids: readonly number[],
  sort: readonly PageSortKey[],
): number[] {
  const idOf = new Map<DeploymentRow, number>();
  const own = ids.map((id) => {
    const row = { ...rows[id], licensesSold: 0, licensesDeployed: 0, ...rows[id] };
    idOf.set(row, id);
    return row;
  });
  return sortRows(own, sort).map((row) => idOf.get(row) ?? -1);
}

describe('the order of a table’s rows', () => {
  test('is that of sortRows, whichever rows are selected', () => {
    fc.assert(
      fc.property(
        anyRows(80),
        fc.constantFrom('all', 'most', 'few'),
        fc.nat(6),
        anySort(),
        (rows, share, seed, sort) => {
          const table = tableOfRows(rows);
          const isIn = (row: number): boolean =>
            share === 'all' || (share === 'most') !== ((row * 31 + seed) % 7 === 0);
          const selection = selected(rows.length, isIn);
          const ids = rows.flatMap((_, row) => (isIn(row) ? [row] : []));
          const order = rowOrder(table, selection, sort, createDictionaryIndex(table));
          expect([...order]).toEqual(expectedIds(rows, ids, sort));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('tells utilizations apart that differ in their last bit, and takes equal ones for equal', () => {
    const big = 2 ** 52;
    const rows = [
      { licensesDeployed: big + 1, licensesSold: big },
      { licensesDeployed: big, licensesSold: big },
      { licensesDeployed: 1, licensesSold: 3 },
      { licensesDeployed: 2, licensesSold: 6 },
      { licensesDeployed: 5, licensesSold: 0 },
      { licensesDeployed: 3, licensesSold: 3 },
    ];
    const table = tableOfRows(rows);
    const by = (descending: boolean) => [
      ...rowOrder(
        table,
        allRows(rows.length),
        [{ field: 'utilization', descending }],
        createDictionaryIndex(table),
      ),
    ];
    expect(by(false)).toEqual([2, 3, 1, 5, 0, 4]);
    expect(by(true)).toEqual([0, 1, 5, 2, 3, 4]);
  });

  test('counts what is over-deployed below 0, beyond 31 and 32 bits too', () => {
    const differences = [0, -1, 2 ** 31, -(2 ** 31) - 1, 2 ** 40, -(2 ** 40), 7];
    const rows = differences.map((difference) => ({
      licensesSold: Math.max(difference, 0),
      licensesDeployed: Math.max(-difference, 0),
    }));
    const table = tableOfRows(rows);
    const sort = [{ field: 'licensesNotDeployed' as const, descending: false }];
    const order = rowOrder(table, allRows(rows.length), sort, createDictionaryIndex(table));
    expect(Array.from(order, (row) => differences[row])).toEqual(differences.toSorted((a, b) => a - b));
  });

  test('without a sort is that of the selection, which is not copied', () => {
    const selection = selected(100, (row) => row === 7 || row === 90);
    const table = tableOfRows(Array.from({ length: 100 }, () => ({ licensesSold: 1, licensesDeployed: 1 })));
    const order = rowOrder(table, selection, [], createDictionaryIndex(table));
    expect(order).toBe(rowIdsOf(selection));
    expect([...order]).toEqual([7, 90]);
  });
});
