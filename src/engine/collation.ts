import { foldCase } from '#partner-center/filter/fold-case.ts';
import type { GroupKey } from './engine.ts';
import type { TextColumnName } from './snapshot/table.ts';

// One collator for all names: case and accents do not separate them, numbers in them count as numbers.
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

// Ids and dates are no words of a language, and digits in the middle of an id are no number.
const PLAIN: ReadonlySet<TextColumnName> = new Set([
  'customerTenantId',
  'productId',
  'serviceCode',
  'processedDateTime',
]);

/** By UTF-16 code unit: a total order, the same in every language. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The texts of a column in the order a person expects, with a number for each: texts that are equal to the order
 * (letter case, in names accents too) have one number.
 *
 * @returns for each text of `texts`, by its index, its place from 0 among the places there are
 */
export function ranksOf(
  column: TextColumnName,
  texts: readonly string[],
): { readonly ranks: Uint32Array<ArrayBuffer>; readonly places: number } {
  const isPlain = PLAIN.has(column);
  const keys = isPlain ? texts.map(foldCase) : texts;
  const compare = isPlain ? compareCodeUnits : collator.compare;
  const order = Uint32Array.from(keys, (_, index) => index);
  order.sort((a, b) => compare(keys[a] ?? '', keys[b] ?? ''));
  const ranks = new Uint32Array(keys.length);
  let place = -1;
  let previous: string | undefined;
  for (const index of order) {
    const key = keys[index] ?? '';
    if (previous === undefined || compare(previous, key) !== 0) place += 1;
    ranks[index] = place;
    previous = key;
  }
  return { ranks, places: place + 1 };
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
