import type { Field } from '#partner-center/fields.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { ADDRESS_KEYS, type AddressKey, addressOf } from './address.ts';
import { fieldsOf } from './grouping.ts';
import { normalise } from './normalise.ts';
import {
  type AnomalyKind,
  effectiveChart,
  type Measure,
  type Opportunity,
  type SnapshotDate,
  type SortKey,
  type View,
  type ViewName,
} from './view.ts';

// From one view to the next. Each gives a normalised view; whatever changes which rows there are, or their order,
// goes back to the first page, and asking for what is already shown changes nothing.

/** Shows the rows that pass; null shows all. */
export function withFilter(view: View, filter: Filter | null): View {
  return revised(view, { filter });
}

/** Groups the rows; sort keys on what grouped rows do not have are dropped. Empty: ungrouped. */
export function withGroupby(view: View, groupby: readonly Field[]): View {
  return revised(view, { groupby });
}

/** Orders the rows; empty is the default order. */
export function withSort(view: View, sort: readonly SortKey[]): View {
  return revised(view, { sort });
}

/** Shows another snapshot; null is the latest. */
export function withSnapshot(view: View, processedDateTime: SnapshotDate | null): View {
  return revised(view, { processedDateTime });
}

/** Compares with a second snapshot, whose rows come among those of the first; null ends comparing. */
export function withCompare(view: View, compare: SnapshotDate | null): View {
  return revised(view, { compare });
}

/** Shows the rows whose customer or product name contains the text; empty shows all. */
export function withSearch(view: View, search: string): View {
  return revised(view, { search });
}

/**
 * Shows the customers, a row each, in an order: the page of them that has the customer at `place` (0-based). The chart
 * keeps its field.
 */
export function withCustomers(view: View, sort: readonly SortKey[], place = 0): View {
  const ordered = revised(view, { groupby: fieldsOf(['customer']), sort, chart: effectiveChart(view) });
  return revised(ordered, { page: Math.floor(place / ordered.pageSize) + 1 });
}

/** Turns to a page, 1-based. */
export function withPage(view: View, page: number): View {
  return revised(view, { page });
}

/** Changes the rows a page, 1 to 1000. The first row that is in sight stays in sight. */
export function withPageSize(view: View, pageSize: number): View {
  const sized = revised(view, { pageSize });
  const firstRow = (view.page - 1) * view.pageSize;
  return revised(sized, { page: Math.floor(firstRow / sized.pageSize) + 1 });
}

/** Shows the members of another field in the main chart; null is the default field. */
export function withChart(view: View, chart: Field | null): View {
  return revised(view, { chart });
}

/** Ranks the main chart by another figure. */
export function withMeasure(view: View, measure: Measure): View {
  return revised(view, { measure });
}

/**
 * Goes to another of the app's views, which has rows of its own, in their usual order: filter, search and snapshot stay.
 * To a customer's view one goes by `withCustomer`.
 */
export function withViewName(view: View, name: ViewName): View {
  return name === view.view ? normalise(view) : revised(view, { view: name, groupby: [], sort: [] });
}

/**
 * Goes to the view of one customer: filter and snapshot stay, but not the search, by which the customer may have been
 * found.
 */
export function withCustomer(view: View, customerTenantId: string): View {
  return revised(view, { view: 'customer', customerTenantId, search: '', groupby: [], sort: [] });
}

/** Asks the opportunities another question, whose answers come in their usual order. */
export function withOpportunity(view: View, opportunity: Opportunity): View {
  return opportunity === view.opportunity ? normalise(view) : revised(view, { opportunity, sort: [] });
}

/** What a row has to reach to be an opportunity. */
export type Thresholds = Pick<View, 'minIdle' | 'maxUtilization' | 'minUtilization'>;

/** Changes thresholds of the opportunities; those that are not named stay. */
export function withThresholds(view: View, thresholds: Partial<Thresholds>): View {
  return revised(view, thresholds);
}

/** Leaves each customer so many licenses of each product before any of them is idle. */
export function withSpare(view: View, spare: number): View {
  return revised(view, { spare });
}

/** Lists anomalies of all kinds but these. */
export function withoutKinds(view: View, without: readonly AnomalyKind[]): View {
  return revised(view, { without });
}

/** Shows the trend of a range of days. */
export function withRange(view: View, { from, to }: Pick<View, 'from' | 'to'>): View {
  return revised(view, { from, to });
}

/** Shows the trend of so many days up to that of the snapshot. */
export function withDays(view: View, days: number): View {
  return revised(view, { from: null, to: null, days });
}

/** Explains a figure or a column; null ends that. */
export function withAbout(view: View, about: View['about']): View {
  return revised(view, { about });
}

/** What decides which rows there are and in which order. */
const ROW_KEYS: readonly AddressKey[] = [
  'filter',
  'groupby',
  'processedDateTime',
  'compare',
  'sort',
  'search',
  'view',
  'customerTenantId',
  'opportunity',
  'minIdle',
  'maxUtilization',
  'minUtilization',
  'spare',
  'without',
];

function revised(view: View, change: Partial<View>): View {
  const next = normalise({ ...view, ...change });
  const before = addressOf(view);
  const after = addressOf(next);
  const differs = (keys: readonly AddressKey[]): boolean => keys.some((key) => before[key] !== after[key]);
  if (!differs(ADDRESS_KEYS)) return next;
  return {
    ...next,
    // What was explained is not what is shown next.
    about: change.about ?? null,
    page: differs(ROW_KEYS) ? 1 : next.page,
  };
}
