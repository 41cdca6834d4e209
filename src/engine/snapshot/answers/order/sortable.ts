import type { PageSortKey } from '#engine/engine.ts';
import type { DictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import type { Codes, Counts, TextColumnName } from '#engine/snapshot/columns/table.ts';
import type { PairSums } from '#engine/snapshot/answers/group/group-sums.ts';
import { type Items, measured } from './measured.ts';
import type { SortColumn } from './radix-sort.ts';
import { realColumns, textColumn, utilizationColumns, wholeColumns } from './sort-column.ts';

/** Columns that can be sorted by: those of a table's rows, or those of groups. */
export type Sortable = {
  /** @throws RangeError where there is no such column */
  readonly codes: (column: TextColumnName) => Codes;
  readonly licensesSold: Counts;
  readonly licensesDeployed: Counts;
  readonly pairs?: PairSums | undefined;
};

/**
 * What some elements of columns are sorted by, the first counting most: what `sortRows` sorts objects by.
 * A field named again changes nothing and is left out.
 */
export function columnsOf(
  sortable: Sortable,
  items: Items,
  sort: readonly PageSortKey[],
  index: DictionaryIndex,
): readonly SortColumn[] {
  const firstOf = new Map<PageSortKey['field'], PageSortKey>();
  for (const key of sort) if (!firstOf.has(key.field)) firstOf.set(key.field, key);
  return [...firstOf.values()].flatMap(({ field, descending }) => {
    switch (field) {
      case 'licensesSold':
      case 'licensesDeployed':
      case 'licensesNotDeployed':
        return wholeColumns(measured(sortable, items, field), descending);
      case 'idle':
      case 'short':
        // What was not computed is undefined of every element, which orders none of them.
        return sortable.pairs === undefined ? [] : wholeColumns(measured(sortable, items, field), descending);
      case 'idleValue':
        return sortable.pairs?.worth === undefined
          ? []
          : realColumns(measured(sortable, items, field), descending);
      case 'utilization':
        return utilizationColumns(sortable, items, descending);
      default:
        return textColumn(sortable.codes(field), items, index.ranks(field), descending);
    }
  });
}
