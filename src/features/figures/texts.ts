import { defineTexts } from '#ui/catalogue.ts';

/** The texts of the page’s figures. */
export const texts = defineTexts('features/figures/texts', {
  overDeployed: 'over-deployed',
  soldTo: '{customers, plural, =0 {to no customer} one {to # customer} other {to # customers}}',
  customersOver: '{customers, plural, one {# customer exceeds sold} other {# customers exceed sold}}',
  showOver:
    '{alone, select, yes {{caption}: filter by them} other {{caption}: show them in the rows, most beyond sold first}}',
  showWithoutSold:
    '{alone, select, yes {{caption}: filter by them} other {{caption}: show them in the rows, least sold first}}',
  ofSold: '{share} of sold',
  deployedOfSold: 'deployed of sold',
  withoutSold: '{customers} without any sold',
  snapshotOf: 'Snapshot of {date}',
  allCustomers: '{customers, plural, =0 {no customers} one {the only customer} other {all # customers}}',
  matchingCustomers:
    '{customers, plural, =0 {no customer matches} one {# customer matches} other {# customers match}}',
  countDisagrees: 'The service counted {counted}, {arrived} arrived.',
  failed: 'Could not be loaded.',
  about: 'About these figures',
  aboutSnapshot: 'Snapshot (processedDateTime)',
  aboutFilter: 'Filter',
  aboutEverything: 'none: everything',
  aboutRead: 'Customers read from the service',
  aboutCounted: 'Customers the service counted',
  aboutSearch: 'Search',
  aboutSums: 'Summed by',
  sumsOf: { service: 'the service', snapshot: 'this page, from every row' },
  aboutRowsRead: 'Rows summed',
  aboutRowsCounted: 'Rows the service counted',
  aboutTime: 'Read at',
});
