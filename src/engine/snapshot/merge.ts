// Indices stay within the arrays by construction: `as number` says so where a check each time would cost.
import { decodeDictionary } from './dictionary.ts';
import { codesFor } from './narrow.ts';
import type { Part } from './part.ts';
import { bytesOf } from './scan/bytes.ts';
import { recordOf } from './scan/record.ts';
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

  return {
    rows,
    texts: recordOf(TEXT_COLUMNS, (name, column) => {
      const { maps, json, size } = mergeDictionaries(parts.map((part) => part.dictionaries[name]));
      const codes = codesFor(size, rows);
      let at = 0;
      for (const { page, part } of pages) {
        const own = page.codes[column] ?? codes.subarray(0, 0);
        const map = maps[part] ?? null;
        codes.set(map === null ? own : translated(own, map), at);
        at += page.rows;
      }
      return { codes, dictionary: decodeDictionary(json) };
    }),
    counts: recordOf(COUNT_COLUMNS, (_, column) =>
      joined(
        pages.flatMap(({ page }) => page.counts[column] ?? []),
        rows,
      ),
    ),
  };
}

type MergedDictionary = {
  /** For each part the new code of each of its codes; null where they are the same. */
  readonly maps: readonly (Uint32Array | null)[];
  /** For `decodeDictionary`. */
  readonly json: Uint8Array;
  readonly size: number;
};

function mergeDictionaries(dictionaries: readonly EncodedTokens[]): MergedDictionary {
  const [only] = dictionaries;
  if (only !== undefined && dictionaries.length === 1) {
    return { maps: [null], json: only.json, size: only.ends.length };
  }
  const merged = createTokenDictionary();
  const maps = dictionaries.map(({ json, ends }) => {
    const bytes = bytesOf(json);
    // null stays 0.
    const map = new Uint32Array(ends.length);
    let isSame = true;
    for (let code = 1; code < ends.length; code += 1) {
      map[code] = codeOfCanonical(merged, bytes, (ends[code - 1] as number) + 1, ends[code] as number);
      isSame &&= map[code] === code;
    }
    return isSame ? null : map;
  });
  return { maps, json: encodeTokens(merged).json, size: merged.size };
}

/** The codes that some codes have become. */
function translated(codes: Codes, map: Uint32Array): Uint32Array {
  // A copy first: a loop that reads one kind of array compiles to plain loads.
  const to = new Uint32Array(codes);
  for (let row = 0; row < to.length; row += 1) to[row] = map[to[row] as number] as number;
  return to;
}

/** The counts of all pages, 32 bits each where those of every page are. */
function joined(pages: readonly Counts[], rows: number): Counts {
  const areNarrow = pages.every((counts) => counts instanceof Uint32Array);
  const all = areNarrow ? new Uint32Array(rows) : new Float64Array(rows);
  let at = 0;
  for (const counts of pages) {
    all.set(counts, at);
    at += counts.length;
  }
  return all;
}
