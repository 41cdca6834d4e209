import { defineTexts } from '#ui/catalogue.ts';

/** The texts about the page itself. */
export const aboutTexts = defineTexts('features/commands/about-texts', {
  heading: 'About License Lens',
  facts: { version: 'Version', commit: 'Commit', license: 'License' },
  notices: 'Third-party notices',
  noticesExplained: 'Whose work is in this page, and the licenses it comes with.',
  asFile: 'Open them as a file',
  close: 'Close',
});
