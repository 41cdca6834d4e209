import { defineTexts } from '#ui/catalogue.ts';

/** The texts at the foot of a printed page. */
export const texts = defineTexts('features/printing/texts', {
  snapshot: 'Snapshot',
  filter: 'Filter',
  search: 'Search',
  sums: 'Summed by',
  sumsOf: { service: 'the service', snapshot: 'License Lens, from every row' },
  rowsSummed: 'Rows summed',
  link: 'Link',
});
