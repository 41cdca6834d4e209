import type { CompiledMessage } from 'icu-minify/format';
import { createContext, use } from 'react';

/** Messages by name, as the build compiles them. The names may be in groups. */
export type CompiledTree = { readonly [name: string]: CompiledMessage | CompiledTree };

/** The languages that a person can choose. */
export const LANGUAGES = ['en', 'de', 'ja', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * A language for tests alone: English with accents, longer, between brackets. A text that it leaves as it is comes from
 * no catalogue, and a text whose brackets are missing is cut off.
 */
export const PSEUDO_LANGUAGE = 'en-XA';

export type Localization = {
  /** The language of the texts. */
  readonly language: Language | typeof PSEUDO_LANGUAGE;
  /** A BCP 47 tag for numbers and dates: `en-GB` writes a date differently from `en-US`. It can be of another language. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** The messages of a catalogue in that language, by its name; English ones where it gives none. */
  readonly messagesOf?: (name: string, english: CompiledTree) => CompiledTree | undefined;
};

/** English, as it is written where nothing says otherwise. */
export const ENGLISH: Localization = { language: 'en', locale: 'en-US', direction: 'ltr' };

const languageOf = (locale: string): string | undefined => locale.split('-')[0]?.toLowerCase();

/** Browsers without a locale of the system say `C`, which is no tag of a language. */
function isKnown(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf([locale]).length > 0;
  } catch {
    return false;
  }
}

/**
 * The language and the locale for a person's preferred locales, best first. The first locale that has texts decides the
 * language, and the first one that the browser knows decides how numbers and dates are written: a person from France
 * reads English texts with French numbers. Where the person has chosen a language, the locale is of that language.
 */
export function preferredLocalization(
  preferred: readonly string[],
  chosen: Language | null,
): Pick<Localization, 'language' | 'locale' | 'direction'> {
  const known = preferred.filter(isKnown);
  const language =
    chosen ??
    known.map(languageOf).flatMap((name) => LANGUAGES.filter((language) => language === name))[0] ??
    ENGLISH.language;
  const own = chosen === null ? known : known.filter((locale) => languageOf(locale) === chosen);
  const locale = own[0] ?? (language === 'en' ? ENGLISH.locale : language);
  return { language, locale, direction: language === 'ar' ? 'rtl' : 'ltr' };
}

const LocalizationContext = createContext<Localization>(ENGLISH);

export const LocalizationProvider = LocalizationContext;

export function useLocalization(): Localization {
  return use(LocalizationContext);
}
