import { defineTexts } from './catalogue.ts';

/** The texts of the buttons between pages. In `range`, `known` says whether `total` is the number of all rows. */
export const texts = defineTexts('ui/pager-texts', {
  pages: 'Pages',
  turnTo: { first: 'First page', previous: 'Previous page', next: 'Next page', last: 'Last page' },
  range: '{known, select, yes {{first} to {last} of {total}} other {{first} to {last} of more than {total}}}',
  noRange: '{none} of {total}',
  noRows: 'No rows here',
  rowsPerPage: 'Rows per page',
});
