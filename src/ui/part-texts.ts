import { defineTexts } from './catalogue.ts';

/** The texts where a part of the page is missing. */
export const partTexts = defineTexts('ui/part-texts', {
  missing: 'This part of the page could not be fetched.',
  failed: 'This part of the page could not be shown.',
  newVersion: 'There may be a new version of the page. Reloading it keeps the view.',
  tryAgain: 'Try again',
  reload: 'Reload',
});
