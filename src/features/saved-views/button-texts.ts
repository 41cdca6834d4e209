import { defineTexts } from '#ui/catalogue.ts';

/** The texts that are on the page before the dialog is fetched. */
export const buttonTexts = defineTexts('features/saved-views/button-texts', {
  savedViews: 'Saved views',
  saveThis: 'Save this view',
});
