import { expect, test } from 'vitest';
import { matcherOf } from './matching.ts';

test('each word is somewhere in the text, in any letter case and without accents', () => {
  const matches = matcherOf('group PRODÚCT');
  expect(matches('Group by Product')).toBe(true);
  expect(matches('Group by Service')).toBe(false);
  expect(matcherOf(' ')('anything')).toBe(true);
});
