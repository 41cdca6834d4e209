import { defineTexts } from './catalogue.ts';

/** The short names of what a comparison adds to a row: they are column headers. */
export const changeTexts = defineTexts('ui/change-texts', {
  before: 'Before',
  change: 'Change',
  changePercent: 'Change %',
  changeDeployed: 'Change deployed',
  changeIdle: 'Change idle',
});
