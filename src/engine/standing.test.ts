import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingOf, stepOf } from './standing.ts';

test('a customer is compared with others that have half to twice as many licenses, and not with itself', () => {
  const { totals, similar } = standingOf([10, 4, 5, 20, 21, 12], [5, 4, 1, 20, 0, 6], 0);
  expect(totals).toEqual({ licensesSold: 10, licensesDeployed: 5 });
  expect(similar).toMatchObject({ from: 5, to: 20, customers: 3, below: 1, above: 1, ownStep: 10 });
  // The steps are those of 20 %, 50 % and exactly 100 %.
  expect(similar?.steps.flatMap((count, step) => (count > 0 ? [[step, count]] : []))).toEqual([
    [4, 1],
    [10, 1],
    [20, 1],
  ]);
});

test('of nothing sold there is nothing to compare, and of nobody nothing to say', () => {
  expect(standingOf([0, 5], [3, 1], 0)).toEqual({
    totals: { licensesSold: 0, licensesDeployed: 3 },
    similar: null,
  });
  expect(standingOf([1, 5], [3, 1], -1)).toEqual({ totals: null, similar: null });
});

test('a step begins exactly where it says', () => {
  fc.assert(
    fc.property(fc.nat(19), fc.integer({ min: 1, max: 1_000_000 }), (step, times) => {
      expect(stepOf(20 * times, step * times)).toBe(step);
      expect(stepOf(20 * times, step * times + times - 1)).toBe(times === 1 ? step : step);
    }),
  );
  expect(stepOf(7, 7)).toBe(20);
  expect(stepOf(7, 8)).toBe(21);
});

test('every other customer of similar size is in one step, and below, above or equal', () => {
  const anyCustomers = fc.array(fc.tuple(fc.nat(40), fc.nat(60)), { minLength: 1 });
  fc.assert(
    fc.property(anyCustomers, (customers) => {
      const { similar } = standingOf(
        customers.map(([sold]) => sold),
        customers.map(([, deployed]) => deployed),
        0,
      );
      if (similar === null) return;
      expect(similar.steps.reduce((sum, count) => sum + count, 0)).toBe(similar.customers);
      expect(similar.below + similar.above).toBeLessThanOrEqual(similar.customers);
    }),
  );
});
