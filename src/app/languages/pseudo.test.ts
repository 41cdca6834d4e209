import compile from 'icu-minify/compile';
import { expect, test } from 'vitest';
import { defineTexts, textsIn } from '#ui/catalogue.ts';
import { ENGLISH } from '#ui/language.ts';
import { pack, pseudoMessage } from './pseudo.ts';

test('letters have accents, arguments and choices keep their names, and nothing is lost', () => {
  expect(pseudoMessage('Sold')).toBe('[Šóld~~]');
  const message = compile('{rows, plural, one {# row of {place}} other {Rows: #}} in {place}');
  expect(pseudoMessage(message)).toEqual([
    '[',
    ['rows', 2, { one: [0, ' ŕów óf ', ['place']], other: ['Ŕówš: ', 0] }],
    ' íñ ',
    ['place'],
    '~~~~]',
  ]);
});

test('a catalogue is read in it, groups too', () => {
  const texts = textsIn(defineTexts('none/texts', { signIn: 'Sign in', group: { size: 'Size' } }), {
    ...ENGLISH,
    ...pack,
  });
  expect(texts.signIn).toBe('[Šíğñ íñ~~~]');
  expect(texts.group.size).toBe('[Šížé~~]');
});
