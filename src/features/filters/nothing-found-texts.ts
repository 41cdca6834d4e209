import { defineTexts } from '#ui/catalogue.ts';

/** The texts where no row fulfils all conditions. */
export const nothingFoundTexts = defineTexts('features/filters/nothing-found-texts', {
  heading: 'No licenses match',
  advice: 'Remove or change a condition or the search above, or show everything.',
  without: 'Without “{condition}”: {customers, plural, one {# customer} other {# customers}}',
  withoutSearch: 'Without the search “{search}”: {customers, plural, one {# customer} other {# customers}}',
  everything: 'Show everything',
});
