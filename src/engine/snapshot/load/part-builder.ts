import { addNumber, createDigest, textOfDigest } from '#partner-center/reading/digest.ts';
import {
  COUNT_COLUMNS,
  NO_VALUE,
  TEXT_COLUMNS,
  type Codes,
  type Counts,
  type TextColumnName,
} from '#engine/snapshot/columns/table.ts';
import { recordOf } from '#engine/snapshot/columns/record-of.ts';
import { addRows, createPartColumns, firstOf } from './part-columns.ts';
import { createMembers, forgetMembers, limitMembers } from './scan/json-members.ts';
import { DATE_COLUMN } from './scan/column-numbers.ts';
import { parsePage, type ParsedPage } from './scan/parse-page.ts';
import { scanPage } from './scan/scan-page.ts';
import { codesIn, countsIn, createScratch } from './scan/scratch.ts';
import {
  createTokenDictionary,
  encodeTokens,
  hashOf,
  takeTokens,
  textOf,
  truncate,
  type EncodedTokens,
  type TokenDictionary,
} from './scan/token-dictionary.ts';

// Rows of a page that its digest looks at.
const SAMPLE = 256;

/** What a page said, besides its rows. */
export type ScannedPage = {
  readonly rows: number;
  /** null: this is the last page. undefined: the response has no such name. */
  readonly nextLink: string | null | undefined;
  /** null where the response names none. */
  readonly totalCount: number | null;
  /** The distinct ones in this page. */
  readonly processedDateTimes: readonly string[];
  /**
   * Equal for pages with the same rows, whoever scanned them. It is made of all counts, and of a sample of the rows that
   * is spread evenly.
   */
  readonly digest: string;
};

/** Where the rows of a page belong. */
export type PartPage = {
  /** The index of its first row in the service's order. */
  readonly place: number;
  readonly rows: number;
};

/** Some pages of a snapshot. Nothing but typed arrays and numbers, to be sent to another thread. */
export type Part = {
  /** In the order in which their rows come in the columns. */
  readonly pages: readonly PartPage[];
  /** Of `TEXT_COLUMNS`, in the part's own dictionaries, as narrow as they allow. */
  readonly codes: readonly Codes[];
  /** Of `COUNT_COLUMNS`. */
  readonly counts: readonly Counts[];
  readonly dictionaries: Readonly<Record<TextColumnName, EncodedTokens>>;
};

export type PartBuilder = {
  /**
   * Adds a page of ungrouped rows. Of a page that throws, nothing is kept.
   *
   * @param place the index of its first row in the service's order
   * @throws NotJson, or UnreadableBody with the message that `readResponseBody` gives
   */
  readonly scan: (place: number, bytes: Uint8Array) => ScannedPage;
  /** Forgets all pages. */
  readonly drop: () => void;
  /** The pages so far. More can be added, and built again, so nobody may take the memory of this part. */
  readonly build: () => Part;
  /** `build`, then `drop`: for a part that is handed over. */
  readonly buildAndRelease: () => Part;
};

/**
 * Reads pages from their bytes into columns of codes. Each builder has dictionaries of its own, so that several can
 * work at once; `mergeParts` makes them one.
 */
export function createPartBuilder(): PartBuilder {
  const scratch = createScratch();
  let dictionaries = TEXT_COLUMNS.map(createTokenDictionary);
  let members = createMembers(dictionaries);
  let pages: PartPage[] = [];
  let columns = createPartColumns();

  function drop(): void {
    dictionaries = TEXT_COLUMNS.map(createTokenDictionary);
    members = createMembers(dictionaries);
    pages = [];
    columns = createPartColumns();
  }

  /** Reads a page into `scratch`: by the fast scanner where it can read the page, else by `JSON.parse`. */
  function read(bytes: Uint8Array): ParsedPage {
    limitMembers(members);
    const sizes = dictionaries.map(({ size }) => size);
    const forgetPage = (): void => {
      forgetMembers(members);
      dictionaries.forEach((dictionary, column) => truncate(dictionary, sizes[column] ?? 1));
    };
    const scanned = scanPage(bytes, members, scratch);
    if (scanned !== null) return scanned;
    forgetPage();
    try {
      return parsePage(bytes, dictionaries, scratch);
    } catch (error) {
      forgetPage();
      throw error;
    }
  }

  /** The distinct dates of the rows in `scratch`. */
  function datesOf(rows: number): string[] {
    const codes = codesIn(scratch, DATE_COLUMN, rows);
    const dictionary = dictionaries[DATE_COLUMN];
    const seen = new Set<number>();
    let last = -1;
    for (let row = 0; row < rows; row += 1) {
      const code = codes[row]!;
      if (code !== last) seen.add(code);
      last = code;
    }
    return dictionary === undefined ? [] : [...seen].map((code) => textOf(dictionary, code) ?? '');
  }

  function digestOf(rows: number): string {
    const digest = createDigest();
    addNumber(digest, rows);
    const codes = dictionaries.map((_, column) => codesIn(scratch, column, rows));
    const counts = COUNT_COLUMNS.map((_, column) => countsIn(scratch, column, rows));
    for (const column of counts) addNumber(digest, sumOf(column));
    const samples = Math.min(SAMPLE, rows);
    for (let sample = 0; sample < samples; sample += 1) {
      const row = Math.floor((sample * (rows - 1)) / Math.max(1, samples - 1));
      dictionaries.forEach((dictionary, column) => {
        addNumber(digest, hashOf(dictionary, codes[column]?.[row] ?? NO_VALUE));
      });
      for (const column of counts) addNumber(digest, column[row] ?? 0);
    }
    return textOfDigest(digest);
  }

  const partWith = (tokensOf: (dictionary: TokenDictionary) => EncodedTokens): Part => ({
    pages: [...pages],
    codes: columns.codes.map((codes) => firstOf(codes, columns.rows)),
    counts: columns.counts.map((counts) => firstOf(counts, columns.rows)),
    dictionaries: recordOf(TEXT_COLUMNS, (_, column) =>
      tokensOf(dictionaries[column] ?? createTokenDictionary()),
    ),
  });

  return {
    scan: (place, bytes) => {
      const { rows, nextLink, totalCount } = read(bytes);
      pages.push({ place, rows });
      addRows(
        columns,
        scratch,
        rows,
        dictionaries.map(({ size }) => size),
        totalCount,
      );
      return { rows, nextLink, totalCount, processedDateTimes: datesOf(rows), digest: digestOf(rows) };
    },
    drop,
    build: () => partWith(encodeTokens),
    buildAndRelease: () => {
      const part = partWith(takeTokens);
      drop();
      return part;
    },
  };
}

function sumOf(counts: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < counts.length; row += 1) sum += counts[row]!;
  return sum;
}

/** The memory of a part, to hand it over instead of copying it. The part is unusable here afterwards. */
export function transferablesOf({ codes, counts, dictionaries }: Part): ArrayBuffer[] {
  return [
    ...[...codes, ...counts].map(({ buffer }) => buffer),
    ...Object.values(dictionaries).flatMap(({ json, ends }) => [json.buffer, ends.buffer]),
  ];
}
