import type { Catalogue } from '#ui/language.ts';

type CompareTexts = {
  readonly compareWith: string;
  readonly none: string;
  /** How many days before the shown snapshot a day is; `formatted` is the number as text. */
  readonly daysBefore: (days: number, formatted: string) => string;
  readonly monthEnd: string;
  readonly quarterEnd: string;
};

export const texts: Catalogue<CompareTexts> = {
  en: {
    compareWith: 'Compare with',
    none: 'None',
    daysBefore: (days, formatted) => (days === 1 ? '1 day before' : `${formatted} days before`),
    monthEnd: 'end of last month',
    quarterEnd: 'end of last quarter',
  },
};
