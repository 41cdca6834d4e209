import { defineTexts } from './catalogue.ts';

/** The texts of the question whether changes in a dialog may be lost. */
export const dialogTexts = defineTexts('ui/dialog-texts', {
  notApplied: 'Your changes are not applied yet.',
  discard: 'Discard changes',
  goOn: 'Keep editing',
});
