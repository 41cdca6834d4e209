import { describe, expect, test } from 'vitest';
import { FIELDS } from '#partner-center/fields.ts';
import {
  CHANGE_FIELDS,
  DEFAULT_VIEW,
  effectiveGroupby,
  effectiveSort,
  MEASURES,
  ROW_SORT_FIELDS,
  sortFieldsOf,
  type View,
} from './view.ts';

const idle: View = { ...DEFAULT_VIEW, view: 'opportunities' };
const nearlyFull: View = { ...idle, opportunity: 'nearlyFull' };
const compared: View = { ...DEFAULT_VIEW, compare: '2026-10-29' };
const CUSTOMER = ['customerTenantId', 'customerName'] as const;

describe('without a grouping asked for', () => {
  test('rows are ungrouped, and have neither idle licenses nor changes to be sorted by', () => {
    expect(effectiveGroupby(DEFAULT_VIEW)).toEqual([]);
    expect(effectiveSort(DEFAULT_VIEW)).toEqual([]);
    expect(sortFieldsOf(DEFAULT_VIEW)).toBe(ROW_SORT_FIELDS);
  });

  test('what is compared is grouped by all fields', () => {
    expect(effectiveGroupby(compared)).toEqual(FIELDS);
    expect(effectiveSort(compared)).toEqual([{ field: 'licensesSold', descending: true }]);
    expect(sortFieldsOf(compared)).toEqual([...FIELDS, ...MEASURES, ...CHANGE_FIELDS]);
  });

  test('opportunities are customers, or customers by product, most of what they are about first', () => {
    expect(effectiveGroupby(idle)).toEqual(CUSTOMER);
    expect(effectiveSort(idle)).toEqual([{ field: 'idle', descending: true }]);
    expect(effectiveGroupby(nearlyFull)).toEqual([...CUSTOMER, 'productId', 'productName']);
    expect(effectiveSort(nearlyFull)).toEqual([
      { field: 'short', descending: true },
      { field: 'utilization', descending: true },
    ]);
    expect(sortFieldsOf({ ...idle, compare: '2026-10-29' })).toEqual([
      ...CUSTOMER,
      ...MEASURES,
      'idleValue',
      ...CHANGE_FIELDS,
    ]);
  });
});

test('a grouping and an order asked for go before those by default', () => {
  for (const view of [DEFAULT_VIEW, compared, idle, nearlyFull]) {
    const grouped: View = { ...view, groupby: ['channel'] };
    expect(effectiveGroupby(grouped)).toEqual(['channel']);
    expect(sortFieldsOf(grouped).slice(0, 7)).toEqual(['channel', ...MEASURES]);
    const sort = [{ field: 'short', descending: false }] as const;
    expect(effectiveSort({ ...grouped, sort })).toEqual(sort);
  }
});
