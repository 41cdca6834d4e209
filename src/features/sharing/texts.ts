import { defineTexts } from '#ui/catalogue.ts';

export const texts = defineTexts('features/sharing/texts', {
  copyLink: 'Copy link',
  copied: 'Link copied',
  copyByHand: 'The browser did not allow copying: copy the address from the address bar.',
  longLinkCopied: 'Link copied. It has more than {limit} characters: some programs cut such links off.',
});
