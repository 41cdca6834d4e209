import { bytesOf, copyBytes, likelySame, sameBytes, withRoomFor, type Bytes } from './bytes.ts';
import { readName, skipBlanks } from './json.ts';
import { columnNamed, DATE_COLUMN, TEXTS } from './column-numbers.ts';
import { readToken, TOKEN_END, TOKEN_HASH } from './token.ts';
import { codeOfToken, NOT_A_TEXT, textOf, type TokenDictionary } from './token-dictionary.ts';

// To the scanner a page's rows are one chain of members. A member is a prefix, that is all bytes from the end of the
// value before it to its own value (`,"customerName":`, or `},{"processedDateTime":` where it begins a row), and the
// token of its value. Members seen before are known by their bytes, so their names, and the punctuation between,
// are read once and compared from then on. A member of a count is a prefix alone: its value is read each time.

/** Columns of `Members.table`, which has a row for each member. A member is the place where its row begins. */
const STRIDE = 8;
export const START = 0; // in the arena
export const LENGTH = 1; // of prefix and token
export const COLUMN = 2; // number of the column; ROW_BREAK is added where the member begins a row
export const CODE = 3; // of the text
export const GUESS = 4; // the member that last followed this one
export const TOKEN = 5; // where the token begins, after START: the length of the prefix
const PREFIX = 6; // number of the prefix
// Of eight, so that a row is half a line of a processor's cache.

/** Added to the column of a member that begins a row. */
export const ROW_BREAK = 16;

/** Bytes of the longest page that is scanned: beyond it positions and lengths could not be added as integers. */
export const LONGEST_PAGE = 1 << 29;

/** No member. Its length is more than any page has, so it is never found by its bytes. */
export const NONE = 0;
/** Where a page's rows begin: what follows it is the first member of the first row. */
export const PAGE_START = STRIDE;
const FIRST_MEMBER = 2 * STRIDE;
const ENDLESS = LONGEST_PAGE;

// A service writes some ten prefixes; more come only where white space or letter case changes from row to row.
const MOST_PREFIXES = 64;
// Beyond this the cache starts anew, so that a million customers do not need their names twice.
const MOST_BYTES = 1 << 26;
const MOST_MEMBERS = 1 << 20;

/** Entries of `windows`; and the bytes that `hashOfWindow` reads. */
const WINDOWS = 1 << 17;
export const WINDOW_BYTES = 12;
/** The hash that stands for none. */
export const NO_WINDOW = 0;

const COMMA = 0x2c;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

/** What stands before a value, learned once. */
type Prefix = {
  readonly start: number;
  readonly length: number;
  readonly column: number;
  /** The first member of a page follows no value, so its prefix is no other's. */
  readonly first: boolean;
  /** The member, where it is a prefix alone. */
  readonly member: number;
  /** By code of the text that follows, the member with the spelling that was met last; NONE where there is none. */
  members: Int32Array<ArrayBuffer>;
};

/** The members seen so far, by their bytes. A cache: it can be emptied at any time between two pages. */
export type Members = {
  readonly dictionaries: readonly TokenDictionary[];
  arena: Bytes<ArrayBuffer>;
  arenaLength: number;
  table: Int32Array<ArrayBuffer>;
  /** Where the next member's row will begin. */
  end: number;
  prefixes: Prefix[];
  /** By the first bytes of a value, the member last seen with them: pairs of a hash of the bytes and the member. */
  readonly windows: Int32Array<ArrayBuffer>;
};

export function createMembers(dictionaries: readonly TokenDictionary[]): Members {
  const members: Members = {
    dictionaries,
    arena: bytesOf(new Uint8Array(0)),
    arenaLength: 0,
    table: new Int32Array(0),
    end: 0,
    prefixes: [],
    windows: new Int32Array(WINDOWS * 2),
  };
  forgetMembers(members);
  return members;
}

/** Empties the cache. */
export function forgetMembers(members: Members): void {
  members.arena = bytesOf(new Uint8Array(1 << 16));
  members.arenaLength = 0;
  members.table = new Int32Array(1024 * STRIDE);
  members.table[NONE + LENGTH] = ENDLESS;
  members.table[PAGE_START + LENGTH] = ENDLESS;
  members.end = FIRST_MEMBER;
  members.prefixes = [];
  members.windows.fill(NO_WINDOW);
}

/**
 * A hash of the first twelve bytes at `at`, whatever they are: the end of the value need not be found, and the bytes
 * after a short one are mostly the same as last time.
 */
export function hashOfWindow(view: DataView, at: number): number {
  const hash =
    Math.imul(view.getInt32(at, true), 0x9e3779b1) ^
    Math.imul(view.getInt32(at + 4, true), 0x85ebca6b) ^
    Math.imul(view.getInt32(at + 8, true), 0xc2b2ae35);
  return hash ^ (hash >>> 15);
}

/** Where `windows` has the pair of a hash. */
export const windowOf = (hash: number): number => (hash & (WINDOWS - 1)) * 2;

/** Empties the cache where it has grown beyond its limits. For use between two pages. */
export function limitMembers(members: Members): void {
  if (
    members.arenaLength > MOST_BYTES ||
    members.end > MOST_MEMBERS * STRIDE ||
    members.prefixes.length > MOST_PREFIXES / 2
  ) {
    forgetMembers(members);
  }
}

const tokenFound = new Int32Array(2);

/**
 * The member at `at`, which follows the member `previous`; added where it is new. NONE where there is no member that
 * the scanner reads, the end of the rows included.
 */
