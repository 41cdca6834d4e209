import type { Catalogue } from './language.ts';

/** The texts of the button for an explanation, and the name of the explanation. */
export const aboutTexts: Catalogue<{ readonly about: (name: string) => string }> = {
  en: { about: (name) => `About ${name}` },
};
