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
