import type { Codes, Counts } from './table.ts';

/** Room for codes of a dictionary of so many entries (no value included): as narrow as they allow. */
export function codesFor(entries: number, length: number): Codes {
  if (entries <= 1 << 8) return new Uint8Array(length);
  return entries <= 1 << 16 ? new Uint16Array(length) : new Uint32Array(length);
}

/** Room for counts or sums of licenses, none above `most`: 32 bits where that fits, else doubles. */
export function countsFor(most: number, length: number): Counts {
  return most < 2 ** 32 ? new Uint32Array(length) : new Float64Array(length);
}

/** A copy of some codes of a dictionary of so many entries (no value included): as narrow as they allow. */
export function narrowCodes(entries: number, codes: Uint32Array): Codes {
  if (entries <= 1 << 8) return new Uint8Array(codes);
  return entries <= 1 << 16 ? new Uint16Array(codes) : new Uint32Array(codes);
}

/** A copy of some counts of licenses: 32 bits each where all of them fit. */
export function narrowCounts(counts: Float64Array): Counts {
  let most = 0;
  for (let row = 0; row < counts.length; row += 1) {
    const count = counts[row] as number;
    if (count > most) most = count;
  }
  return most < 2 ** 32 ? new Uint32Array(counts) : new Float64Array(counts);
}
