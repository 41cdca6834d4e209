import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Group, Totals } from '#engine/engine.ts';
import type { ChartBefore } from '#query/chart-before.ts';
import type { ChartGroups } from '#query/chart-groups.ts';
import { MEASURES } from '#view/view.ts';
import { barRows, rowsOf, type Bar } from './bars.ts';

const totals = (licensesDeployed: number, licensesSold: number): Totals => ({
  licensesSold,
  licensesDeployed,
});

const group = (key: string | null, deployed: number, sold: number): Group => ({
  key: [key],
  ...totals(deployed, sold),
});

function ranked(top: readonly Group[], other: Totals | null = null): ChartGroups['counted'] {
  return {
    top,
    other: other && { ...other, groups: 7 },
    total: { ...totals(0, 0), groups: top.length },
  };
}

function groupsOf(top: readonly Group[], other: Totals | null = null): ChartGroups {
  return { counted: ranked(top, other), leftOut: null };
}

// The service documents no negative counts, but any sum of what it sends has to be drawn.
const count = fc.oneof(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: -50, max: 50 }));
const anyTotals = fc.record({ licensesSold: count, licensesDeployed: count });
const anyGroups = fc.tuple(fc.array(anyTotals, { maxLength: 10 }), fc.option(anyTotals)).map(([top, other]) =>
  groupsOf(
    top.map((each, index) => ({ key: [`m${index}`], ...each })),
    other,
  ),
);

const bars = (groups: ChartGroups, measure: (typeof MEASURES)[number]): readonly (Bar | null)[] =>
  rowsOf(barRows(groups, measure)).map(({ bar }) => bar);

