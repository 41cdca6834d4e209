import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatFor } from '#ui/format.ts';
import { ENGLISH } from '#ui/language.ts';
import { fitted, lengthOf } from './fitting.ts';

const format = formatFor(ENGLISH);
const count = (value: number) => fitted(format.count(value), format.compact(value));
const share = (value: number) => fitted(format.percent(value), format.compactPercent(value));

test('a count of billions is whole', () => {
  expect(count(1_111_111_112)).toEqual({ text: '1,111,111,112', whole: null });
  expect(count(-999_999_999_999)).toEqual({ text: '−999,999,999,999', whole: null });
  expect(share(0.873)).toEqual({ text: '87.3%', whole: null });
});

test('one that would be too small to be read is compact, with the whole of it beside', () => {
  expect(count(9_007_199_254_740_991)).toEqual({ text: '9007.2T', whole: '9,007,199,254,740,991' });
  expect(share(1_111_111_111_112)).toEqual({ text: '111.1T%', whole: '111,111,111,111,200.0%' });
});

test('none is longer than the least room holds, and what is not whole says what is', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      for (const [{ text, whole }, written] of [
        [count(value), format.count(value)],
        [share(value), format.percent(value)],
      ] as const) {
        expect(lengthOf(text)).toBeLessThanOrEqual(9.9);
        expect(whole ?? text).toBe(written);
      }
    }),
  );
});

test('marks of direction take no room, and a character of Japanese takes all of its own', () => {
  expect(lengthOf('\u200E87\u200E')).toBe(lengthOf('87'));
  expect(lengthOf('1万')).toBe(lengthOf('1') + 1);
});
