import type { Field } from '#partner-center/fields.ts';
import { compareKeys, ranksOf } from './collation.ts';
import type { DeploymentRow, PageSortKey } from './engine.ts';
import { measureOf } from './totals.ts';

/** A row's value to sort by, as a number: a text's rank among the texts of its column. NaN where it has none. */
function sortableColumn(rows: readonly DeploymentRow[], field: PageSortKey['field']): Float64Array {
  const column = new Float64Array(rows.length);
  switch (field) {
    case 'licensesSold':
    case 'licensesDeployed':
    case 'licensesNotDeployed':
    case 'utilization':
    case 'idle':
    case 'short':
      rows.forEach((row, index) => {
        column[index] = measureOf(row, field) ?? Number.NaN;
      });
      return column;
    default: {
      // A column holds few distinct texts: comparing those once is what keeps a collator affordable.
      const texts = [...new Set(rows.map((row) => row[field] ?? null))].filter((text) => text !== null);
      const { ranks } = ranksOf(field, texts);
      const rankOf = new Map(texts.map((text, index) => [text, ranks[index] ?? 0]));
      rows.forEach((row, index) => {
        const text = row[field] ?? null;
        column[index] = text === null ? Number.NaN : (rankOf.get(text) ?? Number.NaN);
      });
      return column;
    }
  }
}

/**
 * The rows in an order of several keys, the first counting most; as they are where there is none.
 * What is undefined (no value, utilization of nothing sold) comes last in either direction.
 *
 * @param groupby what the rows are grouped by. Rows equal in all keys stay as they were; groups, whose order at the
 *   service says nothing, come by the values of these fields (`compareKeys`)
 */
export function sortRows(
  rows: readonly DeploymentRow[],
  sort: readonly PageSortKey[],
  groupby: readonly Field[] = [],
): readonly DeploymentRow[] {
  if (sort.length === 0) return rows;
  const keys = sort.map(({ field, descending }) => ({ column: sortableColumn(rows, field), descending }));
  const groups = groupby.length === 0 ? [] : rows.map((row) => groupby.map((field) => row[field] ?? null));
  const order = rows.map((_, index) => index);
  order.sort((a, b) => {
    for (const { column, descending } of keys) {
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
    return compareKeys(groups[a] ?? [], groups[b] ?? []) || a - b;
  });
  return order.flatMap((index) => rows[index] ?? []);
}
