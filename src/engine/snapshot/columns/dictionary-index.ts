import { foldCase } from '#partner-center/filter/fold-case.ts';
import { compareCodeUnits } from '#partner-center/reading/group-key.ts';
import { rankingOf, sortingOf } from '#engine/collation.ts';
import { foldForSearch } from '#engine/search-text.ts';
import { NO_VALUE, TEXT_COLUMNS, type Dictionary, type Table, type TextColumnName } from './table.ts';

/** Which texts of a dictionary are equal to the endpoint: those that differ in letter case alone. */
export type EqualTexts = {
  /** By code: a number that equal texts share. Without a value (code 0) it is 0, and no text has it. */
  readonly classes: Uint32Array<ArrayBuffer>;
  /** How many numbers there are, the 0 included. */
  readonly count: number;
  /** The number of a text in the form of `foldCase`. */
  readonly classOf: ReadonlyMap<string, number>;
};

/** The places of a dictionary's texts in the order a person expects. */
export type Ranks = {
  /** By code: its place from 0; texts equal to the order share one. Without a value (code 0) it is `places`. */
  readonly ranks: Uint32Array<ArrayBuffer>;
  readonly places: number;
};

/** All texts of a dictionary in the form in which they are searched, one after the other in one string. */
export type SearchTexts = {
  /** A line feed stands behind each text: no word has one, so nothing is found across two texts. */
  readonly text: string;
  /** By code: where its text starts; one more entry for the end. Without a value the text is empty. */
  readonly starts: Uint32Array<ArrayBuffer>;
};

/** What follows from a table's dictionaries alone: made when first asked for (or by `prepare`), then kept. */
export type DictionaryIndex = {
  readonly equalTexts: (column: TextColumnName) => EqualTexts;
  readonly searchTexts: (column: TextColumnName) => SearchTexts;
  readonly ranks: (column: TextColumnName) => Ranks;
  /**
   * By code: the place of its text in the order of UTF-16 code units; no value comes last, and no two share a place. It
   * puts rows and groups into an order that are equal in all else.
   */
  readonly codeUnitRanks: (column: TextColumnName) => Uint32Array<ArrayBuffer>;
  /**
   * Compares two codes as `codeUnitRanks` orders them. It makes no ranks, which is cheaper where few texts are
   * compared.
   */
  readonly compareCodes: (column: TextColumnName) => (a: number, b: number) => number;
  /** Makes one of these that was not asked for yet, or a piece of it. Returns false when all of them are there. */
  readonly prepare: () => boolean;
  readonly bytesHeld: () => number;
};

// What a Map and a short string of V8 take beside the characters; it keeps a string of Latin letters in one byte each.
const BYTES_OF_ENTRY = 56;

/** Something that is made a piece of some milliseconds at a time, so that a question never waits for all of it. */
type Making<T> = Generator<undefined, T, undefined>;

// So many texts take some milliseconds to be brought into a form.
const PIECE = 2 ** 12;

function* makingEqualTexts(dictionary: Dictionary): Making<EqualTexts> {
  const classes = new Uint32Array(dictionary.length);
  const classOf = new Map<string, number>();
  for (const [code, text] of dictionary.entries()) {
    if (text === null) continue;
    const folded = foldCase(text);
    const known = classOf.get(folded) ?? classOf.size + 1;
    classOf.set(folded, known);
    classes[code] = known;
    if (code % PIECE === 0) yield;
  }
  return { classes, count: classOf.size + 1, classOf };
}

function* makingSearchTexts(dictionary: Dictionary): Making<SearchTexts> {
  const starts = new Uint32Array(dictionary.length + 1);
  const pieces: string[] = [];
  let start = 0;
  for (let from = 0; from < dictionary.length; from += PIECE) {
    if (from > 0) yield;
    const texts = dictionary
      .slice(from, from + PIECE)
      .map((text) => (text === null ? '' : foldForSearch(text)));
    for (const [at, text] of texts.entries()) {
      starts[from + at] = start;
      start += text.length + 1;
    }
    pieces.push(`${texts.join('\n')}\n`);
  }
  starts[dictionary.length] = start;
  return { text: pieces.join(''), starts };
}

