import type { Field } from '#partner-center/fields.ts';
import type { Prices } from './prices.ts';
import {
  effectiveGroupby,
  effectiveSort,
  type GroupedView,
  type GroupMeasure,
  type Measure,
  MEASURES,
  ROW_MEASURES,
  ROW_SORT_FIELDS,
  type RowMeasure,
  type RowSortField,
  type SortKey,
  type View,
} from './view.ts';

// An address may ask for more than its view computes: for an order by what changed where nothing is compared, or for
// idle licenses in a comparison's chart. The code that asks an engine asks for what is computed, as it is defined here;
// the code that shows the address says what is missing.

/** The measure that a comparison computes: the one that is asked for, otherwise what was sold. */
export function answeredMeasure(measure: Measure): RowMeasure {
  return ROW_MEASURES.find((computed) => computed === measure) ?? 'licensesSold';
}

/** The measure that the chart computes: without a comparison, any measure. */
export function chartMeasure({ measure, compare }: Pick<View, 'measure' | 'compare'>): Measure {
  return compare === null ? measure : answeredMeasure(measure);
}

/** What the rows are grouped by, if the comparison is ignored. */
export function answeredGroupby(view: GroupedView): readonly Field[] {
  return effectiveGroupby({ ...view, compare: null });
}

/** Where the person has prices, idle licenses have a value, and a list can be ordered by it. */
export type Priced = { readonly prices?: Prices | null | undefined };

const MOST_WORTH: readonly SortKey<'idleValue'>[] = [{ field: 'idleValue', descending: true }];

/**
 * The order that is computed: the view's order without the keys that are not computed, or, where none is left, the
 * default. For a person with prices, idle licenses are ordered by their value by default.
 */
export function answeredSort(
  view: GroupedView & Pick<View, 'sort'> & Priced,
): readonly SortKey<RowSortField | GroupMeasure>[] {
  const sort = computed(view.sort, view);
  if (sort.length > 0) return sort;
  if (view.prices != null && view.view === 'opportunities' && view.opportunity === 'idle') return MOST_WORTH;
  return computed(effectiveSort({ ...view, compare: null, sort: [] }), view);
}

/** The keys of an order that are not computed. */
export function unansweredKeys({ sort, prices }: Pick<View, 'sort'> & Priced): readonly SortKey[] {
  return sort.filter((key) => computed([key], { prices }).length === 0);
}

/** Does the page show all that the view asks for? */
export function isAnswered({
  compare,
  measure,
  ...ordered
}: Pick<View, 'compare' | 'measure' | 'sort'> & Priced): boolean {
  // With a comparison every order is computed, and without one every measure.
  const isOrdered = compare !== null || unansweredKeys(ordered).length === 0;
  return isOrdered && chartMeasure({ measure, compare }) === measure;
}

const COMPUTED = [...ROW_SORT_FIELDS, ...MEASURES, 'idleValue'] as const;

function computed(sort: View['sort'], { prices }: Priced): readonly SortKey<RowSortField | GroupMeasure>[] {
  return sort.flatMap(({ field, descending }) => {
    const known = COMPUTED.find((each) => each === field);
    return known === undefined || (known === 'idleValue' && prices == null)
      ? []
      : [{ field: known, descending }];
  });
}
