import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { normalise } from './normalise.ts';
import { DEFAULT_VIEW, effectiveChart, effectiveSort, sortFieldsOf, type View } from './view.ts';
import { anyView } from './view.arbitrary.ts';

describe('normalise', () => {
  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyView(), (view) => {
        const once = normalise(view);
        expect(normalise(once)).toEqual(once);
      }),
    );
  });

  test('keeps the chart, and the order as far as the rows have its fields', () => {
    fc.assert(
      fc.property(anyView(), (view) => {
        const next = normalise(view);
        expect(effectiveChart(next)).toBe(effectiveChart(view));
        // The view of a customer becomes another view where it has no customer.
        const has = new Set<string>(sortFieldsOf({ ...view, view: next.view }));
        const fields = view.sort.map(({ field }) => field).filter((field) => has.has(field));
        const usual = effectiveSort({ ...next, sort: [] }).map(({ field }) => field);
        expect(effectiveSort(next).map(({ field }) => field)).toEqual(
          fields.length > 0 ? [...new Set(fields)] : usual,
        );
      }),
    );
  });

  test('drops a sort key that comes again, be it the very same object', () => {
    const key = { field: 'channel', descending: true } as const;
    expect(normalise({ ...DEFAULT_VIEW, sort: [key, key, { ...key, descending: false }] }).sort).toEqual([
      key,
    ]);
  });

  test('leaves out the order that grouped rows have anyway, and no other', () => {
    const sortOf = (sort: View['sort']) => normalise({ ...DEFAULT_VIEW, groupby: ['channel'], sort }).sort;
    expect(sortOf([{ field: 'licensesSold', descending: true }])).toEqual([]);
    const others: readonly View['sort'][] = [
      [{ field: 'licensesSold', descending: false }],
      [{ field: 'licensesDeployed', descending: true }],
      [
        { field: 'licensesSold', descending: true },
        { field: 'channel', descending: true },
      ],
    ];
    for (const sort of others) expect(sortOf(sort)).toEqual(sort);
  });

  test('brings a filter built by hand into canonical form', () => {
    const channel = (value: string) =>
      ({ kind: 'comparison', field: 'channel', operator: 'eq', value }) as const;
    const nested: Filter = {
      kind: 'or',
      operands: [channel('a'), { kind: 'or', operands: [channel('b'), channel('\uD800')] }],
    };
    expect(normalise({ ...DEFAULT_VIEW, filter: nested }).filter).toEqual({
      kind: 'or',
      operands: [channel('a'), channel('b'), channel('\uFFFD')],
    });
  });

  test('takes the default for what an address cannot say', () => {
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
    expect(
      normalise({
        ...DEFAULT_VIEW,
        view: 'customer',
        customerTenantId: ' ',
        minIdle: -1,
        maxUtilization: Number.NaN,
        minUtilization: Number.POSITIVE_INFINITY,
        spare: 0.5,
        days: 401,
      }),
    ).toEqual(DEFAULT_VIEW);
    expect(normalise({ ...DEFAULT_VIEW, maxUtilization: -0.0001 })).toEqual(DEFAULT_VIEW);
    expect(normalise({ ...DEFAULT_VIEW, maxUtilization: 0.0001 }).maxUtilization).toBe(0);
  });
});
