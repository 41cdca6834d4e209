import { describe, expect, test } from 'vitest';
import type { DeploymentRow } from './engine.ts';
import { sortRows } from './order.ts';

const row = (
  name: string | null,
  deployed: number,
  sold: number,
  channel?: string | null,
): DeploymentRow => ({
  productName: name,
  ...(channel === undefined ? {} : { channel }),
  licensesDeployed: deployed,
  licensesSold: sold,
});
const names = (rows: readonly DeploymentRow[]) => rows.map(({ productName }) => productName);

describe('rows in order', () => {
  const rows = [row('b', 1, 2), row(null, 0, 5), row('a', 3, 0), row('B', 4, 8), row('c', 9, 3)];

  test('are the same rows where nothing is asked for', () => {
    expect(sortRows(rows, [], ['productName'])).toBe(rows);
  });

  test('utilization of nothing sold comes last in either direction, equals stay as they were', () => {
    const by = (descending: boolean) => names(sortRows(rows, [{ field: 'utilization', descending }]));
    expect(by(false)).toEqual([null, 'b', 'B', 'c', 'a']);
    expect(by(true)).toEqual(['c', 'b', 'B', null, 'a']);
  });

  test('no name comes last in either direction, names equal but for case stay as they were', () => {
    const by = (descending: boolean) => names(sortRows(rows, [{ field: 'productName', descending }]));
    expect(by(false)).toEqual(['a', 'b', 'B', 'c', null]);
    expect(by(true)).toEqual(['c', 'b', 'B', 'a', null]);
  });

  test('a further key decides between equals', () => {
    const sort = [
      { field: 'productName' as const, descending: false },
      { field: 'licensesNotDeployed' as const, descending: true },
    ];
    expect(names(sortRows(rows, sort))).toEqual(['a', 'B', 'b', 'c', null]);
  });
});

describe('groups in order', () => {
  const groups = [
    row('b', 1, 2, null),
    row('b', 1, 2, 'x'),
    row(null, 1, 2, 'a'),
    row('B', 1, 2, 'x'),
    row('a', 1, 2, 'z'),
    row('z', 2, 4, 'z'),
  ];
  const bySold = [{ field: 'licensesSold' as const, descending: true }];

  test('equal ones come by their key, whatever order they came in', () => {
    const keys = (rows: readonly DeploymentRow[]) =>
      sortRows(rows, bySold, ['productName', 'channel']).map(({ productName, channel }) => [
        productName,
        channel,
      ]);
    const expected = [
      ['z', 'z'],
      ['B', 'x'],
      ['a', 'z'],
      ['b', 'x'],
      ['b', null],
      [null, 'a'],
    ];
    expect(keys(groups)).toEqual(expected);
    expect(keys(groups.toReversed())).toEqual(expected);
  });

  test('the fields of the key count in the order they are grouped by', () => {
    expect(names(sortRows(groups, bySold, ['channel', 'productName']))).toEqual([
      'z',
      null,
      'B',
      'b',
      'a',
      'b',
    ]);
  });
});
