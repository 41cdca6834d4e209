import { bytesOf, copyBytes, sameBytes, withRoomFor, type Bytes } from './bytes.ts';
import { isCanonical, readToken, TOKEN_HASH } from './token.ts';

/** The code of a token that is no JSON. */
export const NOT_A_TEXT = -1;

const COMMA = 0x2c;
const CLOSING_BRACKET = 0x5d;
const SMALL_N = 0x6e;

const encoder = new TextEncoder();
// A mark at the beginning of a text is part of the text.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * A column's dictionary while it grows: codes of texts, by the bytes of their JSON tokens. Each text has one canonical
 * token, what `JSON.stringify` writes, so equal texts are equal bytes and no strings are needed. The bytes are kept as
 * the JSON text of a list, which is what `decodeDictionary` reads.
 */
export type TokenDictionary = {
  /** `[null,"…","…"`, without the closing bracket. */
  json: Bytes<ArrayBuffer>;
  jsonLength: number;
  /** Where each code's token ends; the next one begins a comma later. */
  ends: Uint32Array<ArrayBuffer>;
  /** How many codes there are, that of null included. */
  size: number;
  hashes: Int32Array<ArrayBuffer>;
  /** Open addressing: a code, or 0 where free. null is never in it. At most half full. */
  slots: Uint32Array<ArrayBuffer>;
};

/** A part's dictionary: the JSON text of its list, and where the token of each code ends. */
export type EncodedTokens = {
  readonly json: Uint8Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
};

export function createTokenDictionary(): TokenDictionary {
  const bytes = new Uint8Array(1024);
  bytes.set(encoder.encode('[null'));
  const ends = new Uint32Array(64);
  ends[0] = 5;
  return {
    json: bytesOf(bytes),
    jsonLength: 5,
    ends,
    size: 1,
    hashes: new Int32Array(64),
    slots: new Uint32Array(128),
  };
}

/** What the dictionary holds, copied. */
export function encodeTokens({ json, jsonLength, ends, size }: TokenDictionary): EncodedTokens {
  const copy = json.bytes.slice(0, jsonLength + 1);
  copy[jsonLength] = CLOSING_BRACKET;
  return { json: copy, ends: ends.slice(0, size) };
}

/** What the dictionary holds, in its own memory: it is not to be used any more. */
export function takeTokens({ json, jsonLength, ends, size }: TokenDictionary): EncodedTokens {
  json.bytes[jsonLength] = CLOSING_BRACKET;
  return { json: json.bytes.subarray(0, jsonLength + 1), ends: ends.subarray(0, size) };
}

/** Forgets the codes from `size` on. */
export function truncate(dictionary: TokenDictionary, size: number): void {
  if (dictionary.size === size) return;
  dictionary.size = size;
  dictionary.jsonLength = dictionary.ends[size - 1]!;
  fillSlots(dictionary, dictionary.slots.length);
}

const tokenFound = new Int32Array(2);

/**
 * The code of the token between `start` and `end`, whose hash `readToken` has found; a new one where its text is new.
 * `NOT_A_TEXT` where it is no valid JSON text (nor null).
 */
export function codeOfToken(
  dictionary: TokenDictionary,
  from: Bytes,
  start: number,
  end: number,
  hash: number,
): number {
  if (from.bytes[start] === SMALL_N) return 0;
  const known = find(dictionary, from.view, start, end - start, hash);
  if (known !== 0) return known;
  if (isCanonical(from.bytes, start, end)) return add(dictionary, from, start, end, hash);
  const canonical = canonicalToken(from.bytes.subarray(start, end));
  return canonical === null
    ? NOT_A_TEXT
    : codeOfCanonical(dictionary, bytesOf(canonical), 0, canonical.length);
}

/** As `codeOfToken`, for a token that is known to be canonical, as another dictionary's are. */
export function codeOfCanonical(
  dictionary: TokenDictionary,
  from: Bytes,
  start: number,
  end: number,
): number {
  readToken(from.view, start, end, tokenFound);
  const hash = tokenFound[TOKEN_HASH]!;
  return find(dictionary, from.view, start, end - start, hash) || add(dictionary, from, start, end, hash);
}

/** The token of a code, as bytes of the dictionary. */
function tokenOf({ json, ends }: TokenDictionary, code: number): Uint8Array {
  return json.bytes.subarray(code === 0 ? 1 : ends[code - 1]! + 1, ends[code]);
}

/** A hash of a code's text, the same in any dictionary. */
export function hashOf({ hashes }: TokenDictionary, code: number): number {
  return hashes[code]!;
}

/** The text of a code. */
export function textOf(dictionary: TokenDictionary, code: number): string | null {
  return JSON.parse(decoder.decode(tokenOf(dictionary, code))) as string | null;
}

/** The token of a text, or of null. */
export function tokenOfText(text: string | null): Uint8Array<ArrayBuffer> {
  return encoder.encode(JSON.stringify(text));
}

/** The canonical token of a token in another spelling, or of bytes that are no UTF-8; null where it is no JSON. */
function canonicalToken(token: Uint8Array): Uint8Array<ArrayBuffer> | null {
  let text: string | null;
  try {
    text = JSON.parse(decoder.decode(token)) as string | null;
  } catch {
    return null;
  }
  return tokenOfText(text);
}

function find(
  { json, ends, hashes, slots }: TokenDictionary,
  view: DataView,
  start: number,
  length: number,
  hash: number,
): number {
  const mask = slots.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const code = slots[slot]!;
    if (code === 0) return 0;
    if (hashes[code] !== hash) continue;
    const begin = ends[code - 1]! + 1;
    if (ends[code]! - begin === length && sameBytes(view, start, json.view, begin, length)) return code;
  }
}

function add(dictionary: TokenDictionary, from: Bytes, start: number, end: number, hash: number): number {
  const code = dictionary.size;
  const begin = dictionary.jsonLength + 1;
  const finish = begin + end - start;
  // One more, for the closing bracket.
  if (finish + 1 > dictionary.json.bytes.length) {
    dictionary.json = bytesOf(withRoomFor(dictionary.json.bytes, finish + 1));
  }
  const { bytes, view } = dictionary.json;
  bytes[begin - 1] = COMMA;
  copyBytes(from.view, start, view, begin, end - start);
  dictionary.jsonLength = finish;
  dictionary.ends = withRoomFor(dictionary.ends, code + 1);
  dictionary.ends[code] = finish;
  dictionary.hashes = withRoomFor(dictionary.hashes, code + 1);
  dictionary.hashes[code] = hash;
  dictionary.size = code + 1;
  if (dictionary.size * 2 > dictionary.slots.length) fillSlots(dictionary, dictionary.slots.length * 4);
  else putIntoSlot(dictionary.slots, hash, code);
  return code;
}

function putIntoSlot(slots: Uint32Array, hash: number, code: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = code;
}

function fillSlots(dictionary: TokenDictionary, length: number): void {
  const { hashes, size } = dictionary;
  const slots = new Uint32Array(length);
  for (let code = 1; code < size; code += 1) putIntoSlot(slots, hashes[code]!, code);
  dictionary.slots = slots;
}
