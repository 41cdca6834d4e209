import { defineTexts } from '#ui/catalogue.ts';

/** The texts that offer to remove a condition where no row fulfils all of them. */
export const nothingFoundTexts = defineTexts('features/filters/nothing-found-texts', {
  without: 'Without “{condition}”: {customers, plural, one {# customer} other {# customers}}',
  withoutSearch: 'Without the search “{search}”: {customers, plural, one {# customer} other {# customers}}',
});
