import { expect, test } from 'vitest';
import type { Changes, Totals } from '#engine/engine.ts';
import { chartBefore } from './chart-before.ts';
import type { Ranked } from './chart-groups.ts';

const licenses = (licensesSold: number): Totals => ({ licensesSold, licensesDeployed: 0 });

const ranked = (...values: (string | null)[]): Ranked => ({
  top: values.map((value) => ({ key: [value], ...licenses(1) })),
  other: { ...licenses(1), groups: 3 },
  total: { ...licenses(1), groups: 9 },
});

const compared = (
  before: Totals,
  rows: readonly (readonly [string | null, Totals | null])[],
): Pick<Changes, 'rows' | 'before'> => ({
  before,
  rows: rows.map(([value, then]) => ({ key: [value], before: then, after: licenses(1) })),
});

test('what is not named is the rest of the whole of then', () => {
  const changes = compared(licenses(100), [
    ['A', licenses(40)],
    ['B', null],
    [null, licenses(5)],
    ['unnamed', licenses(7)],
  ]);
  const { counted, leftOut } = chartBefore(
    { counted: ranked('a', 'B', null), leftOut: null },
    changes,
    changes,
  );
  expect(counted.member('A')).toEqual(licenses(40));
  expect(counted.member('B')).toBeNull();
  expect(counted.member(null)).toEqual(licenses(5));
  expect(counted.total).toEqual(licenses(100));
  expect(counted.other).toEqual(licenses(55));
  expect(leftOut).toBeNull();
});

test('of a member that nobody knows of, neither it nor the rest is known', () => {
  const changes = compared(licenses(100), [['A', licenses(40)]]);
  const { counted } = chartBefore({ counted: ranked('A', 'B'), leftOut: null }, changes, changes);
  expect(counted.member('B')).toBeUndefined();
  expect(counted.other).toBeNull();
});

test('what a choice leaves out is what the chosen ones were not', () => {
  const all = compared(licenses(100), [
    ['A', licenses(40)],
    ['B', licenses(10)],
  ]);
  const own = compared(licenses(40), [['A', licenses(40)]]);
  const before = chartBefore({ counted: ranked('A'), leftOut: ranked('B') }, all, own);
  expect(before.counted).toMatchObject({ other: licenses(0), total: licenses(40) });
  expect(before.leftOut).toMatchObject({ other: licenses(50), total: licenses(60) });
});
