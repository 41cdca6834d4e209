import type { SortKey } from '#view/view.ts';
import type { DictionaryIndex } from '#engine/snapshot/dictionary-index.ts';
import { rowIdsOf, type Selection } from '#engine/snapshot/selection.ts';
import type { Table } from '#engine/snapshot/table.ts';
import { sortedItems } from './radix-sort.ts';
import { columnsOf } from './sortable.ts';

/** Orders of a table's rows, those asked for last kept: a further page of one is a part of an array. */
export type RowOrders = {
  /**
   * See `rowOrder`.
   *
   * @param selectionKey equal for equal selections of the table, and only for those
   */
  readonly order: (selection: Selection, selectionKey: string, sort: readonly SortKey[]) => Uint32Array;
  /** Bytes of the orders that are kept. */
  readonly bytesHeld: () => number;
};

// Four orders of a million rows.
const BYTES_KEPT = 16_000_000;

/** @param bytesKept how much is kept; the order asked for last is, however large it is */
export function createRowOrders(table: Table, index: DictionaryIndex, bytesKept = BYTES_KEPT): RowOrders {
  // In the order they were last asked for.
  const kept = new Map<string, Uint32Array>();
  let bytes = 0;

  return {
    order(selection, selectionKey, sort) {
      const key = JSON.stringify([selectionKey, ...sort.map(({ field, descending }) => [field, descending])]);
      let order = kept.get(key);
      if (order === undefined) {
        order = rowOrder(table, selection, sort, index);
        bytes += order.byteLength;
      }
      kept.delete(key);
      kept.set(key, order);
      for (const [oldest, { byteLength }] of kept) {
        if (bytes <= bytesKept || oldest === key) break;
        kept.delete(oldest);
        bytes -= byteLength;
      }
      return order;
    },
    bytesHeld: () => bytes,
  };
}

/**
 * The ids of the selected rows in an order of several keys, the first counting most; rows equal in all of them in the
 * service's order. Undefined values come last in either direction. Not to be written to.
 */
export function rowOrder(
  table: Table,
  selection: Selection,
  sort: readonly SortKey[],
  index: DictionaryIndex,
): Uint32Array {
  const ids = rowIdsOf(selection);
  if (sort.length === 0) return ids;
  const { licensesSold, licensesDeployed } = table.counts;
  const sortable = {
    codes: (column: keyof Table['texts']) => table.texts[column].codes,
    licensesSold,
    licensesDeployed,
  };
  const order = sortedItems(columnsOf(sortable, ids, sort, index), ids.length);
  // Of all rows, items are row ids.
  if (selection.kind === 'all') return order;
  // `as number`: the index is within the array, which the compiler can't know.
  for (let place = 0; place < order.length; place += 1) order[place] = ids[order[place] as number] as number;
  return order;
}
