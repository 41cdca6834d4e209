import { defineTexts } from './catalogue.ts';

/** The texts that every chart has. */
export const chartTexts = defineTexts('ui/chart-texts', {
  showAsTable: 'Show as table',
  showAsChart: 'Show as chart',
});
