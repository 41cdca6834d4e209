import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import {
  lastPageOf,
  pageInSight,
  pageSizesWith,
  pagesOf,
  pagingOf,
  rowsOf,
  rowsOnLastPage,
} from './paging.ts';

const NOWHERE = { first: null, previous: null, next: null, last: null };

describe('paging', () => {
  test('of the first page', () => {
    expect(pagingOf({ page: 1, pageSize: 100 }, 12_345)).toEqual({
      rows: { first: 1, last: 100 },
      targets: { first: null, previous: null, next: 2, last: 124 },
    });
  });

  test('of the last page, which is not full', () => {
    expect(pagingOf({ page: 124, pageSize: 100 }, 12_345)).toEqual({
      rows: { first: 12_301, last: 12_345 },
      targets: { first: 1, previous: 123, next: null, last: null },
    });
  });

  test('of rows that just fill their pages', () => {
    expect(pagingOf({ page: 2, pageSize: 50 }, 100).targets).toEqual({
      first: 1,
      previous: 1,
      next: null,
      last: null,
    });
  });

  test('of no rows leads nowhere', () => {
    expect(pagingOf({ page: 1, pageSize: 100 }, 0)).toEqual({ rows: null, targets: NOWHERE });
  });

  test('beyond the end has no rows, and back is the last page there is', () => {
    expect(pagingOf({ page: 900, pageSize: 100 }, 250)).toEqual({
      rows: null,
      targets: { first: 1, previous: 3, next: null, last: 3 },
    });
    expect(pagingOf({ page: 2, pageSize: 100 }, 0)).toEqual({
      rows: null,
      targets: { first: 1, previous: 1, next: null, last: 1 },
    });
  });

  test('leads back also where it is not known how many rows there are', () => {
    expect(pagingOf({ page: 3, pageSize: 100 }, null)).toEqual({
      rows: null,
      targets: { first: 1, previous: 2, next: null, last: null },
    });
  });

  test('of rows whose end is not known leads on, and not to a last page', () => {
    expect(pagingOf({ page: 1, pageSize: 100 }, 100, false)).toEqual({
      rows: { first: 1, last: 100 },
      targets: { first: null, previous: null, next: 2, last: null },
    });
    expect(pagingOf({ page: 3, pageSize: 100 }, 300, false)).toEqual({
      rows: { first: 201, last: 300 },
      targets: { first: 1, previous: 2, next: 4, last: null },
    });
  });

  test('behind rows whose end is not known leads back only, one page at a time', () => {
    expect(pagingOf({ page: 9, pageSize: 100 }, 0, false)).toEqual({
      rows: null,
      targets: { first: 1, previous: 8, next: null, last: null },
    });
  });

  test('from page to page every row comes by once', () => {
    const size = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 20_000 }), (pageSize, total) => {
        let seen = 0;
        let page: number | null = 1;
        let last = 0;
        while (page !== null) {
          const { rows, targets } = pagingOf({ page, pageSize }, total);
          expect(rows?.first).toBe(seen + 1);
          seen = rows?.last ?? Number.NaN;
          last = page;
          page = targets.next;
        }
        expect(seen).toBe(total);
        expect(last).toBe(lastPageOf({ pageSize }, total));
      }),
    );
  });
});

test('a page size of the address stands among the usual ones', () => {
  expect(pageSizesWith(100)).toEqual([50, 100, 200, 500, 1000]);
  expect(pageSizesWith(77)).toEqual([50, 77, 100, 200, 500, 1000]);
});

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

/** Another value of each part of a view, and whether its rows are then others, or in another order or other pages. */
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
