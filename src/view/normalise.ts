import { canonical } from '#partner-center/filter/canonical.ts';
import { foldFilter } from '#partner-center/filter/fold.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { snapshotDateOf } from './snapshot-date.ts';
import {
  DEFAULT_VIEW,
  effectiveChart,
  effectiveSort,
  type SortKey,
  sortFieldsOf,
  type View,
} from './view.ts';

/** Rows a page at most. */
export const MAX_PAGE_SIZE = 1000;

/** Far beyond any data; the offset of its first row is still an exact number. */
export const MAX_PAGE = 999_999_999;

/**
 * The view as the address can hold it, so that equal views have equal addresses: the filter canonical, fields
 * named once, sort keys only on what the rows have, numbers in their ranges, defaults written as defaults.
 * What cannot be kept takes its default. Idempotent.
 */
export function normalise(view: View): View {
  const groupby = [...new Set(view.groupby)];
  return {
    filter: view.filter && normalFilter(view.filter),
    groupby,
    processedDateTime: normalDate(view.processedDateTime),
    compare: normalDate(view.compare),
    sort: normalSort({ groupby, sort: view.sort }),
    search: view.search.trim() === '' ? '' : wellFormed(view.search),
    page: inRange(view.page, MAX_PAGE) ? view.page : DEFAULT_VIEW.page,
    pageSize: inRange(view.pageSize, MAX_PAGE_SIZE) ? view.pageSize : DEFAULT_VIEW.pageSize,
    chart: view.chart === effectiveChart({ groupby, chart: null }) ? null : view.chart,
    measure: view.measure,
    view: view.view,
  };
}

function normalSort({ groupby, sort }: Pick<View, 'groupby' | 'sort'>): readonly SortKey[] {
  const left = new Set(sortFieldsOf(groupby));
  // `delete` says whether the field was still there: only the first key of a field orders anything.
  const keys = sort.filter((key) => left.delete(key.field));
  const usual = effectiveSort({ groupby, sort: [] });
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

/** An address has no form for half a surrogate pair: browsers write it as U+FFFD. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

function inRange(count: number, most: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= most;
}
