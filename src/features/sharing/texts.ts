import type { Catalogue } from '#ui/language.ts';

type SharingTexts = {
  readonly copyLink: string;
  readonly copied: string;
  readonly copyByHand: string;
  /** `limit` is a number of characters, written as the locale does. */
  readonly longLinkCopied: (limit: string) => string;
};

export const texts: Catalogue<SharingTexts> = {
  en: {
    copyLink: 'Copy link',
    copied: 'Link copied',
    copyByHand: 'The browser did not allow copying: copy the address from the address bar.',
    longLinkCopied: (limit) =>
      `Link copied. It has more than ${limit} characters: some programs cut such links off.`,
  },
};
