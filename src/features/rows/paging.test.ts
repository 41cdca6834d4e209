import { describe, expect, test } from 'vitest';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import { pageInSight, pagesOf, rowsOf, rowsOnLastPage } from './paging.ts';

describe('rows in sight', () => {
  test('are on the pages they are on', () => {
    expect(pagesOf({ first: 0, last: 17 }, 100)).toEqual([1]);
    expect(pagesOf({ first: 99, last: 117 }, 100)).toEqual([1, 2]);
    expect(pagesOf({ first: 7, last: 9 }, 1)).toEqual([8, 9, 10]);
  });

  test('are none before there are any', () => {
    expect(pagesOf({ first: 0, last: -1 }, 100)).toEqual([]);
  });

  test('make the page that of the first one', () => {
    expect(pageInSight({ first: 899_900, last: 899_918 }, 100, 1_000_000)).toBe(9_000);
    expect(pageInSight({ first: 99, last: 117 }, 100, 1_000_000)).toBe(1);
  });

  test('make it the last page where the last row is among them', () => {
    expect(pageInSight({ first: 385, last: 402 }, 100, 403)).toBe(5);
    expect(pageInSight({ first: 384, last: 401 }, 100, 403)).toBe(4);
  });

  test('of pages that are all in sight make it the first of them', () => {
    expect(pageInSight({ first: 2, last: 4 }, 1, 5)).toBe(3);
    expect(pageInSight({ first: 2, last: 12 }, 10, 13)).toBe(1);
  });
});

test('the last page has what the others leave, and one page alone nothing below another', () => {
  expect(rowsOnLastPage(100, 403)).toBe(3);
  expect(rowsOnLastPage(100, 400)).toBe(100);
  expect(rowsOnLastPage(100, 100)).toBe(0);
  expect(rowsOnLastPage(100, 0)).toBe(0);
});

/** For each part of a view another value, and whether the view then has other rows, another order or other pages. */
const CHANGES: { readonly [K in keyof View]: { readonly to: View[K]; readonly areOthers: boolean } } = {
  filter: {
    to: { kind: 'comparison', field: 'channel', operator: 'eq', value: 'reseller' },
    areOthers: true,
  },
  groupby: { to: ['channel'], areOthers: true },
  processedDateTime: { to: '2026-11-21', areOthers: true },
  compare: { to: '2026-11-21', areOthers: true },
  sort: { to: [{ field: 'channel', descending: true }], areOthers: true },
  search: { to: 'ltd', areOthers: true },
  page: { to: 7, areOthers: false },
  pageSize: { to: 50, areOthers: true },
  chart: { to: 'channel', areOthers: false },
  measure: { to: 'utilization', areOthers: false },
  view: { to: 'trend', areOthers: true },
  customerTenantId: { to: 't1', areOthers: false },
  opportunity: { to: 'nearlyFull', areOthers: true },
  minIdle: { to: 10, areOthers: true },
  maxUtilization: { to: 50, areOthers: true },
  minUtilization: { to: 90, areOthers: true },
  spare: { to: 5, areOthers: true },
  without: { to: ['jump'], areOthers: false },
  from: { to: '2026-11-01', areOthers: false },
  to: { to: '2026-11-21', areOthers: false },
  days: { to: 90, areOthers: false },
  about: { to: 'idle', areOthers: false },
};

test('rows are the same on every page, and others by filter, snapshot, search, grouping, thresholds, order and page size', () => {
  const rows = rowsOf(DEFAULT_VIEW);
  expect(rowsOf({ ...DEFAULT_VIEW })).toBe(rows);
  const changes = Object.entries(CHANGES);
  const others = changes.filter(([part, { to }]) => rowsOf({ ...DEFAULT_VIEW, [part]: to }) !== rows);
  expect(others.map(([part]) => part)).toEqual(
    changes.filter(([, { areOthers }]) => areOthers).map(([part]) => part),
  );
});
