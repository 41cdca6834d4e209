import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';
import { DEFAULT_VIEW, effectiveChart, effectiveSort } from './view.ts';
import { anyView } from './view.arbitrary.ts';

describe('normalise', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyView(), (view) => {
        const once = normalise(view);
        expect(normalise(once)).toEqual(once);
      }),
    );
  });

  it('keeps the chart, and the order as far as the rows have its fields', () => {
    fc.assert(
      fc.property(anyView(), (view) => {
        const next = normalise(view);
        expect(effectiveChart(next)).toBe(effectiveChart(view));
        if (view.groupby.length === 0) {
          const fields = effectiveSort(view).map(({ field }) => field);
          expect(effectiveSort(next).map(({ field }) => field)).toEqual([...new Set(fields)]);
        }
      }),
    );
  });

  it('drops a sort key that comes again, be it the very same object', () => {
    const key = { field: 'channel', descending: true } as const;
    expect(normalise({ ...DEFAULT_VIEW, sort: [key, key, { ...key, descending: false }] }).sort).toEqual([
      key,
    ]);
  });

  it('takes the default for what an address cannot say', () => {
    expect(
      normalise({
        ...DEFAULT_VIEW,
        page: 0,
        pageSize: 1001,
        processedDateTime: '2018-02-30',
        compare: '',
        search: ' ',
      }),
    ).toEqual(DEFAULT_VIEW);
    expect(normalise({ ...DEFAULT_VIEW, page: 1.5, pageSize: Number.NaN })).toEqual(DEFAULT_VIEW);
  });
});
