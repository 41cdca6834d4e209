import type { Field } from '#partner-center/fields.ts';
import type { Measure } from '#view/view.ts';
import { compareKeys, type GroupKey } from '#partner-center/reading/group-key.ts';
import { ranksOf } from './collation.ts';
import type { DeploymentRow, PageSortKey, Totals, TextField } from './engine.ts';
import { measureOf } from './totals.ts';

/** What some items are sorted by: a number for each, NaN where it is undefined. */
export type SortColumn = { readonly column: Float64Array; readonly descending: boolean };

/** The ranks of some texts (see `ranksOf`), as numbers to sort by; NaN where there is no text. */
export function textColumn(field: TextField, texts: readonly (string | null)[]): Float64Array {
  // A column holds few distinct texts. Only these are compared, because a collator is slow.
  const distinct = [...new Set(texts)].filter((text) => text !== null);
  const { ranks } = ranksOf(field, distinct);
  const rankOf = new Map(distinct.map((text, index) => [text, ranks[index] ?? 0]));
  return Float64Array.from(texts, (text) => (text === null ? Number.NaN : (rankOf.get(text) ?? Number.NaN)));
}

/** A row's value to sort by. */
function sortableColumn(rows: readonly DeploymentRow[], field: PageSortKey['field']): Float64Array {
  switch (field) {
    case 'licensesSold':
    case 'licensesDeployed':
    case 'licensesNotDeployed':
    case 'utilization':
    case 'idle':
    case 'short':
    case 'idleValue':
      return Float64Array.from(rows, (row) => measureOf(row, field) ?? Number.NaN);
    default:
      return textColumn(
        field,
        rows.map((row) => row[field] ?? null),
      );
  }
}

/**
 * The indexes of some items in an order of several keys; the first key counts most. Undefined values come last in
 * either direction. Items that are equal in all keys come by `keys` (`compareKeys`) where there are any; otherwise they
 * stay as they were.
 */
export function orderOf(
  count: number,
  columns: readonly SortColumn[],
  keys: readonly GroupKey[] = [],
): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  order.sort((a, b) => {
    for (const { column, descending } of columns) {
      const left = column[a] ?? Number.NaN;
      const right = column[b] ?? Number.NaN;
      if (left === right) continue;
      const leftUndefined = Number.isNaN(left);
      if (leftUndefined || Number.isNaN(right)) {
        if (leftUndefined && Number.isNaN(right)) continue;
        return leftUndefined ? 1 : -1;
      }
      return descending ? right - left : left - right;
    }
    return compareKeys(keys[a] ?? [], keys[b] ?? []) || a - b;
  });
  return order;
}

/**
 * The rows in an order of several keys; the first key counts most. Without keys they stay as they are. Undefined values
 * (a missing value, the utilization where nothing was sold) come last in either direction.
 *
 * @param groupby what the rows are grouped by. Rows that are equal in all keys stay as they were. Groups come by the
 * values of these fields (`compareKeys`), because their order at the service has no meaning
 */
export function sortRows(
  rows: readonly DeploymentRow[],
  sort: readonly PageSortKey[],
  groupby: readonly Field[] = [],
): readonly DeploymentRow[] {
  if (sort.length === 0) return rows;
  const columns = sort.map(({ field, descending }) => ({ column: sortableColumn(rows, field), descending }));
  const keys = groupby.length === 0 ? [] : rows.map((row) => groupby.map((field) => row[field] ?? null));
  return orderOf(rows.length, columns, keys).flatMap((index) => rows[index] ?? []);
}

/** Compares by a measure, the highest first: see `Groups`. */
export function byMeasure(measure: Measure): (a: Totals, b: Totals) => number {
  // An undefined figure ranks last.
  const rank = (totals: Totals): number => measureOf(totals, measure) ?? Number.NEGATIVE_INFINITY;
  return (a, b) => {
    const difference = rank(b) - rank(a);
    // It is NaN where both are undefined. Then, as between equals, the one with more sold comes first.
    return difference === 0 || Number.isNaN(difference) ? b.licensesSold - a.licensesSold : difference;
  };
}
