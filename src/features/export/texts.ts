import { defineTexts } from '#ui/catalogue.ts';

/** The texts of an export. */
export const texts = defineTexts('features/export/texts', {
  csv: 'CSV',
  excel: 'Excel',
  separator: 'Between the columns of a CSV file',
  separators: { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab' },
  failed: 'The file could not be written.',
  tooMany:
    'There are {rows} rows, and an Excel sheet has room for {most}. Export CSV, or filter or group first.',
  sheet: 'License deployment',
  about: 'About',
  aboutLines: {
    view: 'View',
    link: 'Link',
    snapshot: 'Snapshot',
    filter: 'Filter',
    search: 'Search',
    groupedBy: 'Grouped by',
    rows: 'Rows',
    summedBy: 'Summed by',
    prices: 'Prices',
    priced: 'Idle licenses with a price',
    written: 'Written',
  },
  idlePriced: 'Idle with a price',
  idleValue: 'Idle value ({currency} a month)',
  assign: {
    utilization: 'Assign to reach {percent}',
    noneIdle: 'Assign to have none idle',
    idleBelow: 'Assign to have fewer than {licenses} idle',
  },
  drop: {
    utilization: 'Or drop to reach {percent}',
    noneIdle: 'Or drop to have none idle',
    idleBelow: 'Or drop to have fewer than {licenses} idle',
  },
  // `basis` is the list's name, and the choices that were made about it.
  ownPrices: 'a price list of one’s own ({basis}), in {currency} a month, since {changed}',
  typedPrices: 'typed in',
  pricedOf: '{priced} of {idle}',
  everything: 'none: everything',
  byService: 'the service',
  byPage: 'this page, from every row of the snapshot',
});
