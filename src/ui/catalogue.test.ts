import compile from 'icu-minify/compile';
import { expect, test } from 'vitest';
import { defineTexts, textsIn } from './catalogue.ts';
import { ENGLISH, type CompiledTree, type Localization } from './language.ts';

// The build compiles only files that are named texts, so this test compiles its messages itself.
const MESSAGES = {
  plain: 'All of it',
  rows: '{rows, plural, one {# row} other {# rows}} of {place}',
  group: { choice: '{is, select, yes {It is} other {It is not}}' },
} as const;

function compiled(tree: { readonly [name: string]: string | typeof tree }): CompiledTree {
  return Object.fromEntries(
    Object.entries(tree).map(([name, message]) => [
      name,
      typeof message === 'string' ? compile(message) : compiled(message),
    ]),
  );
}

const catalogue = defineTexts('fixture/texts', MESSAGES);
const english: Localization = { ...ENGLISH, messagesOf: () => compiled(MESSAGES) };

test('a message without arguments is a text, one with arguments takes them by name', () => {
  const texts = textsIn(catalogue, english);
  expect(texts.plain).toBe('All of it');
  expect(texts.rows({ rows: 1, place: 'Paris' })).toBe('1 row of Paris');
  expect(texts.rows({ rows: 12_345, place: 'Paris' })).toBe('12,345 rows of Paris');
  expect(texts.group.choice({ is: 'yes' })).toBe('It is');
});

test('numbers are those of the locale, plurals those of the language of the texts', () => {
  const french = textsIn(catalogue, { ...english, locale: 'fr-FR' });
  expect(french.rows({ rows: 12_345, place: 'Paris' })).toBe('12\u202F345 rows of Paris');
  // French counts 0 as one, English does not.
  expect(french.rows({ rows: 0, place: 'Paris' })).toBe('0 rows of Paris');
});

test('a language without the catalogue shows it in English, and texts are made once', () => {
  const names: string[] = [];
  const localization: Localization = {
    ...ENGLISH,
    language: 'de',
    messagesOf: (name) => {
      names.push(name);
      return undefined;
    },
  };
  expect(textsIn(catalogue, localization).plain).toBe('All of it');
  expect(textsIn(catalogue, localization)).toBe(textsIn(catalogue, localization));
  expect(names).toEqual(['fixture/texts']);
});
