/** The place of a view among the pages of its rows. Pages and rows are 1-based. */
export type Paging = {
  /** The rows on this page; null where it has none, or where it is not known. */
  readonly rows: { readonly first: number; readonly last: number } | null;
  /** The page to which each button leads; null where it leads nowhere. */
  readonly targets: Readonly<Record<'first' | 'previous' | 'next' | 'last', number | null>>;
};

/** The last page of `total` rows; 1 where there are none. */
export function lastPageOf({ pageSize }: { readonly pageSize: number }, total: number): number {
  return Math.max(1, Math.ceil(total / pageSize));
}

/**
 * The paging of a view over `total` rows. Where `total` is null, the number is not known, and only going back is
 * possible. Beyond the last page there are no rows, and the way back leads to the last page; the address stays as it is
 * written.
 *
 * @param isEndKnown where it is false, there are more than `total` rows: behind their last page comes another one, and
 * a page further on has no rows, wherever the rows end
 */
export function pagingOf(
  view: { readonly page: number; readonly pageSize: number },
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
 * The sizes that a person can choose: the usual ones and the present one, which an address may have set to any number.
 */
export function pageSizesWith(usual: readonly number[], current: number): readonly number[] {
  return [...new Set([...usual, current])].toSorted((a, b) => a - b);
}