/** The ranks of a dictionary, from those of its texts alone. */
function* makingRanks(column: TextColumnName, dictionary: Dictionary): Making<Ranks> {
  const { ranks: ofTexts, places } = yield* rankingOf(column, textsOf(dictionary));
  const ranks = new Uint32Array(ofTexts.length + 1);
  ranks[NO_VALUE] = places;
  ranks.set(ofTexts, 1);
  return { ranks, places };
}

function* makingCodeUnitRanks(dictionary: Dictionary): Making<Uint32Array<ArrayBuffer>> {
  const order = yield* sortingOf(textsOf(dictionary), compareCodeUnits);
  const ranks = new Uint32Array(dictionary.length);
  ranks[NO_VALUE] = order.length;
  for (const [rank, index] of order.entries()) ranks[index + 1] = rank;
  return ranks;
}

function textsOf([, ...texts]: Dictionary): readonly string[] {
  return texts;
}

/** One thing of each column. */
type ByColumn<T> = {
  /** What it is, made first where it is not there. */
  readonly get: (column: TextColumnName) => T;
  readonly isMade: (column: TextColumnName) => boolean;
  /** Makes a piece of it. */
  readonly advance: (column: TextColumnName) => void;
  readonly bytes: () => number;
};

function byColumn<T>(make: (column: TextColumnName) => Making<T>, bytesOf: (made: T) => number): ByColumn<T> {
  const made = new Map<TextColumnName, T>();
  const begun = new Map<TextColumnName, Making<T>>();
  let bytes = 0;

  function advance(column: TextColumnName): T | undefined {
    const making = begun.get(column) ?? make(column);
    begun.set(column, making);
    const piece = making.next();
    if (piece.done !== true) return undefined;
    begun.delete(column);
    made.set(column, piece.value);
    bytes += bytesOf(piece.value);
    return piece.value;
  }

  return {
    get(column) {
      let value = made.get(column);
      while (value === undefined) value = advance(column);
      return value;
    },
    isMade: (column) => made.has(column),
    advance,
    bytes: () => bytes,
  };
}

/** An index of a table's dictionaries, empty at first. */
export function createDictionaryIndex(table: Table): DictionaryIndex {
  const dictionaryOf = (column: TextColumnName): Dictionary => table.texts[column].dictionary;
  const equalTexts = byColumn(
    (column) => makingEqualTexts(dictionaryOf(column)),
    ({ classes, classOf }) => {
      let characters = 0;
      for (const folded of classOf.keys()) characters += folded.length;
      return classes.byteLength + classOf.size * BYTES_OF_ENTRY + characters;
    },
  );
  const searchTexts = byColumn(
    (column) => makingSearchTexts(dictionaryOf(column)),
    ({ text, starts }) => text.length * 2 + starts.byteLength,
  );
  const ranks = byColumn(
    (column) => makingRanks(column, dictionaryOf(column)),
    ({ ranks: { byteLength } }) => byteLength,
  );
  const codeUnitRanks = byColumn(
    (column) => makingCodeUnitRanks(dictionaryOf(column)),
    ({ byteLength }) => byteLength,
  );

  // In the order in which people need them: they group and filter, then search, and sort by a text last.
  const parts = [equalTexts, searchTexts, codeUnitRanks, ranks];
  const pending = parts.flatMap((part) =>
    TEXT_COLUMNS.filter((column) => part !== searchTexts || column !== 'processedDateTime').map((column) => ({
      isMade: () => part.isMade(column),
      advance: () => part.advance(column),
    })),
  );

  return {
    equalTexts: equalTexts.get,
    searchTexts: searchTexts.get,
    ranks: ranks.get,
    codeUnitRanks: codeUnitRanks.get,
    compareCodes(column) {
      const dictionary = dictionaryOf(column);
      return (a, b) => {
        if (a === b) return 0;
        const left = dictionary[a] ?? null;
        const right = dictionary[b] ?? null;
        if (left === null) return 1;
        return right === null ? -1 : compareCodeUnits(left, right);
      };
    },
    prepare() {
      while (pending[0]?.isMade() === true) pending.shift();
      const [next] = pending;
      next?.advance();
      return next !== undefined;
    },
    bytesHeld: () => parts.reduce((sum, part) => sum + part.bytes(), 0),
  };
}
