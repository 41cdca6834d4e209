import type { Catalogue } from './language.ts';

type ExportedTexts = Readonly<Record<'comparedWith' | 'deployedBefore', string>>;

/** What columns are called that only exported files have, of several views. */
export const exportedTexts: Catalogue<ExportedTexts> = {
  en: {
    comparedWith: 'Compared with',
    deployedBefore: 'Deployed before',
  },
};
