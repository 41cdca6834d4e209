import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { compareCodeUnits } from '#partner-center/reading/group-key.ts';
import { foldForSearch } from '#engine/search-text.ts';
import { createDictionaryIndex, type DictionaryIndex } from './dictionary-index.ts';
import { anyKnownText } from './rows.arbitrary.ts';
import { tableOfRows } from './table.fixture.ts';
import { TEXT_COLUMNS, type Dictionary, type TextColumnName } from './table.ts';

const COLUMN = 'customerName';

function indexOf(names: readonly string[]): {
  readonly index: DictionaryIndex;
  readonly dictionary: Dictionary;
} {
  const table = tableOfRows(
    names.map((customerName) => ({ customerName, licensesSold: 0, licensesDeployed: 0 })),
  );
  return { index: createDictionaryIndex(table), dictionary: table.texts[COLUMN].dictionary };
}

test('what it says of two texts is what the texts say', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyKnownText(), fc.string()), { minLength: 1 }), (names) => {
      const { index, dictionary } = indexOf(names);
      const { classes, classOf } = index.equalTexts(COLUMN);
      const ranks = index.codeUnitRanks(COLUMN);
      const compare = index.compareCodes(COLUMN);
      const { text, starts } = index.searchTexts(COLUMN);
      dictionary.forEach((left, a) => {
        const end = (starts[a + 1] ?? 0) - 1;
        expect(text.slice(starts[a], end)).toBe(left === null ? '' : foldForSearch(left));
        expect(classOf.get(foldCase(left ?? '')) === classes[a]).toBe(left !== null);
        dictionary.forEach((right, b) => {
          const order = Math.sign((ranks[a] ?? 0) - (ranks[b] ?? 0));
          expect(Math.sign(compare(a, b))).toBe(order);
          if (left === null || right === null) {
            // No value comes last and is equal to no text.
            expect(order).toBe(Math.sign(Number(left === null) - Number(right === null)));
            expect(classes[a] === classes[b]).toBe(left === right);
          } else {
            expect(order).toBe(compareCodeUnits(left, right));
            expect(classes[a] === classes[b]).toBe(foldCase(left) === foldCase(right));
          }
        });
      });
    }),
  );
});

test('without a value the rank is behind all places', () => {
  const { ranks, places } = indexOf(['b', 'a', 'B']).index.ranks(COLUMN);
  expect([...ranks]).toEqual([2, 1, 0, 1]);
  expect(places).toBe(2);
});

const parts = (index: DictionaryIndex, column: TextColumnName) =>
  [
    index.searchTexts(column),
    index.equalTexts(column),
    index.codeUnitRanks(column),
    index.ranks(column),
  ] as const;

test('preparing comes to an end, after which nothing has to be made', () => {
  const { index } = indexOf(['a', 'b']);
  while (index.prepare());
  const held = index.bytesHeld();
  for (const column of TEXT_COLUMNS) {
    if (column !== 'processedDateTime') parts(index, column);
    index.ranks(column);
  }
  expect(index.bytesHeld()).toBe(held);
});

test('many texts are prepared in pieces, and what is asked for in between is ended, not begun again', () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `Customer ${(at * 7919) % 10_000}`);
  const whole = parts(indexOf(names).index, COLUMN);
  let pieces = 0;
  const { index } = indexOf(names);
  while (index.prepare()) pieces += 1;
  expect(pieces).toBeGreaterThan(4 * TEXT_COLUMNS.length + 10);
  expect(parts(index, COLUMN)).toEqual(whole);
  const held = index.bytesHeld();
  for (let before = 0; before < pieces; before += 7) {
    const { index: interrupted } = indexOf(names);
    for (let piece = 0; piece < before; piece += 1) interrupted.prepare();
    expect(parts(interrupted, COLUMN)).toEqual(whole);
    while (interrupted.prepare());
    expect(interrupted.bytesHeld()).toBe(held);
  }
});
