import type { Catalogue } from './language.ts';

type DialogTexts = {
  readonly notApplied: string;
  readonly discard: string;
  readonly goOn: string;
};

export const dialogTexts: Catalogue<DialogTexts> = {
  en: {
    notApplied: 'Your changes are not applied yet.',
    discard: 'Discard changes',
    goOn: 'Keep editing',
  },
};
