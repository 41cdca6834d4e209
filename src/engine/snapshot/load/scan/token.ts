/** What `readToken` finds: where the token ends, and a hash of its bytes. An array, so that neither is boxed. */
export type TokenFound = Int32Array;
export const TOKEN_END = 0;
export const TOKEN_HASH = 1;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NULL_WORD = 0x6c6c756e; // "null", little endian

// Multipliers of MurmurHash3's mixing.
const mixed = (hash: number, word: number): number => {
  const spread = Math.imul(hash ^ word, 0x85ebca6b);
  return spread ^ (spread >>> 15);
};

/** Four bytes at `at`; what lies past `end` counts as zero. */
function wordAt(view: DataView, at: number, end: number): number {
  if (at + 4 <= end) return view.getInt32(at, true);
  let word = 0;
  for (let index = 0; at + index < end; index += 1) word |= view.getUint8(at + index) << (8 * index);
  return word;
}

/**
 * Finds the end of a text or `null` that begins at `at`, and hashes its bytes, four at a time. Equal tokens have equal
 * hashes wherever they stand. Says nothing on what is between the quotes: whoever sees a token for the first time has
 * to check it.
 *
 * @returns false where there is neither, or no closing quote before `end`
 */
export function readToken(view: DataView, at: number, end: number, found: TokenFound): boolean {
  if (at >= end) return false;
  if (view.getUint8(at) !== QUOTE) {
    if (wordAt(view, at, end) !== NULL_WORD) return false;
    found[TOKEN_END] = at + 4;
    found[TOKEN_HASH] = 1;
    return true;
  }
  let hash = 0;
  let position = at + 1;
  while (position < end) {
    const word = wordAt(view, position, end);
    // The classic "has a zero byte": the lowest bit set is exact, those above it may be carried.
    const quotes = word ^ 0x22222222;
    const backslashes = word ^ 0x5c5c5c5c;
    const special =
      (((quotes - 0x01010101) & ~quotes) | ((backslashes - 0x01010101) & ~backslashes)) & 0x80808080;
    if (special === 0) {
      hash = mixed(hash, word);
      position += 4;
      continue;
    }
    const before = (31 - Math.clz32(special & -special)) >> 3;
    hash = mixed(hash, (word & ((1 << (8 * before)) - 1)) + before + 1);
    position += before;
    if (view.getUint8(position) === QUOTE) {
      found[TOKEN_END] = position + 1;
      found[TOKEN_HASH] = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
      return true;
    }
    // A backslash and what it escapes, a quote maybe.
    if (position + 2 > end) return false;
    hash = mixed(hash, BACKSLASH | (view.getUint8(position + 1) << 8));
    position += 2;
  }
  return false;
}

/**
 * Is the token as `JSON.stringify` writes it? So it is without escapes, control characters, and bytes that are no
 * UTF-8. (A few with escapes are as well: no for them, too.)
 */
export function isCanonical(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const byte = bytes[at]!;
    if (byte < 0x20 || byte === BACKSLASH) return false;
    const length = byte < 0x80 ? 1 : sequenceLength(bytes, at, end);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/**
 * Bytes of the UTF-8 sequence of two bytes or more at `at`, 0 where there is none that is well-formed.
 *
 * Source: The Unicode Standard, table 3-7.
 */
function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at]!;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (at + length > end) return 0;
  // Neither a longer way to write a character than needed, nor a surrogate, nor beyond the last character.
  const second = bytes[at + 1]!;
  if (second < (lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80)) return 0;
  if (second > (lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf)) return 0;
  for (let next = at + 2; next < at + length; next += 1) {
    if ((bytes[next]! & 0xc0) !== 0x80) return 0;
  }
  return length;
}
