import type { Field } from '#partner-center/fields.ts';
import type { Row } from '#partner-center/response.ts';

/**
 * The value of each grouped field, in the order of the fields; null where the rows have no value.
 *
 * Keys are equal where they differ at most in letter case (`foldCase`), and equal keys are one group. It is written
 * with the spelling of the key that sold most, or between equals with the one that comes first (by code unit, field
 * after field, a missing value last).
 */
export type GroupKey = readonly (string | null)[];

/** The key of a group. */
export function keyOf(group: Row, groupby: readonly Field[]): GroupKey {
  return groupby.map((field) => group[field] ?? null);
}

/** The order by UTF-16 code unit: it is total, and the same in every language. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order of groups that are equal in everything else: by code unit, field after field, a missing value last. */
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

/** A text for each key; it is the same for keys that are written alike. */
export function keyAsWritten(key: GroupKey): string {
  return JSON.stringify(key);
}
