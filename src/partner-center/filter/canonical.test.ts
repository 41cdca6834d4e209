import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { and, canonical, or } from './canonical.ts';
import { anyComparison, anyFilter } from './filter.arbitrary.ts';
import { foldFilter } from './fold.ts';
import type { Comparison, Filter } from './syntax.ts';

const eq = (value: string): Comparison => ({ kind: 'comparison', field: 'channel', operator: 'eq', value });
const [a, b, c] = [eq('a'), eq('b'), eq('c')];

describe('and, or', () => {
  test('take a single operand as it is and no operand as everything', () => {
    expect(and([a])).toBe(a);
    expect(or([a])).toBe(a);
    expect(and([])).toBeNull();
  });

  test('take in operands of their own kind and keep those of the other', () => {
    expect(and([and([a, b]), or([a, b]), c])).toEqual({
      kind: 'and',
      operands: [a, b, { kind: 'or', operands: [a, b] }, c],
    });
  });
});

describe('canonical', () => {
  // Any nesting, with at least one operand in each connective.
  const { raw } = fc.letrec<{ raw: Filter }>((tie) => ({
    raw: fc.oneof(
      { depthSize: 'small' },
      anyComparison(),
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        operands: fc.array(tie('raw'), { minLength: 1, maxLength: 3 }),
      }),
    ),
  }));

  test('agrees with building the tree from the leaves up', () => {
    fc.assert(
      fc.property(raw, (filter) => {
        const built = foldFilter<Filter | null>(filter, {
          comparison: (comparison) => comparison,
          and: (operands) => and(operands.filter((operand) => operand !== null)),
          or: (operands) => {
            const [first, ...rest] = operands.filter((operand) => operand !== null);
            return first === undefined ? null : or([first, ...rest]);
          },
        });
        expect(canonical(filter)).toEqual(built);
      }),
    );
  });

  test('refuses a connective without operands: there is no filter that says nothing', () => {
    expect(() => canonical({ kind: 'or', operands: [] })).toThrow(
      'A connective of a filter has no operands.',
    );
  });

  test('leaves canonical trees as they are', () => {
    fc.assert(
      fc.property(anyFilter(), (filter) => {
        expect(canonical(filter)).toEqual(filter);
      }),
    );
  });
});
