import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastPageOf, pageSizesWith, pagingOf } from './paging.ts';

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
  expect(pageSizesWith([50, 100], 100)).toEqual([50, 100]);
  expect(pageSizesWith([50, 100], 77)).toEqual([50, 77, 100]);
});
