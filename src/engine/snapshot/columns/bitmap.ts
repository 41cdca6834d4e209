import { bitmapWords } from './selection.ts';
import type { Codes } from './table.ts';

/** The bitmap of the rows whose code has its flag (1, by code) set; row 0 in the lowest bit of word 0. */
export function bitmapOfFlags(codes: Codes, flags: Uint8Array): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(bitmapWords(codes.length));
  const whole = codes.length >>> 5;
  for (let index = 0; index < whole; index += 1) {
    const first = index * 32;
    let word = 0;
    for (let bit = 0; bit < 32; bit += 1) {
      word |= flags[codes[first + bit]!]! << bit;
    }
    words[index] = word;
  }
  for (let row = whole * 32; row < codes.length; row += 1) {
    words[whole]! |= flags[codes[row]!]! << (row & 31);
  }
  return words;
}

/** Joins a bitmap with another of the same rows, in place. */
export function joinInto(kind: 'and' | 'or', words: Uint32Array, other: Uint32Array): void {
  if (kind === 'and') {
    for (let index = 0; index < words.length; index += 1) {
      words[index]! &= other[index]!;
    }
  } else {
    for (let index = 0; index < words.length; index += 1) {
      words[index]! |= other[index]!;
    }
  }
}

/** Turns a bitmap of so many rows round, in place: the rows that were not in it are now. */
export function invert(words: Uint32Array, rows: number): void {
  for (let index = 0; index < words.length; index += 1) words[index] = ~words[index]!;
  const [last, inLast] = [words.length - 1, rows & 31];
  if (inLast !== 0) words[last]! &= (1 << inLast) - 1;
}
