// The few pieces of JSON that a page is made of, read from bytes. Each takes less than JSON allows, never more:
// what they refuse is left to `JSON.parse`.

const QUOTE = 0x22;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const PLUS = 0x2b;
const POINT = 0x2e;
const ZERO = 0x30;
const SMALL_E = 0x65;

/** A position that says: not what was expected. */
export const NOWHERE = -1;

/** The first position from `at` on that is no white space. */
export function skipBlanks(bytes: Uint8Array, at: number): number {
  let position = at;
  for (;;) {
    const byte = bytes[position];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return position;
    position += 1;
  }
}

/**
 * Where the text that begins at `at` ends, after its closing quote; NOWHERE where it is no valid text.
 * (Bytes that are no UTF-8 are characters to `TextDecoder`, so they are none to worry about.)
 */
function textEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== QUOTE) return NOWHERE;
  for (let position = at + 1; position < bytes.length; position += 1) {
    const byte = bytes[position]!;
    if (byte === QUOTE) return position + 1;
    if (byte < 0x20) return NOWHERE;
    if (byte === BACKSLASH) {
      position += 1;
      const escaped = String.fromCharCode(bytes[position] ?? 0);
      if (escaped === 'u') {
        for (let digit = 0; digit < 4; digit += 1) {
          position += 1;
          if (!isHexDigit(bytes[position])) return NOWHERE;
        }
      } else if (!'"\\/bfnrt'.includes(escaped)) return NOWHERE;
    }
  }
  return NOWHERE;
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

const isHexDigit = (byte: number | undefined): boolean =>
  // 20 makes a letter small.
  isDigit(byte) || (byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);

export type Name = {
  /** The name as it is written. ASCII. */
  readonly name: string;
  /** Where the value begins. */
  readonly value: number;
};

/** Reads `"name" :` and the white space around it; null where it is not that, or the name is not plain ASCII. */
export function readName(bytes: Uint8Array, at: number): Name | null {
  const start = skipBlanks(bytes, at);
  const end = textEnd(bytes, start);
  if (end === NOWHERE) return null;
  let name = '';
  for (let position = start + 1; position < end - 1; position += 1) {
    const byte = bytes[position]!;
    if (byte >= 0x80 || byte === BACKSLASH) return null;
    name += String.fromCharCode(byte);
  }
  const colon = skipBlanks(bytes, end);
  return bytes[colon] === COLON ? { name, value: skipBlanks(bytes, colon + 1) } : null;
}

const WORDS = ['null', 'true', 'false'].map((word) => new TextEncoder().encode(word));

/** Where a text, a number, `true`, `false` or `null` ends; NOWHERE where there is none of them. */
export function skipScalar(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first === QUOTE) return textEnd(bytes, at);
  const word = WORDS.find((candidate) => candidate[0] === first);
  if (word === undefined) return numberEnd(bytes, at);
  return word.every((byte, index) => bytes[at + index] === byte) ? at + word.length : NOWHERE;
}

function numberEnd(bytes: Uint8Array, at: number): number {
  const whole = bytes[at] === MINUS ? at + 1 : at;
  let position = digitsEnd(bytes, whole);
  if (position === whole || (bytes[whole] === ZERO && position > whole + 1)) return NOWHERE;
  if (bytes[position] === POINT) {
    const fraction = position + 1;
    position = digitsEnd(bytes, fraction);
    if (position === fraction) return NOWHERE;
  }
  // 20 makes a letter small.
  if (((bytes[position] ?? 0) | 0x20) === SMALL_E) {
    const sign = bytes[position + 1];
    const exponent = sign === MINUS || sign === PLUS ? position + 2 : position + 1;
    position = digitsEnd(bytes, exponent);
    if (position === exponent) return NOWHERE;
  }
  return position;
}

function digitsEnd(bytes: Uint8Array, at: number): number {
  let position = at;
  while (isDigit(bytes[position])) position += 1;
  return position;
}
