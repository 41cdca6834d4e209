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

// These functions lead from one view to the next. Each gives a normalised view. A change of which rows there are, or of
// their order, goes back to the first page. A change to what is already shown changes nothing.

/** Shows the rows that pass; null shows all. */
export function withFilter(view: View, filter: Filter | null): View {
  return revised(view, { filter });
}

/** Groups the rows. Sort keys that grouped rows do not have are dropped. With no fields, the rows are ungrouped. */
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

/** Compares with a second snapshot, whose rows are joined with those of the first; null ends comparing. */
export function withCompare(view: View, compare: SnapshotDate | null): View {
  return revised(view, { compare });
}

/** Shows the rows whose customer or product name contains the text; empty shows all. */
export function withSearch(view: View, search: string): View {
  return revised(view, { search });
}

/**
 * Shows one row for each customer, in an order, and the page that has the customer at `place` (0-based). The chart
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

/** Changes the number of rows on a page, 1 to 1000. The first visible row stays visible. */
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
 * Goes to another of the app's views, whose rows come in their usual order. Filter, search and snapshot stay.
 * `withCustomer` goes to the view of a customer.
 */
export function withViewName(view: View, name: ViewName): View {
  return name === view.view ? normalise(view) : revised(view, { view: name, groupby: [], sort: [] });
}

/**
 * Goes to the view of one customer. Filter and snapshot stay; the search does not, because it may be what found the
 * customer.
 */
export function withCustomer(view: View, customerTenantId: string): View {
  return revised(view, { view: 'customer', customerTenantId, search: '', groupby: [], sort: [] });
}

/** Chooses the other question of the opportunities; its rows come in their usual order. */
export function withOpportunity(view: View, opportunity: Opportunity): View {
  return opportunity === view.opportunity ? normalise(view) : revised(view, { opportunity, sort: [] });
}

/** The thresholds that a row must reach to be an opportunity. */
export type Thresholds = Pick<View, 'minIdle' | 'maxUtilization' | 'minUtilization'>;

/** Changes thresholds of the opportunities; those that are not named stay. */
export function withThresholds(view: View, thresholds: Partial<Thresholds>): View {
  return revised(view, thresholds);
}

/** Sets how many licenses of each product a customer keeps on purpose: they do not count as idle. */
export function withSpare(view: View, spare: number): View {
  return revised(view, { spare });
}

/** Lists the anomalies of all kinds except these. */
export function withoutKinds(view: View, without: readonly AnomalyKind[]): View {
  return revised(view, { without });
}

/** Shows the trend for a range of days. */
export function withRange(view: View, { from, to }: Pick<View, 'from' | 'to'>): View {
  return revised(view, { from, to });
}

/** Shows the trend of so many days that end with the day of the snapshot. */
export function withDays(view: View, days: number): View {
  return revised(view, { from: null, to: null, days });
}

/** Explains a figure or a column; null closes the explanation. */
export function withAbout(view: View, about: View['about']): View {
  return revised(view, { about });
}

/** The parameters that decide which rows there are and in which order. */
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
    // The explanation does not stay when the view changes.
    about: change.about ?? null,
    page: differs(ROW_KEYS) ? 1 : next.page,
  };
}
