import { describe, expect, test } from 'vitest';
import { NO_GROUP } from '#engine/snapshot/answers/group/find-groups.ts';
import type { GroupSums } from '#engine/snapshot/answers/group/group-sums.ts';
import { moversOf, orderedChanges, type Orderable } from './change-order.ts';
import type { MergedNumbers } from './merged-dictionaries.ts';

const BY = ['customerName'] as const;

/** Sums of so many groups, each of a customer of its own. */
function groupsOf(sold: readonly number[]): GroupSums {
  return {
    fields: BY,
    count: sold.length,
    keys: [Uint32Array.from(sold.keys())],
    licensesSold: Uint32Array.from(sold),
    licensesDeployed: new Uint32Array(sold.length),
  };
}

/**
 * Customers that the earlier snapshot had none of, each with its place for its name: as many as there are figures of what
 * was sold. Also whether all names were put in order for them.
 */
function appeared(sold: readonly number[]) {
  let areRanked = false;
  const places = Uint32Array.from(sold.keys());
  const numbers = (): MergedNumbers => ({ earlier: places, later: places, places: sold.length + 1 });
  const orderable: Orderable = {
    before: groupsOf([]),
    after: groupsOf(sold),
    joined: {
      count: sold.length,
      before: new Int32Array(sold.length).fill(NO_GROUP),
      after: Int32Array.from(sold.keys()),
      appeared: sold.length,
      vanished: 0,
    },
    by: BY,
    merged: {
      classes: numbers,
      ranks: numbers,
      codeUnitRanks: () => {
        areRanked = true;
        return numbers();
      },
    },
    // Of as many digits each, so that names are in the order of their places.
    textOf: (member) => String(10_000 + member),
  };
  return { orderable, areRanked: () => areRanked };
}

const byChange = [{ field: 'change', descending: true }] as const;

describe('members in order', () => {
  test('are the same whether some or all are put in order, which takes the order of all names', () => {
    const many = Array.from({ length: 4_104 }, (_, member) => (member * 7919) % 40);
    const all = orderedChanges(appeared(many).orderable, { sort: byChange, offset: 0, limit: 4_104 });
    expect(new Set(all).size).toBe(4_104);
    // An eighth of them, and one more.
    for (const [offset, limit, areAll] of [
      [500, 13, false],
      [500, 14, true],
    ] as const) {
      const page = appeared(many);
      const members = orderedChanges(page.orderable, { sort: byChange, offset, limit });
      expect(members).toEqual(all.slice(offset, offset + limit));
      expect(page.areRanked()).toBe(areAll);
    }
    const few = appeared(many.slice(0, 4_096));
    orderedChanges(few.orderable, { sort: byChange, offset: 0, limit: 4_096 });
    expect(few.areRanked()).toBe(false);
  });

  test('by two figures, and by a figure and a name', () => {
    const { orderable } = appeared([3, 5, 3, 0, 5]);
    const order = (sort: Parameters<typeof orderedChanges>[1]['sort']) => [
      ...orderedChanges(orderable, { sort, offset: 0, limit: 9 }),
    ];
    expect(order([...byChange, { field: 'before', descending: false }])).toEqual([1, 4, 0, 2, 3]);
    expect(
      order([
        { field: 'before', descending: true },
        { field: 'change', descending: false },
      ]),
    ).toEqual([3, 0, 2, 1, 4]);
    expect(order([...byChange, { field: 'customerName', descending: true }])).toEqual([4, 1, 2, 0, 3]);
    expect(order([{ field: 'customerName', descending: true }, ...byChange])).toEqual([4, 3, 2, 1, 0]);
    expect(order([])).toEqual([0, 1, 2, 3, 4]);
  });

  test('of which a figure is undefined come last, those that are gone have none of it', () => {
    const { orderable } = appeared([1, 1, 1]);
    // The second has only been there before; nobody has counted what lies idle.
    const gone: Orderable = {
      ...orderable,
      before: groupsOf([1, 1, 1]),
      joined: {
        ...orderable.joined,
        before: Int32Array.of(NO_GROUP, 1, NO_GROUP),
        after: Int32Array.of(0, NO_GROUP, 2),
      },
    };
    for (const descending of [true, false]) {
      const sort = [
        { field: 'idle', descending },
        { field: 'customerName', descending: false },
      ] as const;
      expect([...orderedChanges(gone, { sort, offset: 0, limit: 9 })]).toEqual([1, 0, 2]);
    }
  });
});

describe('movers', () => {
  test('are those with the largest changes in either direction, none that has not changed', () => {
    const { orderable } = appeared([0, 4, 9, 4]);
    const { up, down } = moversOf(orderable, { rankBy: 'licensesSold', movers: 2 });
    expect([[...up], [...down]]).toEqual([[2, 1], []]);
    const all = moversOf(orderable, { rankBy: 'licensesSold', movers: 9 });
    expect([...all.up]).toEqual([2, 1, 3]);
    const fallen = moversOf(
      { ...orderable, after: groupsOf([0, 0, 0, 0]) },
      { rankBy: 'licensesSold', movers: 9 },
    );
    expect([...fallen.up, ...fallen.down]).toEqual([]);
  });

  test('are not looked for where none is asked for', () => {
    const unread = {
      ...appeared([1]).orderable,
      get joined(): Orderable['joined'] {
        throw new Error('All members are looked at.');
      },
    };
    expect(moversOf(unread, { rankBy: 'licensesSold', movers: 0 })).toEqual({
      up: new Uint32Array(),
      down: new Uint32Array(),
    });
    expect(() => moversOf(unread, { rankBy: 'licensesSold', movers: 1 })).toThrow('looked at');
  });
});
