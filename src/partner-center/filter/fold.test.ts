import fc from 'fast-check';
import { expect, test } from 'vitest';
import { and, or } from './canonical.ts';
import { anyFilter } from './filter.arbitrary.ts';
import { foldFilter } from './fold.ts';
import { printFilter } from './print.ts';
import type { Filter } from './syntax.ts';

test('gives the operands of each node in order: folding with the constructors rebuilds the tree', () => {
  fc.assert(
    fc.property(anyFilter(), (filter) => {
      const rebuilt = foldFilter<Filter>(filter, {
        comparison: (comparison) => comparison,
        and: (operands) => ({ kind: 'and', operands }),
        or: (operands) => ({ kind: 'or', operands }),
      });
      expect(rebuilt).toEqual(filter);
    }),
  );
});

test('visits comparisons from left to right', () => {
  fc.assert(
    fc.property(anyFilter(fc.constantFrom('a', 'b', 'c')), (filter) => {
      const visited: string[] = [];
      const nothing = () => undefined;
      foldFilter(filter, { comparison: ({ value }) => visited.push(value), and: nothing, or: nothing });
      expect(visited).toEqual([...printFilter(filter).matchAll(/'(.*?)'/g)].map(([, value]) => value));
    }),
  );
});

test('evaluates trees deeper and wider than a call stack', () => {
  const leaf: Filter = { kind: 'comparison', field: 'channel', operator: 'eq', value: 'x' };
  const count = { comparison: () => 1, and: sum, or: sum };
  let deep: Filter = leaf;
  for (let level = 0; level < 50_000; level += 1)
    deep = level % 2 === 0 ? and([leaf, deep]) : or([leaf, deep]);
  expect(foldFilter(deep, count)).toBe(50_001);
  const wide: Filter = { kind: 'or', operands: Array.from({ length: 200_000 }, () => leaf) };
  expect(foldFilter(wide, count)).toBe(200_000);

  function sum(counts: readonly number[]): number {
    return counts.reduce((total, one) => total + one, 0);
  }
});
