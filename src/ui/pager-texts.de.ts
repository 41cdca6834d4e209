import type { Translation } from './catalogue.ts';
import type { texts } from './pager-texts.ts';

export const messages: Translation<typeof texts> = {
  pages: 'Seiten',
  turnTo: { first: 'Erste Seite', previous: 'Vorherige Seite', next: 'Nächste Seite', last: 'Letzte Seite' },
  range:
    '{known, select, yes {{first} bis {last} von {total}} other {{first} bis {last} von mehr als {total}}}',
  noRange: '{none} von {total}',
  noRows: 'Keine Zeilen hier',
  rowsPerPage: 'Zeilen pro Seite',
};
