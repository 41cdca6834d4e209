import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import { compareKeys, type GroupKey } from '#partner-center/reading/group-key.ts';
import type { DeploymentRow } from '#engine/engine.ts';
import { sortRows } from '#engine/order.ts';
import { createDictionaryIndex, type DictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import type { GroupSums } from '#engine/snapshot/answers/group/group-sums.ts';
import { anyRows } from '#engine/snapshot/columns/rows.arbitrary.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import { measureOf } from '#engine/totals.ts';
import { MEASURES } from '#view/view.ts';
import { groupOrder, topGroups } from './group-order.ts';

const keyOf = (row: DeploymentRow, fields: readonly Field[]): GroupKey =>
  fields.map((field) => row[field] ?? null);

/** Rows of which each is a group: those with a key that an earlier one has are left out. */
function groupsOf(rows: readonly DeploymentRow[], fields: readonly Field[], arePairsKnown = false) {
  const bare = [
    ...new Map(rows.toReversed().map((row) => [JSON.stringify(keyOf(row, fields)), row])).values(),
  ];
  const groups = arePairsKnown
    ? bare.map((group) => ({ ...group, idle: group.licensesSold % 7, short: group.licensesDeployed % 5 }))
    : bare;
  const table = tableOfRows(groups);
  const sums: GroupSums = {
    fields,
    count: groups.length,
    keys: fields.map((field) => Uint32Array.from(table.texts[field].codes)),
    licensesSold: Float64Array.from(groups, (group) => group.licensesSold),
    licensesDeployed: Float64Array.from(groups, (group) => group.licensesDeployed),
    ...(arePairsKnown
      ? {
          pairs: {
            idle: Uint32Array.from(bare, (group) => group.licensesSold % 7),
            short: Uint32Array.from(bare, (group) => group.licensesDeployed % 5),
          },
        }
      : {}),
  };
  return { groups, sums, index: createDictionaryIndex(table) };
}

const anyFields = (): fc.Arbitrary<readonly Field[]> =>
  fc.shuffledSubarray([...FIELDS], { minLength: 1, maxLength: 3 });

describe('the order of groups', () => {
  test('is that of sortRows, equal groups by their key', () => {
    const anyCase = anyFields().chain((fields) =>
      fc.record({
        fields: fc.constant(fields),
        rows: anyRows(80),
        arePairsKnown: fc.boolean(),
        sort: fc.array(
          fc.record({ field: fc.constantFrom(...fields, ...MEASURES), descending: fc.boolean() }),
          { minLength: 1, maxLength: 3 },
        ),
      }),
    );
    fc.assert(
      fc.property(anyCase, ({ fields, rows, arePairsKnown, sort }) => {
        const { groups, sums, index } = groupsOf(rows, fields, arePairsKnown);
        const order = Array.from(groupOrder(sums, sort, index), (group) => groups[group]);
        expect(order).toEqual(sortRows(groups, sort, fields));
      }),
      { numRuns: 1000 },
    );
  });

  test('without a sort is that of their keys', () => {
    fc.assert(
      fc.property(anyRows(), anyFields(), (rows, fields) => {
        const { groups, sums, index } = groupsOf(rows, fields);
        const keys = groups.map((group) => keyOf(group, fields));
        expect(Array.from(groupOrder(sums, [], index), (group) => keys[group])).toEqual(
          keys.toSorted(compareKeys),
        );
      }),
    );
  });

  test('by a field that is not grouped is none', () => {
    const { sums, index } = groupsOf([], ['channel']);
    expect(() => groupOrder(sums, [{ field: 'productName', descending: false }], index)).toThrow(RangeError);
  });
});

test('the top groups are the first of all, ranked by objects: measure, sold, key', () => {
  fc.assert(
    fc.property(
      anyRows(120),
      anyFields(),
      fc.constantFrom(...MEASURES),
      fc.oneof(fc.nat(8), fc.nat(150)),
      fc.boolean(),
      (rows, fields, rankBy, top, arePairsKnown) => {
        const { groups, sums, index } = groupsOf(rows, fields, arePairsKnown);
        const rank = (group: DeploymentRow): number => measureOf(group, rankBy) ?? Number.NEGATIVE_INFINITY;
        const ranked = groups.toSorted(
          (a, b) =>
            (rank(a) === rank(b) ? 0 : rank(b) - rank(a)) ||
            b.licensesSold - a.licensesSold ||
            compareKeys(keyOf(a, fields), keyOf(b, fields)),
        );
        const first = Array.from(topGroups(sums, rankBy, top, index), (group) => groups[group]);
        expect(first).toEqual(ranked.slice(0, top));
      },
    ),
    { numRuns: 1000 },
  );
});

test('more than an eighth of many groups come from sorting, fewer without ranks of all texts', () => {
  const groupsOfCount = (count: number) =>
    groupsOf(
      Array.from({ length: count }, (_, row) => ({
        customerName: `customer ${(row * 7919) % count}`,
        licensesSold: row % 40,
        licensesDeployed: row % 30,
      })),
      ['customerName'],
    );
  /** The first groups, and whether all texts were ranked for them. */
  const topOf = ({ sums, index }: ReturnType<typeof groupsOf>, top: number) => {
    let areRanked = false;
    const watched: DictionaryIndex = {
      ...index,
      codeUnitRanks: (column) => {
        areRanked = true;
        return index.codeUnitRanks(column);
      },
    };
    return { first: [...topGroups(sums, 'utilization', top, watched)], areRanked };
  };
  const many = groupsOfCount(4_104);
  const all = topOf(many, 4_104);
  expect(new Set(all.first).size).toBe(4_104);
  expect(all.areRanked).toBe(true);
  for (const [top, areRanked] of [
    [513, false],
    [514, true],
  ] as const) {
    expect(topOf(many, top)).toEqual({ first: all.first.slice(0, top), areRanked });
  }
  expect(topOf(groupsOfCount(4_096), 4_096).areRanked).toBe(false);
  expect(topOf(groupsOfCount(4_097), 4_097).areRanked).toBe(true);
});
