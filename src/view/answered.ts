import {
  effectiveSort,
  type GroupedView,
  type Measure,
  ROW_MEASURES,
  ROW_SORT_FIELDS,
  type RowMeasure,
  type RowSortField,
  type SortKey,
  type View,
} from './view.ts';

// The address has measures and orders that no engine computes yet. Whoever asks an engine asks for these here, and
// whoever shows what was asked for says what is missing.

/** The measure that is computed: the one asked for, else what was sold. */
export function answeredMeasure(measure: Measure): RowMeasure {
  return ROW_MEASURES.find((computed) => computed === measure) ?? 'licensesSold';
}

/** The order that is computed: that of the view without the keys that are not, or, where none is left, the default. */
export function answeredSort(view: Pick<View, 'sort' | 'groupby'>): readonly SortKey<RowSortField>[] {
  const sort = computed(view.sort);
  return sort.length > 0
    ? sort
    : computed(effectiveSort({ ...NOTHING_YET, groupby: view.groupby, sort: [] }));
}

/** What of an order is not computed. */
export function unansweredKeys(sort: View['sort']): readonly SortKey[] {
  return sort.filter((key) => computed([key]).length === 0);
}

// Comparisons and opportunities are not there yet: rows are those of the overview.
const NOTHING_YET: Omit<GroupedView, 'groupby'> = { compare: null, view: 'overview', opportunity: 'idle' };

function computed(sort: View['sort']): readonly SortKey<RowSortField>[] {
  return sort.flatMap(({ field, descending }) => {
    const known = ROW_SORT_FIELDS.find((each) => each === field);
    return known === undefined ? [] : [{ field: known, descending }];
  });
}
