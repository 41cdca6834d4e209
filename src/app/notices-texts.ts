import { defineTexts } from '#ui/catalogue.ts';

/** The texts about the address, and about a day without data. */
export const noticesTexts = defineTexts('app/notices-texts', {
  linkProblems: 'Part of this link could not be read. The rest of it applies.',
  notYet: 'This link asks for more than this page can show yet',
  notYetAspects: {
    view: 'The view “{value}” is not there yet: this is the overview.',
    measure: 'The measure “{value}” is not compared yet: the chart ranks by what was sold.',
    order: 'The order by “{value}” is not computed yet, so it does not apply.',
  },
  needsPrices:
    'The order by “idleValue” needs prices of your own, which this browser does not have: the usual order applies. Give them with the button “Prices”.',
  noSnapshot: {
    heading: 'No data for {date}',
    advice: 'The service has no snapshot of that day. Filters and grouping are kept: choose another day.',
  },
  noData: {
    heading: 'No licenses yet',
    advice:
      'The service has no deployment data for this account. It appears about a day after the first sale.',
  },
  showLatest: 'Show the latest snapshot',
});
