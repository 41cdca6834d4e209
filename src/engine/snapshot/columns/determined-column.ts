import { codesFor } from './narrowest-array.ts';
import type { Codes, TextColumn } from './table.ts';

/**
 * Where each value of one column has a single value of another in all rows, as a customer's tenant has one name: by code
 * of the first the code of the second. null where some value has several.
 */
export function determinedColumn(
  { codes, dictionary }: TextColumn,
  { codes: others, dictionary: otherTexts }: TextColumn,
): Codes | null {
  // More values than there are to determine them.
  if (otherTexts.length > dictionary.length) return null;
  // One more than the code, 0: not seen.
  const seen = new Uint32Array(dictionary.length);
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row]!;
    const other = others[row]! + 1;
    const before = seen[code]!;
    if (before === other) continue;
    if (before !== 0) return null;
    seen[code] = other;
  }
  const determined = codesFor(otherTexts.length, dictionary.length);
  for (let code = 0; code < seen.length; code += 1) determined[code] = Math.max(0, seen[code]! - 1);
  return determined;
}
