import fc from 'fast-check';
import { expect, test } from 'vitest';
import { swapped } from './swapped.ts';

test('a field moves before its neighbour and the others stay', () => {
  expect(swapped(['a', 'b', 'c', 'd'], 1)).toEqual(['a', 'c', 'b', 'd']);
});

test('swapping twice changes nothing, and nothing gets lost', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 2 }), fc.nat(), (items, seed) => {
      const index = seed % (items.length - 1);
      expect(swapped(items, index)).toHaveLength(items.length);
      expect(swapped(swapped(items, index), index)).toEqual(items);
    }),
  );
});
