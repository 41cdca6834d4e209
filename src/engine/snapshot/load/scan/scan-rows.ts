// This is the one hot loop of loading.
import { NO_VALUE } from '#engine/snapshot/columns/table.ts';
import { likelySame, type Bytes } from './bytes.ts';
import { NOWHERE, skipBlanks, skipScalar } from './json.ts';
import {
  CODE,
  COLUMN,
  GUESS,
  hashOfWindow,
  LENGTH,
  memberAt,
  NO_WINDOW,
  NONE,
  PAGE_START,
  ROW_BREAK,
  START,
  TOKEN,
  WINDOW_BYTES,
  windowOf,
  type Members,
} from './json-members.ts';
import { ALL, COLUMNS, NO_COLUMN, REQUIRED, TEXTS } from './column-numbers.ts';
import { makeRoomForRows, type Scratch } from './scratch.ts';

export type RowsRead = {
  readonly rows: number;
  /** Where the list's closing bracket is. */
  readonly end: number;
};

const CLOSING_BRACE = 0x7d;
const CLOSING_BRACKET = 0x5d;
const FOUR_ZEROS = 0x30303030;
// Any four bytes the first of which is none.
const NO_DIGITS = 0;

const ONE_MEMBER = 1 << 16;

/**
 * A row's shape is the sum of its members': the columns it has, a bit each, and above them how many members it had. The
 * fewest powers of two that make a number are its bits, so there are as many bits as members where none came twice; where
 * the bits overflow there are more members than bits in any case.
 */
const shapeOf = (column: number): number => (1 << column) + ONE_MEMBER;
const WHOLE_ROW = ALL + COLUMNS * ONE_MEMBER;

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
  let { capacity, codes, counts } = scratch;

  // No rows at all.
  const bracketAtOnce = skipBlanks(bytes, from);
  if (bytes[bracketAtOnce] === CLOSING_BRACKET) return { rows: 0, end: bracketAtOnce };

  let position = from;
  let row = 0;
  // What the row has, see `shapeOf`.
  let shape = 0;
  let previous = PAGE_START;

  for (;;) {
    const guess = table[previous + GUESS]!;
    let member = guess;
    let length = table[member + LENGTH]!;
    if (position + length > end || !likelySame(view, position, arenaView, table[member + START]!, length)) {
      // Then the guess is the member that was last seen with such a value after the same prefix. It may be a wrong one.
      const value = position + table[member + TOKEN]!;
      const hash =
        previous !== PAGE_START && value + WINDOW_BYTES <= end ? hashOfWindow(view, value) : NO_WINDOW;
      const window = windowOf(hash);
      // A new value is mostly seen to be one here, without a look at the member.
      member = windows[window] === hash ? windows[window + 1]! : NONE;
      length = table[member + LENGTH]!;
      if (position + length > end || !likelySame(view, position, arenaView, table[member + START]!, length)) {
        member = memberAt(members, page, position, end, previous);
        if (member === NONE) break;
        arenaView = members.arena.view;
        table = members.table;
        length = table[member + LENGTH]!;
        if (hash !== NO_WINDOW) {
          windows[window] = hash;
          windows[window + 1] = member;
        }
        // What follows a new one has the prefix of what follows its neighbour, whatever its value.
        if (table[member + GUESS] === NONE) table[member + GUESS] = table[guess + GUESS]!;
      }
      table[previous + GUESS] = member;
    }
    previous = member;
    position += length;

    let column = table[member + COLUMN]!;
    if (column >= ROW_BREAK) {
      column -= ROW_BREAK;
      if (shape !== WHOLE_ROW && !completeRow(scratch, row, shape)) return null;
      row += 1;
      shape = 0;
      if (row === capacity) {
        makeRoomForRows(scratch, row + 1);
        ({ capacity, codes, counts } = scratch);
      }
    }

    if (column < TEXTS) {
      codes[column * capacity + row] = table[member + CODE]!;
    } else if (column < NO_COLUMN) {
      // A whole number of at most 15 digits. What follows it is the next member's to check.
      const word = position + 4 <= end ? view.getInt32(position, true) : NO_DIGITS;
      const digits = word ^ FOUR_ZEROS;
      // The sign bit of each byte that is no digit, exact up to the first of them.
      const others = ((digits + 0x76767676) | digits) & 0x80808080;
      let width = (31 - Math.clz32(others & -others)) >> 3;
      let count = 0;
      if (others !== 0) {
        // Up to three digits, as nearly all have, without a branch: how many come cannot be predicted.
        const last = digits << (32 - 8 * width);
        count = ((last >>> 8) & 0xff) * 100 + ((last >>> 16) & 0xff) * 10 + (last >>> 24);
      } else {
        width = 0;
        for (;;) {
          const digit = bytes[position + width]! - 0x30;
          if (!(digit >= 0 && digit <= 9)) break;
          count = count * 10 + digit;
          width += 1;
        }
      }
      if (width === 0 || width > 15 || (width > 1 && (digits & 0xff) === 0)) return null;
      position += width;
      counts[(column - TEXTS) * capacity + row] = count;
    } else {
      position = skipScalar(bytes, position);
      if (position === NOWHERE) return null;
      continue;
    }
    shape += shapeOf(column);
  }

  const brace = skipBlanks(bytes, position);
  const bracket = skipBlanks(bytes, brace + 1);
  if (bytes[brace] !== CLOSING_BRACE || bytes[bracket] !== CLOSING_BRACKET || previous === PAGE_START)
    return null;
  if (!completeRow(scratch, row, shape)) return null;
  return { rows: row + 1, end: bracket };
}

/** Gives the texts a row lacks the code of null. False where it lacks more than that, or has something twice. */
function completeRow({ capacity, codes }: Scratch, row: number, shape: number): boolean {
  const present = shape % ONE_MEMBER;
  if ((present & REQUIRED) !== REQUIRED || bitCount(present) !== Math.floor(shape / ONE_MEMBER)) return false;
  for (let column = 0; column < TEXTS; column += 1) {
    if ((present & (1 << column)) === 0) codes[column * capacity + row] = NO_VALUE;
  }
  return true;
}