test('no bar leaves its room, and deployed never leaves its track', () => {
  fc.assert(
    fc.property(anyGroups, fc.constantFrom(...MEASURES), (groups, measure) => {
      for (const bar of bars(groups, measure)) {
        if (bar === null) continue;
        expect(bar.sold + bar.over).toBeLessThanOrEqual(1 + 1e-9);
        expect(bar.deployed).toBeLessThanOrEqual(bar.sold);
        expect(Math.min(bar.deployed, bar.over, bar.sold)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('bars of members compare in licenses: equal lengths are equal counts', () => {
  fc.assert(
    fc.property(anyGroups, (groups) => {
      const { members } = barRows(groups, 'licensesSold');
      const longest = Math.max(
        ...groups.counted.top.flatMap((row) => [row.licensesSold, row.licensesDeployed]),
      );
      for (const { bar, totals: counts } of members) {
        if (bar === null) {
          expect(Math.max(counts.licensesSold, counts.licensesDeployed)).toBeLessThanOrEqual(0);
          continue;
        }
        expect(bar.sold * longest).toBeCloseTo(Math.max(0, counts.licensesSold), 3);
        expect((bar.deployed + bar.over) * longest).toBeCloseTo(Math.max(0, counts.licensesDeployed), 3);
        expect(bar.isCut).toBe(false);
      }
    }),
  );
});

test('a rest that dwarfs the members gets a scale of its own, with its proportion kept', () => {
  const { members, other } = barRows(groupsOf([group('a', 50, 100)], totals(9000, 12000)), 'licensesSold');
  expect(members[0]?.bar).toEqual({ sold: 1, deployed: 0.5, over: 0, isCut: false });
  expect(other).toMatchObject({ ownScale: true, groups: 7, bar: { sold: 1, deployed: 0.75, over: 0 } });
});

test('a rest that fits is drawn on the scale of the members', () => {
  const { scale, other } = barRows(groupsOf([group('a', 50, 100)], totals(10, 50)), 'licensesDeployed');
  expect(scale).toBe('licenses');
  expect(other).toMatchObject({ ownScale: false, bar: { sold: 0.5, deployed: 0.1 } });
  const asLong = barRows(groupsOf([group('a', 50, 100)], totals(10, 100)), 'licensesSold');
  expect(asLong.other).toMatchObject({ ownScale: false, bar: { sold: 1, deployed: 0.1 } });
});

test('a rest as long as the longest member is on the same scale', () => {
  const { other } = barRows(groupsOf([group('a', 50, 100)], totals(10, 100)), 'licensesSold');
  expect(other).toMatchObject({ ownScale: false, bar: { sold: 1, deployed: 0.1 } });
});

test('deployed beyond sold is longer than its track and sets the scale', () => {
  const { members } = barRows(groupsOf([group('a', 200, 100), group('b', 50, 50)]), 'licensesSold');
  expect(members.map(({ bar }) => bar)).toEqual([
    { sold: 0.5, deployed: 0.5, over: 0.5, isCut: false },
    { sold: 0.25, deployed: 0.25, over: 0, isCut: false },
  ]);
});

test('deployed without anything sold is drawn as over, with no track', () => {
  const { members } = barRows(groupsOf([group('a', 4, 0), group('b', 8, 8)]), 'licensesSold');
  expect(members[0]?.bar).toEqual({ sold: 0, deployed: 0, over: 0.5, isCut: false });
});

test('ranked by utilization, tracks are equally long whatever was sold, the rest included', () => {
  const { scale, members, other } = barRows(
    groupsOf([group('a', 1, 1), group('b', 5000, 10000)], totals(1, 4)),
    'utilization',
  );
  expect(scale).toBe('ownSold');
  expect(members.map(({ bar }) => bar)).toEqual([
    { sold: 1, deployed: 1, over: 0, isCut: false },
    { sold: 1, deployed: 0.5, over: 0, isCut: false },
  ]);
  expect(other).toMatchObject({ ownScale: false, bar: { sold: 1, deployed: 0.25 } });
});

test('ranked by utilization, the rest sets the scale where it is the highest', () => {
  expect(bars(groupsOf([group('a', 1, 1)], totals(3, 2)), 'utilization')).toMatchObject([
    { sold: 1 / 1.5, over: 0 },
    { sold: 1 / 1.5, over: 0.5 / 1.5 },
  ]);
});

test('in licenses, members are as long as without a rest, however long that is', () => {
  fc.assert(
    fc.property(anyGroups, (groups) => {
      const alone = barRows(groupsOf(groups.counted.top), 'licensesSold').members;
      expect(barRows(groups, 'licensesSold').members).toEqual(alone);
    }),
  );
});

test('a negative count has no length, and does not lengthen the other', () => {
  const rows = [group('a', -5, 10), group('b', 10, -5), group('c', -1, -2)];
  for (const measure of ['licensesSold', 'licensesDeployed', 'licensesNotDeployed'] as const) {
    expect(bars(groupsOf(rows), measure)).toEqual([
      { sold: 1, deployed: 0, over: 0, isCut: false },
      { sold: 0, deployed: 0, over: 1, isCut: false },
      null,
    ]);
  }
  expect(bars(groupsOf(rows), 'utilization')).toEqual([
    { sold: 1, deployed: 0, over: 0, isCut: false },
    null,
    null,
  ]);
});

test('an extreme utilization is cut off instead of squashing the others, and says so', () => {
  const { members } = barRows(groupsOf([group('a', 50, 1), group('b', 3, 2)]), 'utilization');
  expect(members.map(({ bar }) => bar)).toEqual([
    { sold: 0.5, deployed: 0.5, over: 0.5, isCut: true },
    { sold: 0.5, deployed: 0.5, over: 0.25, isCut: false },
  ]);
});

test('an undefined utilization and an empty row have no bar, but keep their place', () => {
  expect(bars(groupsOf([group('a', 1, 2), group('b', 3, 0)]), 'utilization')[1]).toBeNull();
  expect(bars(groupsOf([group('a', 1, 2), group('b', 0, 0)]), 'licensesSold')[1]).toBeNull();
});

test('what a choice leaves out is drawn on the scale of what it counts, below it', () => {
  const groups: ChartGroups = {
    counted: ranked([group('small', 5, 10)]),
    leftOut: ranked([group('large', 50, 100)], totals(300, 400)),
  };
  const { members, other, leftOut } = barRows(groups, 'licensesSold');
  expect(members).toMatchObject([{ value: 'small', bar: { sold: 0.1, deployed: 0.05 } }]);
  expect(other).toBeNull();
  expect(leftOut).toMatchObject({
    members: [{ value: 'large', bar: { sold: 1, deployed: 0.5 } }],
    other: { groups: 7, ownScale: true, bar: { sold: 1, deployed: 0.75 } },
  });
  expect(bars(groups, 'utilization')).toHaveLength(3);
});

/** The earlier figures of a chart's members and of the others. */
function beforeOf(
  members: Readonly<Record<string, Totals | null>>,
  other: Totals | null = null,
): ChartBefore {
  return {
    counted: { member: (value) => members[value ?? ''], other, total: totals(0, 0) },
    leftOut: null,
  };
}

test('marks stand where the ends of a bar were, on the scale of all bars', () => {
  const { members } = barRows(
    groupsOf([group('A', 50, 100), group('B', 10, 20), group('C', 1, 1)]),
    'licensesSold',
    beforeOf({ A: totals(150, 200), B: null }),
  );
  // The earlier figures are drawn too: the longest of all is 200.
  expect(members.map(({ bar }) => bar?.sold)).toEqual([0.5, 0.1, 0.005]);
  // B is new, and nothing is known of C.
  expect(members.map(({ marks }) => marks)).toEqual([{ sold: 1, deployed: 0.75 }, null, null]);
});

test('where each bar is drawn to its own sold, one mark stands at the share that was deployed', () => {
  const { members } = barRows(
    groupsOf([group('A', 80, 100), group('B', 0, 10), group('C', 5, 10)]),
    'utilization',
    beforeOf({ A: totals(1, 2), B: totals(30, 10), C: totals(5, 0) }),
  );
  // The earlier figure is three times what is sold, which is beyond the room; without anything sold there is no share.
  expect(members.map(({ marks }) => marks)).toEqual([
    { sold: null, deployed: 0.5 },
    { sold: null, deployed: null },
    null,
  ]);
});

test('what is summed has marks on its own scale, which holds what it was', () => {
  const { other } = barRows(
    groupsOf([group('A', 1, 10)], totals(50, 100)),
    'licensesSold',
    beforeOf({ A: totals(1, 10) }, totals(50, 200)),
  );
  expect(other).toMatchObject({ ownScale: true, bar: { sold: 0.5 }, marks: { sold: 1, deployed: 0.25 } });
});
