import { canonical } from '#partner-center/filter/canonical.ts';
import { foldFilter } from '#partner-center/filter/fold.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { withoutCustomers } from './customer-scope.ts';
import { snapshotDateOf } from './snapshot-date.ts';
import {
  ANOMALY_KINDS,
  DEFAULT_VIEW,
  effectiveChart,
  effectiveSort,
  type GroupedView,
  type SortKey,
  sortFieldsOf,
  type View,
} from './view.ts';

/** The most rows on a page. */
export const MAX_PAGE_SIZE = 1000;

/** This is far more than any data needs; the offset of such a page's first row is still an exact number. */
export const MAX_PAGE = 999_999_999;

/** The most licenses that a threshold can name: also far more than any data needs. */
export const MAX_LICENSES = 999_999_999;

/** The most percent that a threshold can name: some customers have one license sold and thousands deployed. */
export const MAX_PERCENT = 1_000_000;

/** The longest trend: the endpoint has the snapshots of some 13 months. */
export const MAX_DAYS = 400;

/**
 * The view as the address can hold it, so that equal views have equal addresses: the filter is canonical, each field is
 * named once, sort keys are only those that the rows have, numbers are in their ranges, and defaults are written as
 * defaults. A part that cannot be kept takes its default. In the view of one customer, the filter has no other
 * conditions on customers. Idempotent.
 */
export function normalise(view: View): View {
  const tenant = view.view === 'customer' ? textOf(view.customerTenantId ?? '') : '';
  const from = normalDate(view.from);
  const to = normalDate(view.to);
  const grouped: GroupedView = {
    groupby: [...new Set(view.groupby)],
    compare: normalDate(view.compare),
    // The view `customer` has no meaning without its customer.
    view: view.view === 'customer' && tenant === '' ? DEFAULT_VIEW.view : view.view,
    opportunity: view.opportunity,
  };
  const filter = view.filter && normalFilter(view.filter);
  const within = (key: CountKey, least: number, most: number): number =>
    inRange(view[key], least, most) ? view[key] : DEFAULT_VIEW[key];
  return {
    filter: grouped.view === 'customer' ? withoutCustomers(filter) : filter,
    groupby: grouped.groupby,
    processedDateTime: normalDate(view.processedDateTime),
    compare: grouped.compare,
    sort: normalSort(grouped, view.sort),
    search: textOf(view.search),
    page: within('page', 1, MAX_PAGE),
    pageSize: within('pageSize', 1, MAX_PAGE_SIZE),
    chart: view.chart === effectiveChart({ ...grouped, chart: null }) ? null : view.chart,
    measure: view.measure,
    view: grouped.view,
    customerTenantId: tenant || null,
    opportunity: grouped.opportunity,
    minIdle: within('minIdle', 0, MAX_LICENSES),
    maxUtilization: normalPercent(view.maxUtilization) ?? DEFAULT_VIEW.maxUtilization,
    minUtilization: normalPercent(view.minUtilization) ?? DEFAULT_VIEW.minUtilization,
    spare: within('spare', 0, MAX_LICENSES),
    without: ANOMALY_KINDS.filter((kind) => view.without.includes(kind)),
    from,
    to: isRange(from, to) ? to : null,
    days: from === null ? within('days', 1, MAX_DAYS) : DEFAULT_VIEW.days,
    about: view.about,
  };
}

type CountKey = 'page' | 'pageSize' | 'minIdle' | 'spare' | 'days';

/** Can the days from the first to the last one be a range? The order of days as texts is that of the calendar. */
export function isRange(from: string | null, to: string | null): boolean {
  return from === null || to === null || from <= to;
}

function normalSort(view: GroupedView, sort: readonly SortKey[]): readonly SortKey[] {
  const left = new Set(sortFieldsOf(view));
  // `delete` returns whether the field was still there: only the first key of a field has an effect.
  const keys = sort.filter((key) => left.delete(key.field));
  // For a person with prices, the usual order of idle licenses is by their value. So the order by their number must
  // stay in the address.
  const isByWorth = view.view === 'opportunities' && view.opportunity === 'idle';
  const usual = isByWorth ? [] : effectiveSort({ ...view, sort: [] });
  const asUsual = keys.every(({ field, descending }, index) => {
    const other = usual[index];
    return field === other?.field && descending === other.descending;
  });
  return asUsual ? [] : keys;
}

function normalFilter(filter: Filter): Filter {
  return foldFilter<Filter>(canonical(filter), {
    comparison: (comparison) => ({ ...comparison, value: wellFormed(comparison.value) }),
    and: (operands) => ({ kind: 'and', operands }),
    or: (operands) => ({ kind: 'or', operands }),
  });
}

function normalDate(date: string | null): string | null {
  return (date !== null && snapshotDateOf(date)) || null;
}

/** The number as an address writes it, with three decimals at most; null where it is out of its range. */
function normalPercent(percent: number): number | null {
  // −0 + 0 is 0, which is also how an address is read.
  return percent >= 0 && percent <= MAX_PERCENT ? Math.round(percent * 1000) / 1000 + 0 : null;
}

/** The text as the address can hold it; a blank text becomes the empty one. */
function textOf(text: string): string {
  return text.trim() === '' ? '' : wellFormed(text);
}

/** An address can't hold half of a surrogate pair: browsers write it as U+FFFD. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

function inRange(count: number, least: number, most: number): boolean {
  return Number.isInteger(count) && count >= least && count <= most;
}
