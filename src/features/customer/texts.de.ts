import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  tenant: 'Mandant {tenantId}',
  unknown: 'Kunde nicht gefunden',
  unknownAdvice:
    'Die Momentaufnahme{date, select, unknown {} other { vom {date}}} enthält keine Lizenzen des Mandanten {tenantId}. An einem anderen Tag gibt es vielleicht welche.',
  toOverview: 'Alle Kunden anzeigen',
  similar: 'Unter Kunden ähnlicher Größe',
  usesMore:
    'Die Auslastung ist höher als bei {below} von {customers} anderen Kunden mit {size, select, same {} other {{from} bis }}{to, plural, one {# Lizenz} other {# Lizenzen}}.{same, plural, =0 {} one { Bei einem ist sie gleich hoch.} other { Bei # ist sie gleich hoch.}}',
  usesMoreThanOne:
    'Die Auslastung ist {isMore, select, yes {höher} other {nicht höher}} als bei dem einzigen anderen Kunden mit {size, select, same {} other {{from} bis }}{to, plural, one {# Lizenz} other {# Lizenzen}}.',
  nobody:
    'Kein anderer Kunde hat {size, select, same {} other {{from} bis }}{to, plural, one {# Lizenz} other {# Lizenzen}}.',
  nothingSold:
    'An diesen Kunden wurde nichts verkauft, daher gibt es keine Auslastung, die sich vergleichen lässt.',
  failed: 'Konnte nicht geladen werden.',
  axis: 'Auslastung der anderen Kunden; der Pfeil zeigt diesen Kunden',
  ownPlace: 'dieser Kunde: {share}',
  utilization: 'Auslastung',
  customers: 'Kunden',
  step: '{from} bis {to}',
  exactly: 'genau {share}',
  above: 'über {share}',
  over: 'darüber',
  needsAll:
    'Für den Vergleich werden {customers, select, unknown {alle} other {alle {customers}}} Kunden benötigt{requests, select, unknown {} other { ({requests} Anfragen)}}.',
  load: '{customers, select, unknown {Alle Kunden lesen} other {Alle {customers} Kunden lesen}}',
};
