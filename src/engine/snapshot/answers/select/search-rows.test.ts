import { expect, test } from 'vitest';
import { createDictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { rowIdsOf, selectionOfBitmap } from '#engine/snapshot/columns/selection.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import { unreadColumns } from '#engine/snapshot/columns/unread-columns.fixture.ts';
import { searchRows, textsWith, thingsWithAll } from './search-rows.ts';

const WORDS = Array.from({ length: 70 }, (_, index) => `w${index}.`);

const rowsOf = (names: readonly (readonly [customerName: string | null, productName: string | null])[]) =>
  names.map(([customerName, productName]) => ({
    customerName,
    productName,
    licensesSold: 1,
    licensesDeployed: 1,
  }));

/** The dictionary of some names with what is searched. */
function namesOf(names: readonly (string | null)[]) {
  const table = tableOfRows(rowsOf(names.map((name) => [name, null])));
  const texts = createDictionaryIndex(table).searchTexts('customerName');
  return { texts, codes: table.texts.customerName.codes, dictionary: table.texts.customerName.dictionary };
}

/** Which names contain all the words. */
function namesWith(names: readonly (string | null)[], words: readonly string[]): readonly (string | null)[] {
  const flags = thingsWithAll(names.length, [namesOf(names)], words);
  return names.filter((_, thing) => flags[thing] === 1);
}

/** The ids of the rows that are found by their names. */
function found(names: Parameters<typeof rowsOf>[0], words: readonly string[]): readonly number[] {
  const table = tableOfRows(rowsOf(names));
  const bitmap = searchRows(table, createDictionaryIndex(table), words);
  return [...rowIdsOf(selectionOfBitmap(table.rows, bitmap))];
}

test('a name is found by all the words, also by more than one number has bits', () => {
  const all = WORDS.join(' ');
  const first = WORDS.slice(0, 31).join(' ');
  // Without the first words, and without the last.
  const end = WORDS.slice(31).join(' ');
  for (const length of [1, 30, 31, 32, 62, 63, 70]) {
    const words = WORDS.slice(0, length);
    const names = [all, first, end, null];
    const expected = length <= 31 ? [all, first] : [all];
    expect(namesWith(names, words)).toEqual(expected);
    expect(
      found(
        names.map((name) => [name, null]),
        words,
      ),
    ).toEqual(expected.map((_, at) => at));
  }
});

test('nothing is found across the end of a name', () => {
  const { texts, dictionary } = namesOf(['ab', 'cd', 'xbcx']);
  const flags = textsWith(texts, 'bc');
  expect(dictionary.filter((_, code) => flags[code] === 1)).toEqual(['xbcx']);
});

test('no word leaves nothing out', () => {
  expect(namesWith(['a', null], [])).toEqual(['a', null]);
});

test('a row is found by words of both its names, and looks at one of them where the other has no word', () => {
  const names = [
    ['contoso', 'visio'],
    ['visio', 'contoso'],
    ['contoso', null],
    [null, 'visio'],
  ] as const;
  expect(found(names, ['cont', 'vis'])).toEqual([0, 1]);
  expect(found(names, ['cont'])).toEqual([0, 1, 2]);
  expect(found(names, ['none'])).toEqual([]);
  for (const [own, other] of [
    ['customerName', 'productName'],
    ['productName', 'customerName'],
  ] as const) {
    const rows = [{ [own]: 'Contoso', [other]: 'Visio', licensesSold: 1, licensesDeployed: 1 }];
    const table = unreadColumns(tableOfRows(rows), [other]);
    expect(searchRows(table, createDictionaryIndex(table), ['contoso'])).toEqual(Uint32Array.of(1));
  }
});
