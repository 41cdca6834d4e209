import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answeredGroupby, answeredMeasure, answeredSort, unansweredKeys } from './answered.ts';
import { DEFAULT_VIEW, effectiveSort, ROW_MEASURES } from './view.ts';
import { anyNormalView } from './view.arbitrary.ts';

test('a measure that is not computed gives way to what was sold, the others stay', () => {
  for (const measure of ROW_MEASURES) expect(answeredMeasure(measure)).toBe(measure);
  expect(answeredMeasure('idle')).toBe('licensesSold');
  expect(answeredMeasure('short')).toBe('licensesSold');
});

test('of an order, what is not computed is left out and told', () => {
  const view = {
    ...DEFAULT_VIEW,
    groupby: ['channel'] as const,
    sort: [
      { field: 'idle', descending: true },
      { field: 'utilization', descending: false },
      { field: 'change', descending: false },
    ] as const,
  };
  expect(answeredSort(view)).toEqual([
    { field: 'idle', descending: true },
    { field: 'utilization', descending: false },
  ]);
  expect(unansweredKeys(view).map(({ field }) => field)).toEqual(['change']);
});

test('an order of which nothing is left is the usual one, as if nothing were compared', () => {
  fc.assert(
    fc.property(anyNormalView(), (view) => {
      const sort = unansweredKeys(view);
      expect(answeredSort({ ...view, sort })).toEqual(effectiveSort({ ...view, compare: null, sort: [] }));
      expect(answeredSort(view).length > 0 || answeredGroupby(view).length === 0).toBe(true);
    }),
  );
});
