import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstItems } from './first-items.ts';

test('the first items are those of sorting all', () => {
  const anyNumbers = fc.array(
    fc.oneof(fc.nat(3), fc.constant(Number.NEGATIVE_INFINITY), fc.double({ noNaN: true })),
  );
  fc.assert(
    fc.property(anyNumbers, fc.nat(20), fc.boolean(), (numbers, most, lateFirst) => {
      const compare = (a: number, b: number): number => (lateFirst ? b - a : a - b);
      const sorted = numbers
        .map((_, item) => item)
        .toSorted((a, b) => {
          const [left = 0, right = 0] = [numbers[a], numbers[b]];
          return left === right ? compare(a, b) : right - left;
        });
      expect([...firstItems(Float64Array.from(numbers), most, compare)]).toEqual(sorted.slice(0, most));
    }),
    { numRuns: 1000 },
  );
});
