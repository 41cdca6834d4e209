import { defineTexts } from './catalogue.ts';

/** The reasons why the browser did not keep something, or did not delete it. */
export const refusalTexts = defineTexts('ui/refusal-texts', {
  off: 'Keeping rows in this browser is switched off.',
  full: 'This browser has no room left to keep the rows.',
  unavailable: 'This browser does not let the page keep anything.',
  failed: 'This could not be done. Try again; if it stays, reload the page.',
  'not-deleted':
    'The browser did not confirm that the kept rows are gone. Try again, or clear this site’s data in the browser’s settings.',
});
