import { defineTexts } from './catalogue.ts';

/** The texts where no row fulfils all conditions. */
export const nothingMatchesTexts = defineTexts('ui/nothing-matches-texts', {
  heading: 'No licenses match',
  advice: 'Remove or change a condition or the search above, or show everything.',
  everything: 'Show everything',
});
