import { PAGE_SIZES, type View } from '#view/view.ts';

/** Where a view stands among the pages of its rows. Pages and rows are 1-based. */
export type Paging = {
  /** The rows on this page; null where it has none, or where it is not known. */
  readonly rows: { readonly first: number; readonly last: number } | null;
  /** The page each button leads to; null where it leads nowhere. */
  readonly targets: Readonly<Record<'first' | 'previous' | 'next' | 'last', number | null>>;
};

/** The last page of `total` rows; 1 where there are none. */
export function lastPageOf({ pageSize }: Pick<View, 'pageSize'>, total: number): number {
  return Math.max(1, Math.ceil(total / pageSize));
}

/**
 * The paging of a view over `total` rows; null: how many there are is not known, and only the way back is.
 * Beyond the last page there are no rows, and back is the last page: the address stays as it is written.
 *
 * @param isEndKnown otherwise there are at least `total` rows and more: behind their last page comes another one, and a
 *   page further on than that has no rows, wherever they end
 */
export function pagingOf(
  view: Pick<View, 'page' | 'pageSize'>,
  total: number | null,
  isEndKnown = true,
): Paging {
  const { page, pageSize } = view;
  const unlessHere = (target: number): number | null => (target === page ? null : target);
  const first = unlessHere(1);
  const before = page === 1 ? null : page - 1;
  if (total === null) return { rows: null, targets: { first, previous: before, next: null, last: null } };
  const lastPage = lastPageOf(view, total);
  return {
    rows:
      total === 0 || page > lastPage
        ? null
        : { first: (page - 1) * pageSize + 1, last: Math.min(page * pageSize, total) },
    targets: {
      first,
      previous: before && (isEndKnown ? Math.min(before, lastPage) : before),
      next: page < lastPage || (page === lastPage && !isEndKnown) ? page + 1 : null,
      last: isEndKnown ? unlessHere(lastPage) : null,
    },
  };
}

/**
 * What tells the rows of one view from those of another, or the same rows in another order or in pages of another
 * size. Views that differ in page only, or in what is not about rows, have the same.
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

/** Some rows that follow one another, as 0-based indexes; both are in it. */
export type Range = { readonly first: number; readonly last: number };

/** The pages, 1-based, that some rows are on. */
export function pagesOf({ first, last }: Range, pageSize: number): readonly number[] {
  const page = Math.floor(first / pageSize) + 1;
  const pages = Math.floor(last / pageSize) + 2 - page;
  return Array.from({ length: Math.max(0, pages) }, (_, index) => page + index);
}

/**
 * The page that a person who scrolled to some rows is on: that of the first one in sight. Whoever sees the last row
 * of all is on the last page, unless a page has fewer rows than there is room for.
 */
export function pageInSight({ first, last }: Range, pageSize: number, total: number): number {
  const isEnd = last >= total - 1 && last - first < pageSize;
  return isEnd ? lastPageOf({ pageSize }, total) : Math.floor(first / pageSize) + 1;
}

/** How many rows the last page has; 0 where there is one page only, which needs no room below it to come first. */
export function rowsOnLastPage(pageSize: number, total: number): number {
  return total <= pageSize ? 0 : total - (lastPageOf({ pageSize }, total) - 1) * pageSize;
}

/** The sizes to choose from: the usual ones and the one in force, which an address may have set to any other. */
export function pageSizesWith(current: number): readonly number[] {
  return [...new Set([...PAGE_SIZES, current])].toSorted((a, b) => a - b);
}
