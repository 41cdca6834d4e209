import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Group } from '#engine/engine.ts';
import { add, NO_LICENSES } from '#engine/totals.ts';
import { setMember } from '#partner-center/filter/conditions.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { DEFAULT_VIEW } from '#view/view.ts';
import type { ChartView } from './asking.ts';
import { chartGroups, isChoiceMissing, type Ranked } from './chart-groups.ts';

const TOP = 10;
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r'];

const total = (groups: readonly Group[]): Ranked['total'] => ({
  ...groups.reduce(add, NO_LICENSES),
  groups: groups.length,
});

/** Ranks the groups in the same way as an engine. */
function ranked(groups: readonly Group[]): Ranked {
  const sorted = groups.toSorted((a, b) => b.licensesSold - a.licensesSold);
  const rest = sorted.slice(TOP);
  return { top: sorted.slice(0, TOP), other: rest.length === 0 ? null : total(rest), total: total(sorted) };
}

const choosing = (values: readonly string[]): ChartView => ({
  ...DEFAULT_VIEW,
  filter: values.reduce<Filter | null>(
    (filter, value) => setMember(filter, 'productName', value, { adds: true }),
    null,
  ),
});

const anyGroups = fc.uniqueArray(fc.constantFrom(...NAMES, null)).chain((names) =>
  fc.tuple(
    ...names.map((name) =>
      fc.record({
        key: fc.constant([name]),
        licensesSold: fc.nat(1000),
        licensesDeployed: fc.nat(1000),
      }),
    ),
  ),
);

test('what is counted is the choice, what is left out is the rest, and together they are all', () => {
  fc.assert(
    fc.property(anyGroups, fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 }), (groups, values) => {
      const view = choosing(values.map((value) => value.toUpperCase()));
      const isChosen = ({ key: [value] }: Group) => value != null && values.includes(value);
      const all = ranked(groups);
      const asked = ranked(groups.filter(isChosen));
      const { counted, leftOut } = chartGroups(all, isChoiceMissing(all, view) ? asked : null, view, TOP);
      expect(counted).toEqual(asked);
      expect(leftOut?.total).toEqual(total(groups.filter((group) => !isChosen(group))));
      expect(leftOut?.top.some(isChosen)).toBe(false);
      const shown = total(leftOut?.top ?? []);
      const other = leftOut?.other ?? { ...NO_LICENSES, groups: 0 };
      expect({ ...add(shown, other), groups: shown.groups + other.groups }).toEqual(leftOut?.total);
    }),
  );
});

test('without a choice all is counted', () => {
  const all = ranked([{ key: ['a'], licensesSold: 2, licensesDeployed: 1 }]);
  expect(chartGroups(all, null, choosing([]), TOP)).toEqual({ counted: all, leftOut: null });
});

test('while a choice is asked for, what is known of it is shown, each member once', () => {
  const groups = NAMES.map((name, index) => ({
    key: [name],
    licensesSold: 100 - index,
    licensesDeployed: 0,
  }));
  const all = ranked(groups);
  // This answer is older than the question: `b` was added and `q` was taken out since then.
  const before = ranked(groups.filter(({ key: [name] }) => name === 'p' || name === 'q'));
  const { counted, leftOut } = chartGroups(all, before, choosing(['p', 'b']), TOP);
  expect(counted.top.map(({ key }) => key[0])).toEqual(['b', 'p']);
  expect(leftOut?.top.map(({ key }) => key[0])).toEqual(['a', 'c', 'd', 'e', 'f', 'g', 'h', 'i']);
});
