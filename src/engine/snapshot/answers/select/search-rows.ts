import { bitmapOfFlags, joinInto } from '#engine/snapshot/columns/bitmap.ts';
import type { DictionaryIndex, SearchTexts } from '#engine/snapshot/columns/dictionary-index.ts';
import { bitmapWords } from '#engine/snapshot/columns/selection.ts';
import type { Codes, Table } from '#engine/snapshot/columns/table.ts';

/** How many words are looked for in one pass: as many as a number has bits without its sign. */
const WORDS_AT_ONCE = 31;

/** Which words the texts of a dictionary contain: by code a bit for each word; `any` where there is one at all. */
type Found = { readonly bits: Uint32Array; readonly any: boolean };

/** Some words in parts of as many as are looked for in one pass. */
function inParts(words: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(words.length / WORDS_AT_ONCE) }, (_, part) =>
    words.slice(part * WORDS_AT_ONCE, (part + 1) * WORDS_AT_ONCE),
  );
}

/** The number with a bit for each of some words. */
const bitsOfAll = (words: readonly string[]): number => 2 ** words.length - 1;

/** Sets a bit for each text, by code, that contains a word. */
function markTexts({ text, starts }: SearchTexts, word: string, bit: number, found: Uint32Array): boolean {
  let code = 0;
  let any = false;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, starts[code + 1])) {
    while (starts[code + 1]! <= at) code += 1;
    found[code]! |= bit;
    any = true;
    // The word is in this text, so the next text follows.
  }
  return any;
}

/** By code: which of some words, at most `WORDS_AT_ONCE`, a text contains, a bit for each. */
function wordsInTexts(texts: SearchTexts, words: readonly string[]): Found {
  // One more than there are codes.
  const bits = new Uint32Array(texts.starts.length);
  let any = false;
  words.forEach((word, index) => {
    if (markTexts(texts, word, 1 << index, bits)) any = true;
  });
  return { bits, any };
}

/** By code: 1 for a text that contains a word. */
export function textsWith(texts: SearchTexts, word: string): Uint32Array {
  return wordsInTexts(texts, [word]).bits;
}

/** A column of things that have a text: by thing the code of its text. */
export type TextsOfThings = { readonly texts: SearchTexts; readonly codes: Codes };

/** By thing, of so many: 1 for one that has each of some words in any of its texts. */
export function thingsWithAll(
  count: number,
  columns: readonly TextsOfThings[],
  words: readonly string[],
): Uint8Array {
  const flags = new Uint8Array(count).fill(1);
  for (const part of inParts(words)) {
    const all = bitsOfAll(part);
    const found = columns.map(({ texts, codes }) => ({ codes, bits: wordsInTexts(texts, part).bits }));
    for (let thing = 0; thing < count; thing += 1) {
      let bits = 0;
      for (const own of found) bits |= own.bits[own.codes[thing]!]!;
      if (bits !== all) flags[thing] = 0;
    }
  }
  return flags;
}

/** The bitmap of the rows that have each of some words, at most `WORDS_AT_ONCE`. */
function searchOnce(
  table: Table,
  index: DictionaryIndex,
  words: readonly string[],
): Uint32Array<ArrayBuffer> {
  const all = bitsOfAll(words);
  const { customerName, productName } = table.texts;
  const customers = wordsInTexts(index.searchTexts('customerName'), words);
  const products = wordsInTexts(index.searchTexts('productName'), words);
  // What a person types is mostly part of only one kind of name.
  if (!products.any) return bitmapOfFlags(customerName.codes, flagsOfAll(customers, all));
  if (!customers.any) return bitmapOfFlags(productName.codes, flagsOfAll(products, all));

  const [customerCodes, productCodes] = [customerName.codes, productName.codes];
  const bitmap = new Uint32Array(bitmapWords(table.rows));
  for (let row = 0; row < table.rows; row += 1) {
    const bits = customers.bits[customerCodes[row]!]! | products.bits[productCodes[row]!]!;
    if (bits === all) bitmap[row >>> 5]! |= 1 << (row & 31);
  }
  return bitmap;
}

function flagsOfAll({ bits }: Found, all: number): Uint8Array {
  const flags = new Uint8Array(bits.length);
  for (let code = 0; code < flags.length; code += 1) flags[code] = bits[code] === all ? 1 : 0;
  return flags;
}

/**
 * The bitmap of the rows in which each of some words (see `searchWords`; at least one) is a part of the customer's or
 * the product's name.
 */
export function searchRows(
  table: Table,
  index: DictionaryIndex,
  words: readonly string[],
): Uint32Array<ArrayBuffer> {
  const [first = [], ...others] = inParts(words);
  const bitmap = searchOnce(table, index, first);
  for (const part of others) joinInto('and', bitmap, searchOnce(table, index, part));
  return bitmap;
}
