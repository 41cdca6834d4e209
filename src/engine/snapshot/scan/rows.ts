// The one hot loop of loading. Indices stay within the arrays by construction: `as number` says so where a check each
// time would cost.
import { likelySame, withRoomFor, type Bytes } from './bytes.ts';
import { NOWHERE, skipBlanks, skipScalar } from './json.ts';
import {
  CODE,
  COLUMN,
  GUESS,
  LENGTH,
  memberAt,
  NO_WINDOW,
  NONE,
  PAGE_START,
  ROW_BREAK,
  START,
  STRIDE,
  TOKEN,
  WINDOW_BYTES,
  windowAt,
  type Members,
} from './members.ts';
import { ALL, COLUMNS, NO_COLUMN, REQUIRED, TEXTS } from './names.ts';
import { COUNTS, type Scratch } from './scratch.ts';

export type RowsRead = {
  readonly rows: number;
  /** Where the list's closing bracket is. */
  readonly end: number;
};

const CLOSING_BRACE = 0x7d;
const CLOSING_BRACKET = 0x5d;

const bitCount = (bits: number): number => {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
};

/**
 * Reads the rows of a page into `scratch`, from where its list's first row begins.
 *
 * @returns null where the rows are not what the scanner reads: a page for `JSON.parse`
 */
export function readRows(page: Bytes, from: number, members: Members, scratch: Scratch): RowsRead | null {
  const { bytes, view } = page;
  const end = bytes.length;
  const { windows } = members;
  let { table } = members;
  let arenaView = members.arena.view;
  let { codes, counts } = scratch;

  // No rows at all.
  const bracketAtOnce = skipBlanks(bytes, from);
  if (bytes[bracketAtOnce] === CLOSING_BRACKET) return { rows: 0, end: bracketAtOnce };

  let position = from;
  let row = 0;
  // Columns the row has, as bits, and how many members it had: fewer bits than members means one came twice.
  let present = 0;
  let found = 0;
  let previous = PAGE_START;

  for (;;) {
    const guess = table[previous * STRIDE + GUESS] as number;
    let member = guess;
    let entry = member * STRIDE;
    let length = table[entry + LENGTH] as number;
    if (
      position + length > end ||
      !likelySame(view, position, arenaView, table[entry + START] as number, length)
    ) {
      // Then the member last seen with such a value after the same prefix, or whatever it is.
      const value = position + (table[entry + TOKEN] as number);
      const window =
        previous !== PAGE_START && value + WINDOW_BYTES <= end ? windowAt(view, value) : NO_WINDOW;
      member = windows[window] as number;
      entry = member * STRIDE;
      length = table[entry + LENGTH] as number;
      if (
        position + length > end ||
        !likelySame(view, position, arenaView, table[entry + START] as number, length)
      ) {
        member = memberAt(members, page, position, end, previous);
        if (member === NONE) break;
        arenaView = members.arena.view;
        table = members.table;
        entry = member * STRIDE;
        length = table[entry + LENGTH] as number;
        if (window !== NO_WINDOW) windows[window] = member;
        // What follows a new one has the prefix of what follows its neighbour, whatever its value.
        if (table[entry + GUESS] === NONE) table[entry + GUESS] = table[guess * STRIDE + GUESS] as number;
      }
      table[previous * STRIDE + GUESS] = member;
    }
    previous = member;
    position += length;

    let column = table[entry + COLUMN] as number;
    if (column >= ROW_BREAK) {
      column -= ROW_BREAK;
      if ((present !== ALL || found !== COLUMNS) && !completeRow(codes, row, present, found)) return null;
      row += 1;
      present = 0;
      found = 0;
      if ((row + 1) * TEXTS > codes.length) {
        codes = withRoomFor(codes, (row + 1) * TEXTS);
        counts = withRoomFor(counts, (row + 1) * COUNTS);
        scratch.codes = codes;
        scratch.counts = counts;
      }
    }

    if (column < TEXTS) {
      codes[row * TEXTS + column] = table[entry + CODE] as number;
    } else if (column < NO_COLUMN) {
      // A whole number of at most 15 digits. What follows it is the next member's to check.
      const start = position;
      let count = 0;
      let digit = (bytes[position] as number) - 0x30;
      while (digit >= 0 && digit <= 9) {
        count = count * 10 + digit;
        position += 1;
        digit = (bytes[position] as number) - 0x30;
      }
      const digits = position - start;
      if (digits === 0 || digits > 15 || (digits > 1 && bytes[start] === 0x30)) return null;
      counts[row * COUNTS + column - TEXTS] = count;
    } else {
      position = skipScalar(bytes, position);
      if (position === NOWHERE) return null;
      continue;
    }
    present |= 1 << column;
    found += 1;
  }

  const brace = skipBlanks(bytes, position);
  const bracket = skipBlanks(bytes, brace + 1);
  if (bytes[brace] !== CLOSING_BRACE || bytes[bracket] !== CLOSING_BRACKET || previous === PAGE_START)
    return null;
  if (!completeRow(codes, row, present, found)) return null;
  return { rows: row + 1, end: bracket };
}

/** Gives the texts a row lacks the code of null. False where it lacks more than that, or has something twice. */
function completeRow(codes: Uint32Array, row: number, present: number, found: number): boolean {
  if ((present & REQUIRED) !== REQUIRED || bitCount(present) !== found) return false;
  for (let column = 0; column < TEXTS; column += 1) {
    if ((present & (1 << column)) === 0) codes[row * TEXTS + column] = 0;
  }
  return true;
}
