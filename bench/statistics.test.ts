import { expect, test } from 'vitest';
import { spreadOf } from './statistics.ts';

test('the median of times in any order, of an odd and of an even number of them', () => {
  expect(spreadOf([30, 9, 100])).toEqual({ median: 30, min: 9, max: 100, repetitions: 3 });
  expect(spreadOf([4, 1, 2.006, 3])).toEqual({ median: 2.5, min: 1, max: 4, repetitions: 4 });
});

test('no times have no median', () => {
  expect(() => spreadOf([])).toThrow('no times');
});
