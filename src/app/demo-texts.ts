import { defineTexts } from '#ui/catalogue.ts';

/** The texts that mark demo data. */
export const demoTexts = defineTexts('app/demo-texts', {
  demo: 'Demo data',
  explained: 'The customers and their figures are made up.',
});
