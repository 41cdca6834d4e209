import type { Catalogue } from './language.ts';

/** What leads to an explanation, and what the explanation is called. */
export const aboutTexts: Catalogue<{ readonly about: (name: string) => string }> = {
  en: { about: (name) => `About ${name}` },
};
