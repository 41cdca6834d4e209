import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  filters: 'Filter',
  activeFilters: 'Aktive Filter',
  addFilter: 'Filter hinzufügen',
  clearFilters: 'Filter löschen',
  more: '{count} weitere',
  withId: '{name} ({id})',
  showMore: '{count} weitere anzeigen',
  remove: '{what} entfernen',
  edit: '{condition} bearbeiten',
  condition: '{operator, select, is {{field} ist {values}} other {{field} ist nicht {values}}}',
  blank: '(leer)',
  expression: 'Filterausdruck',
  expressionExample: "zum Beispiel: channel eq 'reseller' and productName ne 'Visio Plan 2'",
  expressionKeys: 'Eingabe wendet an, Esc macht rückgängig',
  withoutDialog: 'Der Filter kann auch als Ausdruck geschrieben werden.',
  titleCompared: 'verglichen mit {date}',
  titleSearch: '„{text}“',
  titleGrouped: 'nach {fields}',
};
