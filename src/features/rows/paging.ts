import { lastPageOf } from '#ui/paging.ts';
import type { View } from '#view/view.ts';

/**
 * What distinguishes the rows of one view from those of another, or from the same rows in another order or in pages of
 * another size. Views that differ only in their page, or in parts that do not concern rows, have the same.
 */
export function rowsOf(view: View): string {
  const { filter, search, processedDateTime, compare, groupby, sort, pageSize } = view;
  const { opportunity, minIdle, maxUtilization, minUtilization, spare } = view;
  const thresholds = [opportunity, minIdle, maxUtilization, minUtilization, spare];
  return JSON.stringify([
    view.view,
    filter,
    search,
    processedDateTime,
    compare,
    groupby,
    sort,
    pageSize,
    ...thresholds,
  ]);
}

/** Some rows that follow one another, as 0-based indexes; the first and the last are included. */
export type Range = { readonly first: number; readonly last: number };

/** The pages, 1-based, that have some of these rows. */
export function pagesOf({ first, last }: Range, pageSize: number): readonly number[] {
  const page = Math.floor(first / pageSize) + 1;
  const pages = Math.floor(last / pageSize) + 2 - page;
  return Array.from({ length: Math.max(0, pages) }, (_, index) => page + index);
}

/**
 * The page on which a person is who has scrolled to some rows: that of the first row in sight. A person who sees the
 * very last row is on the last page, unless a page has fewer rows than there is room for.
 */
export function pageInSight({ first, last }: Range, pageSize: number, total: number): number {
  const isEnd = last >= total - 1 && last - first < pageSize;
  return isEnd ? lastPageOf({ pageSize }, total) : Math.floor(first / pageSize) + 1;
}

/** The number of rows on the last page; 0 where there is only one page, which needs no room below it to come first. */
export function rowsOnLastPage(pageSize: number, total: number): number {
  return total <= pageSize ? 0 : total - (lastPageOf({ pageSize }, total) - 1) * pageSize;
}
