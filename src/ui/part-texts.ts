import type { Catalogue } from './language.ts';

type Texts = {
  readonly missing: string;
  readonly failed: string;
  readonly newVersion: string;
  readonly tryAgain: string;
  readonly reload: string;
};

/** The texts where a part of the page is missing. */
export const partTexts: Catalogue<Texts> = {
  en: {
    missing: 'This part of the page could not be fetched.',
    failed: 'This part of the page could not be shown.',
    newVersion: 'There may be a new version of the page. Reloading it keeps the view.',
    tryAgain: 'Try again',
    reload: 'Reload',
  },
};
