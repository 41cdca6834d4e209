import type { Catalogue } from './language.ts';

type ExportedTexts = Readonly<Record<'comparedWith' | 'deployedBefore', string>>;

/** The names of the columns that only exported files have, in several views. */
export const exportedTexts: Catalogue<ExportedTexts> = {
  en: {
    comparedWith: 'Compared with',
    deployedBefore: 'Deployed before',
  },
};
