import { expect, test } from 'vitest';
import { poolSize } from './pool.ts';

test.each([
  [Number.NaN, 1],
  [1, 1],
  [2, 1],
  [3, 2],
  [5, 4],
  [64, 4],
])('on %i cores %i workers read', (cores, workers) => {
  expect(poolSize(cores)).toBe(workers);
});
