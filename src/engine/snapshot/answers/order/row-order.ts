import type { PageSortKey } from '#engine/engine.ts';
import type { DictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { rowIdsOf, type Selection } from '#engine/snapshot/columns/selection.ts';
import type { Table } from '#engine/snapshot/columns/table.ts';
import { sortedItems } from './radix-sort.ts';
import { columnsOf } from './sortable.ts';

/**
 * The ids of the selected rows in an order of several keys, the first counting most; rows equal in all of them in the
 * service's order. Undefined values come last in either direction. Not to be written to.
 */
export function rowOrder(
  table: Table,
  selection: Selection,
  sort: readonly PageSortKey[],
  index: DictionaryIndex,
): Uint32Array {
  if (sort.length === 0) return rowIdsOf(selection);
  // Of all rows, items are row ids.
  const ids = selection.kind === 'all' ? null : rowIdsOf(selection);
  const { count } = selection;
  const { licensesSold, licensesDeployed } = table.counts;
  const sortable = {
    codes: (column: keyof Table['texts']) => table.texts[column].codes,
    licensesSold,
    licensesDeployed,
  };
  const order = sortedItems(columnsOf(sortable, { count, ids }, sort, index), count);
  if (ids === null) return order;
  for (let place = 0; place < order.length; place += 1) order[place] = ids[order[place]!]!;
  return order;
}
