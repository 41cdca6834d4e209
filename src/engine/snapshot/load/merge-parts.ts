import { decodeDictionary } from '#engine/snapshot/columns/dictionary-json.ts';
import { codesFor, countsFor } from '#engine/snapshot/columns/narrowest-array.ts';
import { recordOf } from '#engine/snapshot/columns/record-of.ts';
import {
  COUNT_COLUMNS,
  TEXT_COLUMNS,
  type Codes,
  type Counts,
  type Table,
} from '#engine/snapshot/columns/table.ts';
import type { Part, PartPage } from './part-builder.ts';
import { bytesOf } from './scan/bytes.ts';
import {
  codeOfCanonical,
  createTokenDictionary,
  encodeTokens,
  type EncodedTokens,
} from './scan/token-dictionary.ts';

/**
 * Makes one table of parts: their pages in order of place, whichever part they are in, and one dictionary a column.
 * The parts are not changed, but the table may have their memory.
 */
export function mergeParts(parts: readonly Part[]): Table {
  const pages = parts.flatMap(placedPages).toSorted((a, b) => a.place - b.place);
  const rows = pages.reduce((sum, page) => sum + page.rows, 0);
  const [only] = parts;
  const areInOrder = parts.length === 1 && pages.every((page, at) => page.from === (pages[at - 1]?.to ?? 0));

  return {
    rows,
    texts: recordOf(TEXT_COLUMNS, (name, column) => {
      const { maps, json, size } = mergeDictionaries(parts.map((part) => part.dictionaries[name]));
      const ofParts = parts.map(({ codes }, part) =>
        translated(codes[column] ?? codesFor(0, 0), maps[part] ?? null),
      );
      const own = only?.codes[column];
      const codes = own !== undefined && areInOrder ? own : gathered(pages, ofParts, codesFor(size, rows));
      return { codes, dictionary: decodeDictionary(json) };
    }),
    counts: recordOf(COUNT_COLUMNS, (_, column) => {
      const ofParts = parts.map(({ counts }) => counts[column] ?? countsFor(0, 0));
      const areNarrow = ofParts.every((counts) => counts instanceof Uint32Array);
      const own = only?.counts[column];
      return own !== undefined && areInOrder
        ? own
        : gathered(pages, ofParts, areNarrow ? new Uint32Array(rows) : new Float64Array(rows));
    }),
  };
}

/** A page, and where its rows are in the columns of its part. */
type PlacedPage = PartPage & { readonly part: number; readonly from: number; readonly to: number };

function placedPages({ pages }: Part, part: number): PlacedPage[] {
  let to = 0;
  return pages.map((page) => {
    const from = to;
    to += page.rows;
    return { ...page, part, from, to };
  });
}

/** One column of parts, by part, put into the order of the pages. */
function gathered<A extends Codes | Counts>(
  pages: readonly PlacedPage[],
  ofParts: readonly (Codes | Counts)[],
  into: A,
): A {
  let at = 0;
  for (const { part, from, to } of pages) {
    const rows = ofParts[part]?.subarray(from, to);
    if (rows !== undefined) into.set(rows, at);
    at += to - from;
  }
  return into;
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
      map[code] = codeOfCanonical(merged, bytes, ends[code - 1]! + 1, ends[code]!);
      isSame &&= map[code] === code;
    }
    return isSame ? null : map;
  });
  return { maps, json: encodeTokens(merged).json, size: merged.size };
}

/** The codes that some codes have become. */
function translated(codes: Codes, map: Uint32Array | null): Codes {
  if (map === null) return codes;
  // The copy makes the loop read one kind of array only, which compiles to plain loads.
  const to = new Uint32Array(codes);
  for (let row = 0; row < to.length; row += 1) to[row] = map[to[row]!]!;
  return to;
}
