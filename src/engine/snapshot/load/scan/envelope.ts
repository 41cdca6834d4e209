import { NOWHERE, readName, skipBlanks, skipScalar } from './json.ts';

const COMMA = 0x2c;
const OPENING_BRACKET = 0x5b;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

// The names a list of rows has, see the reader of responses.
const isListName = (name: string): boolean => name === 'value' || name === 'items';

/**
 * Finds the list of rows: the body must be an object of plain members up to it.
 *
 * @returns the position after its opening bracket; NOWHERE where the page is one for `JSON.parse`
 */
export function findRows(bytes: Uint8Array): number {
  let position = skipBlanks(bytes, 0);
  if (bytes[position] !== OPENING_BRACE) return NOWHERE;
  for (;;) {
    const read = readName(bytes, position + 1);
    if (read === null) return NOWHERE;
    const isList = isListName(read.name.toLowerCase());
    if (bytes[read.value] === OPENING_BRACKET) return isList ? read.value + 1 : NOWHERE;
    if (isList) return NOWHERE;
    position = skipMember(bytes, read.value);
    if (bytes[position] !== COMMA) return NOWHERE;
  }
}

/** Is what follows the list of rows an end of plain members, none of them a list of rows again? `at`: its closing bracket. */
export function isPlainEnd(bytes: Uint8Array, at: number): boolean {
  let position = skipBlanks(bytes, at + 1);
  while (bytes[position] === COMMA) {
    const read = readName(bytes, position + 1);
    if (read === null || isListName(read.name.toLowerCase())) return false;
    position = skipMember(bytes, read.value);
    if (position === NOWHERE) return false;
  }
  return bytes[position] === CLOSING_BRACE && skipBlanks(bytes, position + 1) === bytes.length;
}

/** The body without its rows: what is before the list, an empty list, and what is after it. */
export function withoutRows(bytes: Uint8Array, start: number, end: number): unknown {
  const decoder = new TextDecoder();
  // Cut at ASCII, so each half decodes as it would in the whole; the brackets also keep a mark from being taken off.
  const before = decoder.decode(bytes.subarray(0, start));
  const after = decoder.decode(bytes.subarray(end));
  return JSON.parse(before + after) as unknown;
}

function skipMember(bytes: Uint8Array, value: number): number {
  const end = skipScalar(bytes, value);
  return end === NOWHERE ? NOWHERE : skipBlanks(bytes, end);
}
