import { bitmapOfFlags, joinInto } from '#engine/snapshot/columns/bitmap.ts';
import type { DictionaryIndex, SearchTexts } from '#engine/snapshot/columns/dictionary-index.ts';
import { bitmapWords } from '#engine/snapshot/columns/selection.ts';
import type { Codes, Table } from '#engine/snapshot/columns/table.ts';

/** How many words are looked for in one pass: as many as a number has bits without its sign. */
const WORDS_AT_ONCE = 31;

/** Which words the texts of a dictionary contain: by code a bit for each word; `any` where there is one at all. */
type Found = { readonly bits: Uint32Array; readonly any: boolean };

/** Sets a bit for each text, by code, that contains a word. */
function markTexts({ text, starts }: SearchTexts, word: string, bit: number, found: Uint32Array): boolean {
  let code = 0;
  let at = text.indexOf(word);
  if (at === -1) return false;
  while (at !== -1) {
    while (starts[code + 1]! <= at) code += 1;
    found[code]! |= bit;
    // The word is in this text, so the next text follows.
    at = text.indexOf(word, starts[code + 1]);
  }
  return true;
}

/** By code: which of some words, at most `WORDS_AT_ONCE`, a text contains, a bit for each. */
function wordsInTexts(texts: SearchTexts, words: readonly string[]): Found {
  const bits = new Uint32Array(texts.starts.length - 1);
  let any = false;
  words.forEach((word, index) => {
    if (markTexts(texts, word, 1 << index, bits)) any = true;
  });
  return { bits, any };
}

/** By code: 1 for a text that contains each of some words. */
export function textsWithAll(texts: SearchTexts, words: readonly string[]): Uint8Array {
  const flags = new Uint8Array(texts.starts.length - 1).fill(1);
  for (let from = 0; from < words.length; from += WORDS_AT_ONCE) {
    const some = words.slice(from, from + WORDS_AT_ONCE);
    const { bits } = wordsInTexts(texts, some);
    const all = 2 ** some.length - 1;
    for (let code = 0; code < flags.length; code += 1) if (bits[code] !== all) flags[code] = 0;
  }
  return flags;
}

/** A column of things that have a text: by thing the code of its text. */
export type TextsOfThings = { readonly texts: SearchTexts; readonly codes: Codes };

/** By thing: 1 for one that has each of some words in any of its texts. There is at least one column. */
export function thingsWithAll(columns: readonly TextsOfThings[], words: readonly string[]): Uint8Array {
  const flags = new Uint8Array(columns[0]?.codes.length ?? 0).fill(1);
  for (let from = 0; from < words.length; from += WORDS_AT_ONCE) {
    const some = words.slice(from, from + WORDS_AT_ONCE);
    const all = 2 ** some.length - 1;
    const found = columns.map(({ texts, codes }) => ({ codes, bits: wordsInTexts(texts, some).bits }));
    for (let thing = 0; thing < flags.length; thing += 1) {
      let bits = 0;
      for (const own of found) bits |= own.bits[own.codes[thing]!]!;
      if (bits !== all) flags[thing] = 0;
    }
  }
  return flags;
}

function searchOnce(
  table: Table,
  index: DictionaryIndex,
  words: readonly string[],
): Uint32Array<ArrayBuffer> {
  const all = 2 ** words.length - 1;
  const customers = wordsInTexts(index.searchTexts('customerName'), words);
  const products = wordsInTexts(index.searchTexts('productName'), words);
  const customerCodes = table.texts.customerName.codes;
  const productCodes = table.texts.productName.codes;
  // What a person types is mostly part of only one kind of name.
  if (!products.any) return bitmapOfFlags(customerCodes, flagsOfAll(customers, all));
  if (!customers.any) return bitmapOfFlags(productCodes, flagsOfAll(products, all));

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
  const bitmap = searchOnce(table, index, words.slice(0, WORDS_AT_ONCE));
  for (let from = WORDS_AT_ONCE; from < words.length; from += WORDS_AT_ONCE) {
    joinInto('and', bitmap, searchOnce(table, index, words.slice(from, from + WORDS_AT_ONCE)));
  }
  return bitmap;
}
