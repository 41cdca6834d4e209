import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STEPS, stepFor } from './axis.ts';

test('the steps of an axis are round, and reach what is drawn without leaving most of it empty', () => {
  expect([0, 1, 4, 5, 10, 3450, 9999].map(stepFor)).toEqual([1, 1, 1, 2, 5, 1000, 2500]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), (most) => {
      const step = stepFor(most);
      expect(Number.isInteger(step)).toBe(true);
      expect(step * STEPS).toBeGreaterThanOrEqual(most);
      if (most > STEPS) expect(step * STEPS).toBeLessThanOrEqual(2.5 * most);
    }),
  );
});
