import type { SortField, SortKey } from '#view/view.ts';
import type { DeploymentRow } from './engine.ts';
import { measureOf } from './totals.ts';

// One collator for all text: case and accents do not separate names, numbers in names count as numbers.
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** A row's value to sort by, as a number: a text's rank among the texts of its column. NaN where it has none. */
function sortableColumn(rows: readonly DeploymentRow[], field: SortField): Float64Array {
  const column = new Float64Array(rows.length);
  switch (field) {
    case 'licensesSold':
    case 'licensesDeployed':
    case 'licensesNotDeployed':
    case 'utilization':
      rows.forEach((row, index) => {
        column[index] = measureOf(row, field) ?? Number.NaN;
      });
      return column;
    default: {
      // A column holds few distinct texts: comparing those once is what keeps a collator affordable.
      const texts = [...new Set(rows.map((row) => row[field] ?? null))].filter((text) => text !== null);
      texts.sort(collator.compare);
      const ranks = new Map<string, number>();
      let rank = -1;
      let previous: string | null = null;
      for (const text of texts) {
        if (previous === null || collator.compare(previous, text) !== 0) rank += 1;
        ranks.set(text, rank);
        previous = text;
      }
      rows.forEach((row, index) => {
        const text = row[field] ?? null;
        column[index] = text === null ? Number.NaN : (ranks.get(text) ?? Number.NaN);
      });
      return column;
    }
  }
}

/**
 * The rows in an order of several keys, the first counting most. Stable: equal rows stay as they were.
 * What is undefined (no value, utilization of nothing sold) comes last in either direction.
 */
export function sortRows(rows: readonly DeploymentRow[], sort: readonly SortKey[]): readonly DeploymentRow[] {
  if (sort.length === 0) return rows;
  const keys = sort.map(({ field, descending }) => ({ column: sortableColumn(rows, field), descending }));
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
    return a - b;
  });
  return order.flatMap((index) => rows[index] ?? []);
}
