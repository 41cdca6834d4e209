// Indices stay within the arrays by construction: `as number` says so where a check each time would cost.
import { decodeDictionary } from './dictionary.ts';
import type { Part, PartPage } from './part.ts';
import { bytesOf } from './scan/bytes.ts';
import { TEXTS } from './scan/names.ts';
import { recordOf } from './scan/record.ts';
import { COUNTS } from './scan/scratch.ts';
import {
  codeOfCanonical,
  createTokenDictionary,
  encodeTokens,
  type EncodedTokens,
} from './scan/token-dictionary.ts';
import { COUNT_COLUMNS, TEXT_COLUMNS, type Codes, type Counts, type Table } from './table.ts';

/**
 * Makes one table of parts: their pages in order of place, whichever part they are in, and one dictionary a column.
 * The parts are not changed, and share no memory with the table.
 */
export function mergeParts(parts: readonly Part[]): Table {
  const pages = parts
    .flatMap((part, index) => part.pages.map((page) => ({ page, part: index })))
    .toSorted((a, b) => a.page.place - b.page.place);
  const rows = pages.reduce((sum, { page }) => sum + page.rows, 0);

  const merged = TEXT_COLUMNS.map((name) => mergeDictionaries(parts.map((part) => part.dictionaries[name])));
  const codes = merged.map(({ size }) => codesFor(size, rows));
  const counts = COUNT_COLUMNS.map((_, column) => countsFor(parts, column, rows));

  // Page by page, all columns of it: a page stays in the processor's cache meanwhile.
  let at = 0;
  for (const { page, part } of pages) {
    for (const [column, to] of codes.entries()) {
      const map = merged[column]?.maps[part];
      if (map !== undefined) writeCodes(page, column, map, to, at);
    }
    for (const [column, to] of counts.entries()) writeCounts(page, column, to, at);
    at += page.rows;
  }

  return {
    rows,
    texts: recordOf(TEXT_COLUMNS, (_, column) => ({
      codes: codes[column] ?? new Uint8Array(rows),
      dictionary: merged[column] === undefined ? [null] : decodeDictionary(merged[column].json),
    })),
    counts: recordOf(COUNT_COLUMNS, (_, column) => counts[column] ?? new Uint32Array(rows)),
  };
}

type MergedDictionary = {
  /** For each part the new code of each of its codes. */
  readonly maps: readonly Uint32Array[];
  /** For `decodeDictionary`. */
  readonly json: Uint8Array;
  readonly size: number;
};

function mergeDictionaries(dictionaries: readonly EncodedTokens[]): MergedDictionary {
  const [only] = dictionaries;
  if (only !== undefined && dictionaries.length === 1) {
    return { maps: [only.ends.map((_, code) => code)], json: only.json, size: only.ends.length };
  }
  const merged = createTokenDictionary();
  const maps = dictionaries.map(({ json, ends }) => {
    const bytes = bytesOf(json);
    // null stays 0.
    const map = new Uint32Array(ends.length);
    for (let code = 1; code < ends.length; code += 1) {
      map[code] = codeOfCanonical(merged, bytes, (ends[code - 1] as number) + 1, ends[code] as number);
    }
    return map;
  });
  return { maps, json: encodeTokens(merged).json, size: merged.size };
}

function codesFor(size: number, rows: number): Codes {
  if (size <= 1 << 8) return new Uint8Array(rows);
  if (size <= 1 << 16) return new Uint16Array(rows);
  return new Uint32Array(rows);
}

function countsFor(parts: readonly Part[], column: number, rows: number): Counts {
  const fit = parts.every(({ pages }) => pages.every((page) => largestCount(page, column) < 2 ** 32));
  return fit ? new Uint32Array(rows) : new Float64Array(rows);
}

function largestCount({ rows, counts }: PartPage, column: number): number {
  let largest = 0;
  for (let row = 0; row < rows; row += 1) {
    const count = counts[row * COUNTS + column] as number;
    if (count > largest) largest = count;
  }
  return largest;
}

function writeCodes(page: PartPage, column: number, map: Uint32Array, to: Codes, at: number): void {
  if (to instanceof Uint8Array) write8(page, column, map, to, at);
  else if (to instanceof Uint16Array) write16(page, column, map, to, at);
  else write32(page, column, map, to, at);
}

function writeCounts(page: PartPage, column: number, to: Counts, at: number): void {
  if (to instanceof Uint32Array) writeSmallCounts(page, column, to, at);
  else writeLargeCounts(page, column, to, at);
}

// The same words for each width: a loop that writes one kind of array compiles to plain stores.
function write8(
  { rows, codes }: PartPage,
  column: number,
  map: Uint32Array,
  to: Uint8Array,
  at: number,
): void {
  for (let row = 0; row < rows; row += 1) {
    to[at + row] = map[codes[row * TEXTS + column] as number] as number;
  }
}

function write16(
  { rows, codes }: PartPage,
  column: number,
  map: Uint32Array,
  to: Uint16Array,
  at: number,
): void {
  for (let row = 0; row < rows; row += 1) {
    to[at + row] = map[codes[row * TEXTS + column] as number] as number;
  }
}

function write32(
  { rows, codes }: PartPage,
  column: number,
  map: Uint32Array,
  to: Uint32Array,
  at: number,
): void {
  for (let row = 0; row < rows; row += 1) {
    to[at + row] = map[codes[row * TEXTS + column] as number] as number;
  }
}

function writeSmallCounts({ rows, counts }: PartPage, column: number, to: Uint32Array, at: number): void {
  for (let row = 0; row < rows; row += 1) to[at + row] = counts[row * COUNTS + column] as number;
}

function writeLargeCounts({ rows, counts }: PartPage, column: number, to: Float64Array, at: number): void {
  for (let row = 0; row < rows; row += 1) to[at + row] = counts[row * COUNTS + column] as number;
}
