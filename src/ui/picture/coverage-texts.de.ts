import type { Translation } from '#ui/catalogue.ts';
import type { coverageTexts } from './coverage-texts.ts';

export const messages: Translation<typeof coverageTexts> = {
  snapshot: 'Momentaufnahme vom {date}',
  everything: 'alles, kein Filter',
  filter: 'Filter: {expression}',
  search: 'Suche: „{text}“',
  summedBy: {
    service: 'vom Dienst summiert',
    snapshot: '{read, plural, one {aus # Zeile summiert} other {aus # Zeilen summiert}}',
  },
};
