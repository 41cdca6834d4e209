import type { Field } from '#partner-center/fields.ts';
import { compareCodeUnits } from '#partner-center/reading/group-key.ts';
import { comparisonOf } from '#engine/collation.ts';
import type { DictionaryIndex, EqualTexts, Ranks } from '#engine/snapshot/columns/dictionary-index.ts';
import { NO_VALUE, type Dictionary, type Table } from '#engine/snapshot/columns/table.ts';

/** A table with what follows from its dictionaries. */
export type IndexedTable = { readonly table: Table; readonly index: DictionaryIndex };

/** Numbers for the codes of two tables, of which both are below `places`. */
export type MergedNumbers = {
  /** By code. */
  readonly earlier: Uint32Array<ArrayBuffer>;
  readonly later: Uint32Array<ArrayBuffer>;
  readonly places: number;
};

/** What the dictionaries of two tables are together. Each of these is made when it is first asked for, then kept. */
export type MergedDictionaries = {
  /** Equal texts share a number; no value has 0. */
  readonly classes: (field: Field) => MergedNumbers;
  /** The places of texts in the order a person expects; without a value the last one, `places` − 1. */
  readonly ranks: (field: Field) => MergedNumbers;
  /** The places of texts by UTF-16 code unit; without a value the last one, `places` − 1. */
  readonly codeUnitRanks: (field: Field) => MergedNumbers;
};

function mergedClasses(earlier: EqualTexts, later: EqualTexts): MergedNumbers {
  const numberOf = new Uint32Array(earlier.count);
  let places = later.count;
  for (const [folded, own] of earlier.classOf) {
    const same = later.classOf.get(folded);
    numberOf[own] = same ?? places;
    if (same === undefined) places += 1;
  }
  return {
    earlier: earlier.classes.map((own) => numberOf[own]!),
    later: later.classes,
    places,
  };
}

/** By place a text that has it. */
function textsByPlace({ ranks, places }: Ranks, dictionary: Dictionary): readonly string[] {
  const texts = Array.from({ length: places }, () => '');
  for (let code = 1; code < dictionary.length; code += 1) texts[ranks[code]!] = dictionary[code] as string;
  return texts;
}

/** Two orders in one. Most texts are in both: those are found without being put in order. */
function mergedRanks(
  earlier: Ranks,
  later: Ranks,
  [earlierTexts, laterTexts]: readonly [Dictionary, Dictionary],
  compare: (a: string, b: string) => number,
): MergedNumbers {
  const [left, right] = [textsByPlace(earlier, earlierTexts), textsByPlace(later, laterTexts)];
  const [ofLeft, ofRight] = [new Uint32Array(left.length), new Uint32Array(right.length)];
  let [at, to, place] = [0, 0, 0];
  for (; at < left.length || to < right.length; place += 1) {
    const [a, b] = [left[at], right[to]];
    const difference = a === undefined ? 1 : b === undefined ? -1 : a === b ? 0 : compare(a, b);
    if (difference <= 0) {
      ofLeft[at] = place;
      at += 1;
    }
    if (difference >= 0) {
      ofRight[to] = place;
      to += 1;
    }
  }
  const byCode = ({ ranks }: Ranks, placeOf: Uint32Array): Uint32Array<ArrayBuffer> => {
    const numbers = ranks.map((rank) => placeOf[rank] ?? place);
    numbers[NO_VALUE] = place;
    return numbers;
  };
  return { earlier: byCode(earlier, ofLeft), later: byCode(later, ofRight), places: place + 1 };
}

function keptByField(make: (field: Field) => MergedNumbers): (field: Field) => MergedNumbers {
  const made = new Map<Field, MergedNumbers>();
  return (field) => {
    const known = made.get(field) ?? make(field);
    made.set(field, known);
    return known;
  };
}

function merge(earlier: IndexedTable, later: IndexedTable): MergedDictionaries {
  const dictionaries = (field: Field) =>
    [earlier.table.texts[field].dictionary, later.table.texts[field].dictionary] as const;
  const byCodeUnit = ({ index }: IndexedTable, field: Field): Ranks => {
    const ranks = index.codeUnitRanks(field);
    return { ranks, places: ranks.length - 1 };
  };
  return {
    classes: keptByField((field) =>
      mergedClasses(earlier.index.equalTexts(field), later.index.equalTexts(field)),
    ),
    ranks: keptByField((field) =>
      mergedRanks(
        earlier.index.ranks(field),
        later.index.ranks(field),
        dictionaries(field),
        comparisonOf(field),
      ),
    ),
    codeUnitRanks: keptByField((field) =>
      mergedRanks(
        byCodeUnit(earlier, field),
        byCodeUnit(later, field),
        dictionaries(field),
        compareCodeUnits,
      ),
    ),
  };
}

// As long as both tables are held.
const merged = new WeakMap<DictionaryIndex, WeakMap<DictionaryIndex, MergedDictionaries>>();

/** The dictionaries of two tables put together: once for both, not text by text for each question. */
export function mergeDictionaries(earlier: IndexedTable, later: IndexedTable): MergedDictionaries {
  const withLater = merged.get(earlier.index) ?? new WeakMap<DictionaryIndex, MergedDictionaries>();
  merged.set(earlier.index, withLater);
  const known = withLater.get(later.index) ?? merge(earlier, later);
  withLater.set(later.index, known);
  return known;
}
