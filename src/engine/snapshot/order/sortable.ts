import type { Measure, SortKey } from '#view/view.ts';
import type { DictionaryIndex } from '#engine/snapshot/dictionary-index.ts';
import type { Codes, Counts, TextColumnName } from '#engine/snapshot/table.ts';
import type { SortColumn } from './radix-sort.ts';
import { realColumns, textColumn, wholeColumns } from './sort-column.ts';

/** Columns that can be sorted by: those of a table's rows, or those of groups. */
export type Sortable = {
  /** @throws RangeError where there is no such column */
  readonly codes: (column: TextColumnName) => Codes;
  readonly licensesSold: Counts;
  readonly licensesDeployed: Counts;
};

/**
 * What some elements of columns are sorted by, the first counting most: what `sortRows` sorts objects by.
 * A field named again changes nothing and is left out.
 *
 * @param ids the elements: item i of each result is element `ids[i]`
 */
export function columnsOf(
  sortable: Sortable,
  ids: Uint32Array,
  sort: readonly SortKey[],
  index: DictionaryIndex,
): readonly SortColumn[] {
  const firstOf = new Map<SortKey['field'], SortKey>();
  for (const key of sort) if (!firstOf.has(key.field)) firstOf.set(key.field, key);
  return [...firstOf.values()].flatMap(({ field, descending }) => {
    switch (field) {
      case 'licensesSold':
      case 'licensesDeployed':
      case 'licensesNotDeployed':
        return wholeColumns(measured(sortable, ids, field), descending);
      case 'utilization':
        return realColumns(measured(sortable, ids, field), descending);
      default:
        return textColumn(sortable.codes(field), ids, index.ranks(field), descending);
    }
  });
}

// In the loops below `as number` stands for what the compiler can't know: the index is within the array.

/** A measure by item; NaN where it is undefined: utilization where nothing was sold. */
export function measured(
  { licensesSold, licensesDeployed }: Pick<Sortable, 'licensesSold' | 'licensesDeployed'>,
  ids: Uint32Array,
  measure: Measure,
): Float64Array<ArrayBuffer> {
  const values = new Float64Array(ids.length);
  switch (measure) {
    case 'licensesSold':
    case 'licensesDeployed': {
      const counts = measure === 'licensesSold' ? licensesSold : licensesDeployed;
      for (let item = 0; item < values.length; item += 1)
        values[item] = counts[ids[item] as number] as number;
      return values;
    }
    case 'licensesNotDeployed':
      for (let item = 0; item < values.length; item += 1) {
        const id = ids[item] as number;
        values[item] = (licensesSold[id] as number) - (licensesDeployed[id] as number);
      }
      return values;
    case 'utilization':
      for (let item = 0; item < values.length; item += 1) {
        const id = ids[item] as number;
        const sold = licensesSold[id] as number;
        values[item] = sold === 0 ? Number.NaN : (licensesDeployed[id] as number) / sold;
      }
      return values;
  }
}
