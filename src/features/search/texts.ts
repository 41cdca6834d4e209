import { defineTexts } from '#ui/catalogue.ts';

export const texts = defineTexts('features/search/texts', {
  search: 'Search customers and products',
  clear: 'Clear search',
  pending: 'The search for “{text}” is not applied yet: the figures cover every name.',
  loading: 'It will be as soon as all rows are loaded.',
  needsRows: 'It needs all rows: load them above.',
  overLimit: 'It needs all rows, which are more than you let into this browser.',
});
