import type { Field } from '#partner-center/fields.ts';
import type { Row } from '#partner-center/response.ts';

/**
 * The value of each grouped field, in the order of the fields; null where the rows have none.
 *
 * Keys are equal where they differ in letter case at most (`foldCase`), and equal ones are one group: it is written as
 * the spelling of the key that sold most, between equals as the one that comes first (by code unit, field after field,
 * no value last).
 */
export type GroupKey = readonly (string | null)[];

/** The key of a group. */
export function keyOf(group: Row, groupby: readonly Field[]): GroupKey {
  return groupby.map((field) => group[field] ?? null);
}

/** By UTF-16 code unit: a total order, the same in every language. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order of groups that are equal in all else: by code unit, field after field, no value last. */
export function compareKeys(a: GroupKey, b: GroupKey): number {
  for (let index = 0; index < a.length; index += 1) {
    const left = a[index] ?? null;
    const right = b[index] ?? null;
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    return compareCodeUnits(left, right);
  }
  return 0;
}

/** A text for each key, the same for keys that are written alike. */
export function keyAsWritten(key: GroupKey): string {
  return JSON.stringify(key);
}
