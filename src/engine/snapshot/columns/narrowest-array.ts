import type { Codes, Counts } from './table.ts';

/**
 * An array for codes of a dictionary with so many entries (no value is one of them): the narrowest that can hold them.
 */
export function codesFor(entries: number, length: number): Codes {
  if (entries <= 1 << 8) return new Uint8Array(length);
  return entries <= 1 << 16 ? new Uint16Array(length) : new Uint32Array(length);
}

/** An array for counts or sums of licenses, none of which is above `most`: 32 bits where they fit, else doubles. */
export function countsFor(most: number, length: number): Counts {
  return most < 2 ** 32 ? new Uint32Array(length) : new Float64Array(length);
}
