import type { Catalogue } from '#ui/language.ts';

type SharingTexts = {
  readonly copyLink: string;
  readonly copied: string;
  readonly copyByHand: string;
};

export const texts: Catalogue<SharingTexts> = {
  en: {
    copyLink: 'Copy link',
    copied: 'Link copied',
    copyByHand: 'The browser did not allow copying: copy the address from the address bar.',
  },
};
