import { defineTexts } from './catalogue.ts';

/** The names of the columns that only exported files have, in several views. */
export const exportedTexts = defineTexts('ui/exported-texts', {
  comparedWith: 'Compared with',
  deployedBefore: 'Deployed before',
});
