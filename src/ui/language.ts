import { createContext, use } from 'react';

/** The languages that the texts are written in. A further language is a further entry in every catalogue. */
export const LANGUAGES = ['en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The texts of one part of the app: the same shape in every language. */
export type Catalogue<T> = Readonly<Record<Language, T>>;

export type Localization = {
  readonly language: Language;
  /** A BCP 47 tag of that language, for numbers and dates: `en-GB` writes a date differently from `en-US`. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
};

function isLanguage(text: string | undefined): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** The localization for a person's preferred locales, best first; English where no text is written in one of them. */
export function localizationFor(preferred: readonly string[]): Localization {
  for (const locale of preferred) {
    const language = locale.split('-')[0]?.toLowerCase();
    if (isLanguage(language) && Intl.NumberFormat.supportedLocalesOf([locale]).length > 0) {
      return { language, locale, direction: 'ltr' };
    }
  }
  return { language: 'en', locale: 'en-US', direction: 'ltr' };
}

const LocalizationContext = createContext<Localization>({
  language: 'en',
  locale: 'en-US',
  direction: 'ltr',
});

export const LocalizationProvider = LocalizationContext;

export function useLocalization(): Localization {
  return use(LocalizationContext);
}

/** A catalogue's texts in the person's language. */
export function useTexts<T>(catalogue: Catalogue<T>): T {
  return catalogue[useLocalization().language];
}
