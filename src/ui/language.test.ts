import { expect, test } from 'vitest';
import { preferredLocalization } from './language.ts';

test('the first locale with texts decides the language, the first known one how numbers are written', () => {
  const of = (...preferred: string[]) => preferredLocalization(preferred, null);
  expect(of('de-AT', 'en-US')).toEqual({ language: 'de', locale: 'de-AT', direction: 'ltr' });
  expect(of('fr-FR', 'de-DE')).toEqual({ language: 'de', locale: 'fr-FR', direction: 'ltr' });
  expect(of('fr-FR')).toEqual({ language: 'en', locale: 'fr-FR', direction: 'ltr' });
  expect(of('ar-EG')).toEqual({ language: 'ar', locale: 'ar-EG', direction: 'rtl' });
  expect(of('EN-gb')).toEqual({ language: 'en', locale: 'EN-gb', direction: 'ltr' });
  expect(of('tlh', 'ja')).toEqual({ language: 'ja', locale: 'ja', direction: 'ltr' });
  // WebKit where the system names no language.
  expect(of('C')).toEqual({ language: 'en', locale: 'en-US', direction: 'ltr' });
  expect(of()).toEqual({ language: 'en', locale: 'en-US', direction: 'ltr' });
});

test('a chosen language has the locale that the person prefers in it', () => {
  expect(preferredLocalization(['fr-FR', 'de-CH'], 'de').locale).toBe('de-CH');
  expect(preferredLocalization(['fr-FR', 'de-CH'], 'ja').locale).toBe('ja');
  expect(preferredLocalization(['fr-FR'], 'en')).toEqual({
    language: 'en',
    locale: 'en-US',
    direction: 'ltr',
  });
});
