import { defineTexts } from '#ui/catalogue.ts';

/** The texts that are on the page before the dialog is fetched. */
export const buttonTexts = defineTexts('features/prices/button-texts', {
  prices: 'Prices',
  offer: 'What are idle licenses worth? Your own prices tell.',
  idleValue: 'Idle value',
  month: '{money} a month',
  priced: 'priced: {percent} of {idle} idle licenses',
  nothingIdle: 'No license lies idle.',
  needsEverything: 'It is known once every product of every customer is read: load all rows.',
  failed: 'Could not be loaded.',
});
