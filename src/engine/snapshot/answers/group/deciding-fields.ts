import type { Field } from '#partner-center/fields.ts';
import { PAIR } from '#engine/engine.ts';
import type { ColumnIndex } from '#engine/snapshot/columns/column-index.ts';
import { codesFor } from '#engine/snapshot/columns/narrowest-array.ts';
import type { Codes, Table } from '#engine/snapshot/columns/table.ts';
import type { GroupSums } from './group-sums.ts';

/** Fields of a grouping, without those that follow from another of them. */
export type DecidingFields = {
  /** In the order of the fields. Rows that are equal in these are equal in all. */
  readonly deciding: readonly Field[];
  /** The fields that decide an order field by field: those that do not follow from one before them. */
  readonly ordering: readonly Field[];
  /** Groups by the deciding fields, with the keys of all fields. */
  readonly withOthers: (groups: GroupSums) => GroupSums;
};

type Following = { readonly from: Field; readonly codes: Codes };

/** Which fields of a grouping decide it: where each tenant has one name, grouping by both is grouping by the tenant. */
export function decidingFields(
  { texts }: Pick<Table, 'texts'>,
  columns: ColumnIndex,
  fields: readonly Field[],
): DecidingFields {
  const following = new Map<Field, Following>();
  const sizeOf = (field: Field): number => texts[field].dictionary.length;
  // The ids of a pair stay where they and others follow from each other.
  const isOfPair = (field: Field): number => (PAIR.some((own) => own === field) ? 1 : 0);
  for (const field of fields.toSorted((a, b) => isOfPair(a) - isOfPair(b) || sizeOf(a) - sizeOf(b))) {
    for (const from of fields) {
      if (from === field || following.has(from)) continue;
      const codes = columns.determined(from, field);
      if (codes === null) continue;
      following.set(field, { from, codes });
      break;
    }
  }
  const deciding = fields.filter((field) => !following.has(field));
  const ordering = fields.filter((field, at) => {
    const from = following.get(field)?.from;
    return from === undefined || fields.indexOf(from) > at;
  });
  if (following.size === 0) return { deciding, ordering, withOthers: (groups) => groups };

  const keyOf = (groups: GroupSums, field: Field): Codes => {
    const own = groups.keys[deciding.indexOf(field)];
    if (own !== undefined) return own;
    const follows = following.get(field);
    if (follows === undefined) throw new RangeError(`There are no codes of ${field}.`);
    const key = codesFor(sizeOf(field), groups.count);
    // What a field follows from may follow from another.
    take(key, follows.codes, keyOf(groups, follows.from));
    return key;
  };
  return {
    deciding,
    ordering,
    withOthers: (groups) => ({ ...groups, fields, keys: fields.map((field) => keyOf(groups, field)) }),
  };
}

function take(key: Codes, codes: Codes, from: Codes): void {
  for (let group = 0; group < key.length; group += 1) key[group] = codes[from[group]!]!;
}
