import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldKey } from '#partner-center/filter/fold-case.ts';
import { changesOf, joinGroupLists } from './changes.ts';
import { changeOf, relativeChangeOf } from './totals.ts';
import type { ChangesQuestion, Group } from './engine.ts';

const QUESTION: ChangesQuestion = {
  by: ['productName'],
  rankBy: 'licensesSold',
  movers: 3,
  sort: [{ field: 'change', descending: true }],
  offset: 0,
  limit: 100,
};

const group = (name: string | null, licensesSold: number, licensesDeployed = 0): Group => ({
  key: [name],
  licensesSold,
  licensesDeployed,
});

test('members that differ in letter case are one, new and gone ones are told, and each is written as it is later', () => {
  const changes = joinGroupLists(
    [group('visio', 5, 2), group('Gone', 3), group(null, 1)],
    [group('Visio', 7, 1), group('New', 4)],
  );
  expect(changes).toEqual([
    {
      key: ['Visio'],
      before: { licensesSold: 5, licensesDeployed: 2 },
      after: { licensesSold: 7, licensesDeployed: 1 },
    },
    { key: ['New'], before: null, after: { licensesSold: 4, licensesDeployed: 0 } },
    { key: ['Gone'], before: { licensesSold: 3, licensesDeployed: 0 }, after: null },
    { key: [null], before: { licensesSold: 1, licensesDeployed: 0 }, after: null },
  ]);
});

test('movers are those that changed, biggest first, equal ones by name', () => {
  const before = [group('a', 1), group('b', 9), group('c', 4), group('d', 5), group('e', 5), group('f', 3)];
  const after = [group('a', 8), group('b', 2), group('c', 4), group('d', 6), group('e', 6), group('g', 2)];
  const { up, down, appeared, vanished, total } = changesOf(before, after, QUESTION);
  expect(up.map(({ key }) => key[0])).toEqual(['a', 'g', 'd']);
  expect(down.map(({ key }) => key[0])).toEqual(['b', 'f']);
  expect({ appeared, vanished, total }).toEqual({ appeared: 1, vanished: 1, total: 7 });
});

test('a utilization that is undefined on one side has no change, and what grew from nothing no percentage', () => {
  const [change] = joinGroupLists([group('a', 0, 0)], [group('a', 10, 5)]);
  expect(change && changeOf(change, 'utilization')).toBeNull();
  expect(change && changeOf(change, 'licensesSold')).toBe(10);
  expect(change && relativeChangeOf(change)).toBeNull();
  expect(change && changeOf(change, 'idle')).toBeNull();
});

const anyGroups = fc.uniqueArray(
  fc.record({
    key: fc.tuple(fc.option(fc.constantFrom('a', 'B', 'ç', 'd', 'E', 'f', '1', '10', ''), { nil: null })),
    licensesSold: fc.nat(5),
    licensesDeployed: fc.nat(5),
  }),
  { selector: ({ key }) => foldKey(key) },
);

test('every license of both snapshots is in one change, and any order holds the same ones', () => {
  const orders = ['change', 'changePercent', 'before', 'licensesSold', 'utilization', 'productName'] as const;
  fc.assert(
    fc.property(
      anyGroups,
      anyGroups,
      fc.constantFrom(...orders),
      fc.boolean(),
      (before, after, field, descending) => {
        const { rows, total } = changesOf(before, after, { ...QUESTION, sort: [{ field, descending }] });
        expect(rows).toHaveLength(total);
        expect(new Set(rows.map(({ key }) => foldKey(key))).size).toBe(total);
        const sold = (list: readonly (Group | null)[]) =>
          list.reduce((sum, one) => sum + (one?.licensesSold ?? 0), 0);
        expect(rows.reduce((sum, change) => sum + (changeOf(change, 'licensesSold') ?? 0), 0)).toBe(
          sold(after) - sold(before),
        );
        if (field !== 'change') return;
        const changed = rows.map((change) => changeOf(change, 'licensesSold') ?? 0);
        expect(changed).toEqual(changed.toSorted((a, b) => (descending ? b - a : a - b)));
      },
    ),
  );
});
