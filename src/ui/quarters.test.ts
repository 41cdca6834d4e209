import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quarterOf } from './quarters.ts';

test('however often something grows, it is told of at the quarters alone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 5_000_000 }), fc.array(fc.nat(5_000_000)), (total, amounts) => {
      const growing = amounts.toSorted((a, b) => a - b);
      const told = growing.map((loaded) => quarterOf({ loaded, total }) ?? Number.NaN);
      expect(new Set(told).size).toBeLessThanOrEqual(5);
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      for (const [index, amount] of growing.entries()) expect(told[index]).toBeLessThanOrEqual(amount);
    }),
  );
});

test('a quarter, half, three quarters, all', () => {
  const told = [0, 249_999, 250_000, 400_000, 500_000, 750_000, 999_999, 1_000_000];
  expect(told.map((loaded) => quarterOf({ loaded, total: 1_000_000 }))).toEqual([
    0, 0, 250_000, 250_000, 500_000, 750_000, 750_000, 1_000_000,
  ]);
});

test('what has no total has no quarters, and what counts more than all is all', () => {
  expect(quarterOf({ loaded: 10_000, total: null })).toBeNull();
  expect(quarterOf({ loaded: 21_000, total: 20_000 })).toBe(20_000);
});
