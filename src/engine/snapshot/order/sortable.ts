import type { Measure, SortKey } from '#view/view.ts';
import type { DictionaryIndex } from '#engine/snapshot/dictionary-index.ts';
import type { Codes, Counts, TextColumnName } from '#engine/snapshot/table.ts';
import { BLOCK_ITEMS, type Numbers } from './numbers.ts';
import type { SortColumn } from './radix-sort.ts';
import { realColumns, textColumn, wholeColumns } from './sort-column.ts';

/** Columns that can be sorted by: those of a table's rows, or those of groups. */
export type Sortable = {
  /** @throws RangeError where there is no such column */
  readonly codes: (column: TextColumnName) => Codes;
  readonly licensesSold: Counts;
  readonly licensesDeployed: Counts;
};

/** Which elements of columns are sorted: item i is element `ids[i]`, or element i where there are no ids. */
export type Items = { readonly count: number; readonly ids: Uint32Array | null };

/**
 * What some elements of columns are sorted by, the first counting most: what `sortRows` sorts objects by.
 * A field named again changes nothing and is left out.
 */
export function columnsOf(
  sortable: Sortable,
  items: Items,
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
        return wholeColumns(measured(sortable, items, field), descending);
      case 'utilization':
        return realColumns(measured(sortable, items, field), descending);
      default:
        return textColumn(sortable.codes(field), items, index.ranks(field), descending);
    }
  });
}

// In the loops below `as number` stands for what the compiler can't know: the index is within the array.

/** Takes the counts of the items from one on. */
function take(counts: Counts, { ids }: Items, from: number, into: Float64Array): void {
  if (ids === null) {
    into.set(counts.subarray(from, from + into.length));
    return;
  }
  for (let at = 0; at < into.length; at += 1) into[at] = counts[ids[from + at] as number] as number;
}

/** Puts what is not deployed in place of what was sold. */
function subtractFrom(sold: Float64Array, deployed: Float64Array): void {
  for (let at = 0; at < sold.length; at += 1) sold[at] = (sold[at] as number) - (deployed[at] as number);
}

/** Puts the utilization in place of what was sold. */
function divideBy(sold: Float64Array, deployed: Float64Array): void {
  for (let at = 0; at < sold.length; at += 1) {
    sold[at] = sold[at] === 0 ? Number.NaN : (deployed[at] as number) / (sold[at] as number);
  }
}

/** A measure by item; NaN where it is undefined: utilization where nothing was sold. */
export function measured(
  { licensesSold, licensesDeployed }: Pick<Sortable, 'licensesSold' | 'licensesDeployed'>,
  items: Items,
  measure: Measure,
): Numbers {
  const { count } = items;
  if (measure === 'licensesSold' || measure === 'licensesDeployed') {
    const counts = measure === 'licensesSold' ? licensesSold : licensesDeployed;
    return { count, read: (from, into) => take(counts, items, from, into) };
  }
  const combine = measure === 'utilization' ? divideBy : subtractFrom;
  const deployed = new Float64Array(BLOCK_ITEMS);
  return {
    count,
    read(from, into) {
      const ofBlock = deployed.subarray(0, into.length);
      take(licensesSold, items, from, into);
      take(licensesDeployed, items, from, ofBlock);
      combine(into, ofBlock);
    },
  };
}
