import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatFor } from './format.ts';
import { ENGLISH } from './language.ts';
import { wholeNumberIn } from './whole-number.ts';

const LOCALES = [
  'en-US',
  'en-GB',
  'en-IN',
  'en-ZA',
  'en-CH',
  'de-DE',
  'de-CH',
  'fr-FR',
  'pl-PL',
  'es-ES',
  'ar-EG',
  'ar-MA',
  'ja-JP',
  'fa-IR',
];

test('a number that the page wrote is read as the same one, in every locale', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LOCALES), fc.nat(Number.MAX_SAFE_INTEGER), (locale, number) => {
      expect(wholeNumberIn(formatFor({ ...ENGLISH, locale }).count(number), locale)).toBe(number);
      expect(wholeNumberIn(` ${number} `, locale)).toBe(number);
    }),
  );
});

test('a number with decimals is never read as another one', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LOCALES),
      fc.integer({ min: 1, max: 99_999_999 }).filter((number) => number % 10 !== 0),
      (locale, tenths) => {
        const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).format(tenths / 10);
        expect(wholeNumberIn(text, locale)).toBeNull();
      },
    ),
  );
});

test.each([
  ['250,000', 'en-US', 250_000],
  ['250000', 'en-US', 250_000],
  ['250 000', 'en-US', 250_000],
  ['12’345', 'en-US', 12_345],
  ['12,34,567', 'en-IN', 1_234_567],
  ['250.000', 'de-DE', 250_000],
  ['0', 'en-US', 0],
  ['٢٥٠٬٠٠٠', 'ar-EG', 250_000],
  ['٢٥٠٠٠٠', 'en-US', 250_000],
  ['２５０，０００', 'ja-JP', 250_000],
])('%s is read in %s', (text, locale, number) => {
  expect(wholeNumberIn(text, locale)).toBe(number);
});

test.each([
  ['1.5', 'en-US'],
  ['١٫٥٠٠', 'ar-MA'],
  ['1,5', 'en-US'],
  ['1,5', 'de-DE'],
  ['1.5', 'de-DE'],
  ['250.000', 'en-US'],
  ['1,0000', 'en-US'],
  ['1234,567', 'en-US'],
  ['1,,234', 'en-US'],
  [',234', 'en-US'],
  ['-5', 'en-US'],
  ['−5', 'en-US'],
  ['1e6', 'en-US'],
  ['0x10', 'en-US'],
  ['1 million', 'en-US'],
  ['', 'en-US'],
  [' ', 'en-US'],
  ['99999999999999999', 'en-US'],
])('%s is no whole number in %s', (text, locale) => {
  expect(wholeNumberIn(text, locale)).toBeNull();
});
