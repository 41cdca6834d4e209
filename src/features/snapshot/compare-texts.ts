import { defineTexts } from '#ui/catalogue.ts';

export const texts = defineTexts('features/snapshot/compare-texts', {
  compareWith: 'Compare with',
  none: 'None',
  // How many days before the shown snapshot a day is.
  daysBefore: '{days, plural, one {# day before} other {# days before}}',
  monthEnd: 'end of last month',
  quarterEnd: 'end of last quarter',
});
