import { expect, test } from 'vitest';
import { createDictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import { textsWithAll } from './search-rows.ts';

const WORDS = Array.from({ length: 70 }, (_, index) => `w${index}.`);

/** Which of some names contain all the words. */
function found(names: readonly (string | null)[], words: readonly string[]): readonly (string | null)[] {
  const rows = names.map((customerName) => ({ customerName, licensesSold: 1, licensesDeployed: 1 }));
  const table = tableOfRows(rows);
  const flags = textsWithAll(createDictionaryIndex(table).searchTexts('customerName'), words);
  return table.texts.customerName.dictionary.filter((_, code) => flags[code] === 1);
}

test('a name is found by all the words, also by more than one number has bits', () => {
  const all = WORDS.join(' ');
  const first = WORDS.slice(0, 31).join(' ');
  for (const length of [1, 30, 31, 32, 62, 63, 70]) {
    expect(found([all, first, null], WORDS.slice(0, length))).toEqual(length <= 31 ? [all, first] : [all]);
  }
});

test('nothing is found across the end of a name', () => {
  expect(found(['ab', 'cd', 'xbcx'], ['bc'])).toEqual(['xbcx']);
});

test('no word leaves nothing out', () => {
  expect(found(['a', null], [])).toEqual([null, 'a']);
});
