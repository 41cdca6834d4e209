import { foldCase } from '#partner-center/filter/fold-case.ts';
import { compareCodeUnits, rankingOf, ranksOf, type TextRanks } from '#engine/collation.ts';
import { foldForSearch } from '#engine/search-text.ts';
import { TEXT_COLUMNS, type Dictionary, type Table, type TextColumnName } from './table.ts';

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
  /** By code: the place of its text by UTF-16 code unit, each its own, no value last. For orders between equals. */
  readonly codeUnitRanks: (column: TextColumnName) => Uint32Array<ArrayBuffer>;
  /** Orders two codes as `codeUnitRanks` does. Makes no ranks: cheaper where few texts are compared. */
  readonly compareCodes: (column: TextColumnName) => (a: number, b: number) => number;
  /** Makes one of these that has not been asked for, or a piece of it; false once all are there. */
  readonly prepare: () => boolean;
  readonly bytesHeld: () => number;
};

// What a Map and a short string of V8 take beside the characters; it keeps a string of Latin letters in one byte each.
const BYTES_OF_ENTRY = 56;

function equalTextsOf(dictionary: Dictionary): EqualTexts {
  const classes = new Uint32Array(dictionary.length);
  const classOf = new Map<string, number>();
  dictionary.forEach((text, code) => {
    if (text === null) return;
    const folded = foldCase(text);
    const known = classOf.get(folded) ?? classOf.size + 1;
    classOf.set(folded, known);
    classes[code] = known;
  });
  return { classes, count: classOf.size + 1, classOf };
}

function searchTextsOf(dictionary: Dictionary): SearchTexts {
  const texts = dictionary.map((text) => (text === null ? '' : foldForSearch(text)));
  const starts = new Uint32Array(dictionary.length + 1);
  let start = 0;
  texts.forEach((text, code) => {
    starts[code] = start;
    start += text.length + 1;
  });
  starts[texts.length] = start;
  return { text: `${texts.join('\n')}\n`, starts };
}

/** The ranks of a dictionary, from those of its texts alone. */
function withNoValue({ ranks: ofTexts, places }: TextRanks): Ranks {
  const ranks = new Uint32Array(ofTexts.length + 1);
  ranks[0] = places;
  ranks.set(ofTexts, 1);
  return { ranks, places };
}

function codeUnitRanksOf(dictionary: Dictionary): Uint32Array<ArrayBuffer> {
  const [, ...texts] = dictionary;
  const order = Uint32Array.from(texts, (_, index) => index);
  order.sort((a, b) => compareCodeUnits(texts[a] ?? '', texts[b] ?? ''));
  const ranks = new Uint32Array(dictionary.length);
  ranks[0] = texts.length;
  order.forEach((index, rank) => {
    ranks[index + 1] = rank;
  });
  return ranks;
}

/** An index of a table's dictionaries, empty at first. */
export function createDictionaryIndex(table: Table): DictionaryIndex {
  let bytes = 0;
  const pending: {
    readonly isMade: () => boolean;
    readonly make: () => void;
    readonly inPieces: (() => Generator<undefined, void, undefined>) | null;
  }[] = [];
  /** What `prepare` is in the middle of. */
  let begun: Generator<undefined, void, undefined> | null = null;

  /** Makes the part of a column when it is first asked for. `sizeOf` says its bytes. */
  function byColumn<T>(make: (column: TextColumnName) => T, sizeOf: (part: T) => number) {
    const made = new Map<TextColumnName, T>();
    const put = (column: TextColumnName, part: T): T => {
      made.set(column, part);
      bytes += sizeOf(part);
      return part;
    };
    const get = (column: TextColumnName): T => made.get(column) ?? put(column, make(column));
    return { get, put, has: (column: TextColumnName) => made.has(column) };
  }

  const dictionaryOf = (column: TextColumnName): Dictionary => table.texts[column].dictionary;
  const textsOf = (column: TextColumnName): readonly string[] => {
    const [, ...texts] = dictionaryOf(column);
    return texts;
  };
  const equalTexts = byColumn(
    (column) => equalTextsOf(dictionaryOf(column)),
    ({ classes, classOf }) => {
      let characters = 0;
      for (const folded of classOf.keys()) characters += folded.length;
      return classes.byteLength + classOf.size * BYTES_OF_ENTRY + characters;
    },
  );
  const searchTexts = byColumn(
    (column) => searchTextsOf(dictionaryOf(column)),
    ({ text, starts }) => text.length * 2 + starts.byteLength,
  );
  const ranks = byColumn(
    (column) => withNoValue(ranksOf(column, textsOf(column))),
    ({ ranks: { byteLength } }) => byteLength,
  );
  const codeUnitRanks = byColumn(
    (column) => codeUnitRanksOf(dictionaryOf(column)),
    ({ byteLength }) => byteLength,
  );

  // What is asked for first, first: names are searched and filtered before anything is sorted by text.
  for (const part of [searchTexts, equalTexts, codeUnitRanks, ranks]) {
    for (const column of TEXT_COLUMNS) {
      if (part === searchTexts && column === 'processedDateTime') continue;
      const inPieces = part === ranks ? () => rankInPieces(column) : null;
      pending.push({ isMade: () => part.has(column), make: () => void part.get(column), inPieces });
    }
  }

  /** Comparing names as people do takes long: done in pieces, so that a question never waits for all of it. */
  function* rankInPieces(column: TextColumnName): Generator<undefined, void, undefined> {
    const ofTexts = yield* rankingOf(column, textsOf(column));
    if (!ranks.has(column)) ranks.put(column, withNoValue(ofTexts));
  }

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
      if (begun === null) {
        let next = pending.shift();
        while (next?.isMade() === true) next = pending.shift();
        if (next === undefined) return false;
        begun = next.inPieces?.() ?? null;
        if (begun === null) next.make();
      }
      if (begun?.next().done === true) begun = null;
      return true;
    },
    bytesHeld: () => bytes,
  };
}
