import type { Catalogue } from './language.ts';

/** The reasons why the browser did not keep something, or did not delete it. */
type RefusalTexts = Readonly<Record<'off' | 'full' | 'unavailable' | 'failed' | 'not-deleted', string>>;

export const refusalTexts: Catalogue<RefusalTexts> = {
  en: {
    off: 'Keeping rows in this browser is switched off.',
    full: 'This browser has no room left to keep the rows.',
    unavailable: 'This browser does not let the page keep anything.',
    failed: 'This could not be done. Try again; if it stays, reload the page.',
    'not-deleted':
      'The browser did not confirm that the kept rows are gone. Try again, or clear this site’s data in the browser’s settings.',
  },
};
