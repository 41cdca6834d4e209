import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  snapshot: 'Momentaufnahme',
  filter: 'Filter',
  search: 'Suche',
  sums: 'Summiert von',
  sumsOf: { service: 'Dienst', snapshot: 'License Lens, aus allen Zeilen' },
  rowsSummed: 'Summierte Zeilen',
  link: 'Link',
};
