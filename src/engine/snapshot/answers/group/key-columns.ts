import type { Field } from '#partner-center/fields.ts';
import type { DictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import type { Codes } from '#engine/snapshot/columns/table.ts';
import { keyOfField, type GroupSums } from './group-sums.ts';

/** A part of the keys of some items: a number below `places` by item. Keys are equal where all their numbers are. */
export type KeyColumn = { readonly numbers: Codes; readonly places: number };

/** A number for each code, by the codes of some items. */
export function picked(numbers: Uint32Array, codes: Codes): Uint32Array<ArrayBuffer> {
  const values = new Uint32Array(codes.length);
  for (let item = 0; item < values.length; item += 1) {
    values[item] = numbers[codes[item]!]!;
  }
  return values;
}

/** The keys of groups in some of their fields, as numbers that equal texts share. */
export function keyColumns(
  groups: GroupSums,
  fields: readonly Field[],
  index: DictionaryIndex,
): readonly KeyColumn[] {
  return fields.map((field) => {
    const { classes, count } = index.equalTexts(field);
    const codes = keyOfField(groups, field);
    // Where no two texts are equal, each has its code for a number.
    return { numbers: classes.length === count ? codes : picked(classes, codes), places: count };
  });
}
