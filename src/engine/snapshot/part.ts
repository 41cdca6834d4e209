import { narrowCodes, narrowCounts } from './narrow.ts';
import { COUNT_COLUMNS, TEXT_COLUMNS, type Codes, type Counts, type TextColumnName } from './table.ts';
import { addBytes, addNumber, createDigest, SAMPLE, textOfDigest } from './scan/digest.ts';
import { createMembers, forgetMembers, limitMembers } from './scan/members.ts';
import { DATE_COLUMN } from './scan/names.ts';
import { parsePage, type ParsedPage } from './scan/parse.ts';
import { scanPage } from './scan/scan.ts';
import { recordOf } from './scan/record.ts';
import { codesIn, countsIn, createScratch } from './scan/scratch.ts';
import {
  createTokenDictionary,
  encodeTokens,
  textOf,
  tokenOf,
  truncate,
  type EncodedTokens,
} from './scan/token-dictionary.ts';

/** What a page said, besides its rows. */
export type ScannedPage = {
  readonly rows: number;
  /** null: this is the last page. undefined: the response has no such name. */
  readonly nextLink: string | null | undefined;
  /** null where the response names none. */
  readonly totalCount: number | null;
  /** The distinct ones in this page. */
  readonly processedDateTimes: readonly string[];
  /** Equal for pages with the same rows, whoever scanned them. Of a sample of the rows, spread evenly. */
  readonly digest: string;
};

/** The rows of a page by column, each as narrow as it can be. */
export type PartPage = {
  /** The index of its first row in the service's order. */
  readonly place: number;
  readonly rows: number;
  /** Of `TEXT_COLUMNS`, in the part's own dictionaries. */
  readonly codes: readonly Codes[];
  /** Of `COUNT_COLUMNS`. */
  readonly counts: readonly Counts[];
};

/** Some pages of a snapshot. Nothing but typed arrays and numbers, to be sent to another thread. */
export type Part = {
  readonly pages: readonly PartPage[];
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
  /** The pages so far. More can be added and built again, so their memory is not to be handed over. */
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

  function drop(): void {
    dictionaries = TEXT_COLUMNS.map(createTokenDictionary);
    members = createMembers(dictionaries);
    pages = [];
  }

  /** Reads a page into `scratch`, the fast way or the sure one. */
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

  /** The page that was read into `scratch`. */
  function pageRead(place: number, rows: number): PartPage {
    return {
      place,
      rows,
      codes: dictionaries.map(({ size }, column) => narrowCodes(size, codesIn(scratch, column, rows))),
      counts: COUNT_COLUMNS.map((_, column) => narrowCounts(countsIn(scratch, column, rows))),
    };
  }

  function datesOf({ codes }: PartPage): string[] {
    const dictionary = dictionaries[DATE_COLUMN];
    const seen = new Set<number>();
    const column = codes[DATE_COLUMN] ?? [];
    let last = -1;
    for (let row = 0; row < column.length; row += 1) {
      const code = column[row] as number;
      if (code !== last) seen.add(code);
      last = code;
    }
    return dictionary === undefined ? [] : [...seen].map((code) => textOf(dictionary, code) ?? '');
  }

  function digestOf({ rows, codes, counts }: PartPage): string {
    const digest = createDigest();
    addNumber(digest, rows);
    const samples = Math.min(SAMPLE, rows);
    for (let sample = 0; sample < samples; sample += 1) {
      const row = Math.floor((sample * (rows - 1)) / Math.max(1, samples - 1));
      dictionaries.forEach((dictionary, column) => {
        addBytes(digest, tokenOf(dictionary, codes[column]?.[row] ?? 0));
      });
      for (const column of counts) addNumber(digest, column[row] ?? 0);
    }
    return textOfDigest(digest);
  }

  const build = (): Part => ({
    pages: [...pages],
    dictionaries: recordOf(TEXT_COLUMNS, (_, column) =>
      encodeTokens(dictionaries[column] ?? createTokenDictionary()),
    ),
  });

  return {
    scan: (place, bytes) => {
      const { rows, nextLink, totalCount } = read(bytes);
      const page = pageRead(place, rows);
      pages.push(page);
      return { rows, nextLink, totalCount, processedDateTimes: datesOf(page), digest: digestOf(page) };
    },
    drop,
    build,
    buildAndRelease: () => {
      const part = build();
      drop();
      return part;
    },
  };
}

/** The memory of a part, to hand it over instead of copying it. The part is unusable here afterwards. */
export function transferablesOf({ pages, dictionaries }: Part): ArrayBuffer[] {
  return [
    ...pages.flatMap(({ codes, counts }) => [...codes, ...counts].map(({ buffer }) => buffer)),
    ...Object.values(dictionaries).flatMap(({ json, ends }) => [json.buffer, ends.buffer]),
  ];
}
