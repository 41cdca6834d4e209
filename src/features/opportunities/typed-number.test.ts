import { expect, test } from 'vitest';
import { licensesIn, percentIn } from './typed-number.ts';

test.for([
  ['1', 'en-US', 1],
  ['1,234', 'en-US', 1234],
  ['1.234', 'de-DE', 1234],
  [' 20 ', 'en-US', 20],
  ['١٬٢٣٤', 'ar-EG', 1234],
  ['1000', 'en-US', null],
  ['-1', 'en-US', null],
  ['1.5', 'en-US', null],
  ['many', 'en-US', null],
  ['', 'en-US', null],
] as const)('licenses: %s in %s', ([text, locale, number]) => {
  expect(licensesIn(text, text === '1000' ? 999 : 999_999, locale)).toBe(number);
});

test.for([
  ['95', 'en-US', 95],
  ['95%', 'en-US', 95],
  ['33.3 %', 'en-US', 33.3],
  ['33,3', 'de-DE', 33.3],
  ['33.3', 'de-DE', 33.3],
  ['1,234.5', 'en-US', 1234.5],
  ['95.', 'en-US', 95],
  ['٣٣٫٣٪', 'ar-EG', 33.3],
  ['33.3', 'ar-EG', 33.3],
  ['９５％', 'ja-JP', 95],
  ['0.001', 'en-US', 0.001],
  ['0.0001', 'en-US', null],
  ['.5', 'en-US', null],
  ['-5', 'en-US', null],
  ['1000001', 'en-US', null],
  ['half', 'en-US', null],
  ['%', 'en-US', null],
] as const)('percent: %s in %s', ([text, locale, number]) => {
  expect(percentIn(text, 1_000_000, locale)).toBe(number);
});
