import type { Catalogue } from '#ui/language.ts';

type AboutTexts = {
  readonly heading: string;
  readonly facts: Readonly<Record<'version' | 'commit' | 'license', string>>;
  readonly notices: string;
  readonly noticesExplained: string;
  readonly asFile: string;
  readonly close: string;
};

/** The texts about the page itself. */
export const aboutTexts: Catalogue<AboutTexts> = {
  en: {
    heading: 'About License Lens',
    facts: { version: 'Version', commit: 'Commit', license: 'License' },
    notices: 'Third-party notices',
    noticesExplained: 'Whose work is in this page, and the licenses it comes with.',
    asFile: 'Open them as a file',
    close: 'Close',
  },
};
