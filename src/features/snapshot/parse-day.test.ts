import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatFor } from '#ui/format.ts';
import { ENGLISH } from '#ui/language.ts';
import { parseDay } from './parse-day.ts';

test.for([
  ['2026-10-01', 'en-US', '2026-10-01'],
  [' 2026-10-01T00:00:00 ', 'en-US', '2026-10-01'],
  ['oct 1 2026', 'en-US', '2026-10-01'],
  ['1 October, 2026', 'en-US', '2026-10-01'],
  ['1-OCT-2026', 'en-US', '2026-10-01'],
  ['10/1/2026', 'en-US', '2026-10-01'],
  ['10/1/2026', 'en-GB', '2026-01-10'],
  ['2026/10/01', 'en-GB', '2026-10-01'],
  ['29 Feb 2028', 'en-GB', '2028-02-29'],
  ['1. Oktober 2026', 'de-DE', '2026-10-01'],
  ['1.10.2026', 'de-DE', '2026-10-01'],
  ['2026年10月1日', 'ja-JP', '2026-10-01'],
  ['２０２６／１０／１', 'ja-JP', '2026-10-01'],
  ['١ أكتوبر ٢٠٢٦', 'ar-EG', '2026-10-01'],
  ['٢٠٢٦-١٠-٠١', 'ar-EG', '2026-10-01'],
  ['1 de octubre de 2026', 'es-ES', '2026-10-01'],
] as const)('%s in %s is %s', ([text, locale, day]) => {
  expect(parseDay(text, locale)).toBe(day);
});

test.for([
  '',
  'yesterday',
  'Latest',
  'Oct 2026',
  'Oct 1',
  '10/1/26',
  'Ma 1, 2026',
  'Ju 1, 2026',
  'Oc 1, 2026',
  'Oct 1, 12026',
  'Oct 1, 20261',
  'Octember 1, 2026',
  'Feb 30, 2026',
  '2026-02-30',
  '13/13/2026',
  'Oct 1, 2026, 12:00',
  'Oct 1, 2026 or Oct 2, 2026',
  '1 Oct Nov 2026',
  '2026 2026 10',
])('%j is no day', (text) => {
  expect(parseDay(text, 'en-US')).toBeUndefined();
});

test('the start of two months’ names is neither', () => {
  expect(parseDay('1 jui 2026', 'fr-FR')).toBeUndefined();
  expect(parseDay('1 juil 2026', 'fr-FR')).toBe('2026-07-01');
});

test('whatever the page writes can be typed', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const locale = fc.constantFrom(
    'en-US',
    'en-GB',
    'en-AU',
    'en-CA',
    'en-IN',
    'en-ZA',
    'de-DE',
    'fr-FR',
    'ja-JP',
    'ar-EG',
    'ar-SA',
    'ar-MA',
    'ar',
  );
  fc.assert(
    fc.property(day, locale, (day, locale) => {
      expect(parseDay(formatFor({ ...ENGLISH, locale }).date(day), locale)).toBe(day);
    }),
  );
});

test('any other text is an answer too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(parseDay(text, 'en-US') ?? '2026-10-01').toMatch(/^\d{4}-\d\d-\d\d$/u);
    }),
  );
});
