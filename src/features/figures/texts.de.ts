import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  overDeployed: 'zu viel bereitgestellt',
  soldTo: '{customers, plural, =0 {an keinen Kunden} one {an # Kunden} other {an # Kunden}}',
  customersOver:
    '{customers, plural, one {bei # Kunden mehr als verkauft} other {bei # Kunden mehr als verkauft}}',
  showOver:
    '{alone, select, yes {{caption}: danach filtern} other {{caption}: in den Zeilen anzeigen, größte Überschreitung zuerst}}',
  showWithoutSold:
    '{alone, select, yes {{caption}: danach filtern} other {{caption}: in den Zeilen anzeigen, am wenigsten verkauft zuerst}}',
  ofSold: '{share} der verkauften',
  deployedOfSold: 'der verkauften bereitgestellt',
  withoutSold: '{customers} ohne verkaufte Lizenzen',
  snapshotOf: 'Momentaufnahme vom {date}',
  allCustomers: '{customers, plural, =0 {keine Kunden} one {der einzige Kunde} other {alle # Kunden}}',
  matchingCustomers:
    '{customers, plural, =0 {kein passender Kunde} one {# passender Kunde} other {# passende Kunden}}',
  countDisagrees: 'Der Dienst hat {counted} gezählt, angekommen sind {arrived}.',
  failed: 'Konnte nicht geladen werden.',
  about: 'Zu diesen Zahlen',
  aboutSnapshot: 'Momentaufnahme (processedDateTime)',
  aboutFilter: 'Filter',
  aboutEverything: 'keiner: alles',
  aboutRead: 'Vom Dienst gelesene Kunden',
  aboutCounted: 'Vom Dienst gezählte Kunden',
  aboutSearch: 'Suche',
  aboutSums: 'Summiert von',
  sumsOf: { service: 'dem Dienst', snapshot: 'dieser Seite, aus allen Zeilen' },
  aboutRowsRead: 'Summierte Zeilen',
  aboutRowsCounted: 'Vom Dienst gezählte Zeilen',
  aboutTime: 'Gelesen um',
};