export function memberAt(members: Members, page: Bytes, at: number, end: number, previous: number): number {
  const number = prefixAt(members, page, at, end, previous);
  const prefix = members.prefixes[number];
  if (prefix === undefined) return NONE;
  if (prefix.member !== NONE) return prefix.member;
  const token = at + prefix.length;
  if (!readToken(page.view, token, end, tokenFound)) return NONE;
  const tokenEnd = tokenFound[TOKEN_END]!;
  const code = codeOf(members, prefix, page, token, tokenEnd, tokenFound[TOKEN_HASH]!);
  if (code === NOT_A_TEXT) return NONE;
  const known = code < prefix.members.length ? prefix.members[code]! : NONE;
  if (known !== NONE && isWrittenSo(members, known, page, token, tokenEnd)) return known;
  return addText(members, page, at, tokenEnd, number, prefix, code);
}

/** Is a member's token the one between `start` and `end`, or the same text in another spelling? */
function isWrittenSo(
  { table, arena }: Members,
  member: number,
  page: Bytes,
  start: number,
  end: number,
): boolean {
  const prefixLength = table[member + TOKEN]!;
  const length = table[member + LENGTH]! - prefixLength;
  return (
    length === end - start &&
    sameBytes(page.view, start, arena.view, table[member + START]! + prefixLength, length)
  );
}

/** The code of a member's text, in its column's dictionary; NOT_A_TEXT where the column cannot have it. */
function codeOf(
  members: Members,
  prefix: Prefix,
  page: Bytes,
  token: number,
  tokenEnd: number,
  tokenHash: number,
): number {
  const column = prefix.column & (ROW_BREAK - 1);
  const dictionary = members.dictionaries[column];
  if (dictionary === undefined) return NOT_A_TEXT;
  const { size } = dictionary;
  const code = codeOfToken(dictionary, page, token, tokenEnd, tokenHash);
  if (column !== DATE_COLUMN) return code;
  // The dictionary's texts were dates when they came.
  const isNew = code === size;
  return code === 0 || (isNew && !isDate(textOf(dictionary, code))) ? NOT_A_TEXT : code;
}

function addText(
  members: Members,
  page: Bytes,
  begin: number,
  end: number,
  number: number,
  prefix: Prefix,
  code: number,
): number {
  const start = keepBytes(members, page, begin, end);
  const member = addMember(members, start, end - begin, prefix.length, prefix.column, number);
  members.table[member + CODE] = code;
  prefix.members = withRoomFor(prefix.members, code + 1);
  prefix.members[code] = member;
  return member;
}

// As the reader of responses has it.
const isDate = (text: string | null): boolean => text !== null && /^\d{4}-\d{2}-\d{2}/.test(text);

/** Copies bytes of a page into the arena, and says where they are. */
function keepBytes(members: Members, page: Bytes, start: number, end: number): number {
  const { arenaLength } = members;
  members.arenaLength += end - start;
  if (members.arenaLength > members.arena.bytes.length) {
    members.arena = bytesOf(withRoomFor(members.arena.bytes, members.arenaLength));
  }
  copyBytes(page.view, start, members.arena.view, arenaLength, end - start);
  return arenaLength;
}

function addMember(
  members: Members,
  start: number,
  length: number,
  token: number,
  column: number,
  prefix: number,
): number {
  const member = members.end;
  members.end += STRIDE;
  members.table = withRoomFor(members.table, members.end);
  const { table } = members;
  table[member + START] = start;
  table[member + LENGTH] = length;
  table[member + TOKEN] = token;
  table[member + COLUMN] = column;
  table[member + PREFIX] = prefix;
  return member;
}

const isText = (column: number): boolean => (column & (ROW_BREAK - 1)) < TEXTS;

/** The number of the prefix at `at`, learned where it is new; -1 where there is none, or there are too many. */
function prefixAt(members: Members, page: Bytes, at: number, end: number, previous: number): number {
  const { table, prefixes } = members;
  const first = previous === PAGE_START;
  // Most often the guess was right but for the value.
  const guess = table[previous + GUESS]!;
  const likely = table[guess + PREFIX]!;
  if (guess !== NONE && isPrefix(members, prefixes[likely], page, at, end, first)) return likely;
  for (let number = 0; number < prefixes.length; number += 1) {
    if (isPrefix(members, prefixes[number], page, at, end, first)) return number;
  }
  return learnPrefix(members, page, at, end, first);
}

function isPrefix(
  { arena }: Members,
  prefix: Prefix | undefined,
  { view }: Bytes,
  at: number,
  end: number,
  first: boolean,
): boolean {
  return (
    prefix !== undefined &&
    prefix.first === first &&
    at + prefix.length <= end &&
    likelySame(view, at, arena.view, prefix.start, prefix.length)
  );
}

function learnPrefix(members: Members, page: Bytes, at: number, end: number, first: boolean): number {
  if (members.prefixes.length === MOST_PREFIXES) return -1;
  const { bytes } = page;
  let position = skipBlanks(bytes, at);
  let breaks = false;
  if (!first) {
    breaks = bytes[position] === CLOSING_BRACE;
    if (breaks) position = skipBlanks(bytes, position + 1);
    if (bytes[position] !== COMMA) return -1;
    position = skipBlanks(bytes, position + 1);
  }
  if (first || breaks) {
    if (bytes[position] !== OPENING_BRACE) return -1;
    position += 1;
  }
  const read = readName(bytes, position);
  // A name that ends the page has no value.
  if (read === null || read.value >= end) return -1;
  const column = columnNamed(read.name) + (breaks ? ROW_BREAK : 0);
  const number = members.prefixes.length;
  const length = read.value - at;
  const start = keepBytes(members, page, at, read.value);
  const member = isText(column) ? NONE : addMember(members, start, length, length, column, number);
  members.prefixes.push({ start, length, column, first, member, members: new Int32Array(1) });
  return number;
}
