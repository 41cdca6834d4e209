import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedItems } from './radix-sort.ts';

// From one place to 2^32 of them, so that columns are joined, or not, and digits are one, several, or constant.
const anyPlaces = () =>
  fc.oneof(
    fc.integer({ min: 1, max: 4 }),
    fc.nat(32).map((bits) => 2 ** bits),
    fc.integer({ min: 1, max: 2 ** 32 }),
  );

test('items come in the order of their columns, equal ones as they were', () => {
  const anyColumns = fc.nat(60).chain((count) =>
    fc.record({
      count: fc.constant(count),
      columns: fc.array(
        anyPlaces().chain((places) => {
          const ends = fc.constantFrom(0, places - 1, Math.floor(places / 2));
          return fc
            .array(fc.oneof(ends, fc.integer({ min: 0, max: places - 1 })), {
              minLength: count,
              maxLength: count,
            })
            .map((values) => ({ values, places }));
        }),
        { maxLength: 5 },
      ),
    }),
  );
  fc.assert(
    fc.property(anyColumns, ({ count, columns }) => {
      const items = Array.from({ length: count }, (_, item) => item);
      const expected = items.toSorted((a, b) => {
        const differing = columns.find(({ values }) => values[a] !== values[b]);
        return differing === undefined ? 0 : (differing.values[a] ?? 0) - (differing.values[b] ?? 0);
      });
      const sorted = sortedItems(
        columns.map(({ values, places }) => ({ values: Uint32Array.from(values), places })),
        count,
      );
      expect([...sorted]).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

test('many items need several passes over wide digits', () => {
  const count = 70_000;
  const values = Uint32Array.from({ length: count }, (_, item) => Math.imul(item % 50_000, 0x9e37_79b1));
  const expected = Array.from(values, (_, item) => item).toSorted(
    (a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b,
  );
  expect(sortedItems([{ values: values.slice(), places: 2 ** 32 }], count)).toEqual(
    Uint32Array.from(expected),
  );
});
