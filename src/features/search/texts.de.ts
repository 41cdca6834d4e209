import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  search: 'Kunden und Produkte suchen',
  clear: 'Suche löschen',
  pending: 'Die Suche nach „{text}“ ist noch nicht angewendet: Die Zahlen umfassen alle Namen.',
  loading: 'Sie wird angewendet, sobald alle Zeilen geladen sind.',
  needsRows: 'Sie benötigt alle Zeilen: Laden Sie diese oben.',
  overLimit: 'Sie benötigt alle Zeilen, und das sind mehr, als Sie in diesem Browser zulassen.',
};
