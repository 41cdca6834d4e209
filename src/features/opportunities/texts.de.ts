import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  opportunity: 'Chance',
  opportunities: { idle: 'Ungenutzt', nearlyFull: 'Fast ausgelastet' },
  thresholds: 'Schwellenwerte',
  minIdle: 'Mindestens ungenutzt',
  maxUtilization: 'Höchste Auslastung',
  minUtilization: 'Mindestauslastung',
  spare: 'Reserve',
  percent: '%',
  licenses: 'Lizenzen',
  spareHint:
    'Lizenzen, die jeder Kunde von jedem Produkt absichtlich zurückhält: Sie zählen nicht als ungenutzt.',
  maxUtilizationHint:
    'Ab 100 wird nichts ausgelassen: Auch wer insgesamt mehr bereitgestellt als gekauft hat, kann ungenutzte Lizenzen eines Produkts haben.',
  wrongCount: '„{text}“ ist keine ganze Zahl von 0 bis {most}.',
  wrongPercent: '„{text}“ ist keine Prozentzahl von 0 bis {most} mit höchstens drei Nachkommastellen.',
  held: 'Auf {kind, select, customer {{holders, plural, one {# Kunden} other {# Kunden}}} customerName {{holders, plural, one {# Kundennamen} other {# Kundennamen}}} product {{holders, plural, one {# Produkt} other {# Produkte}}} service {{holders, plural, one {# Dienst} other {# Dienste}}} channel {{holders, plural, one {# Kanal} other {# Kanäle}}} customerProduct {{holders, plural, one {# Paar aus Kunde und Produkt} other {# Paare aus Kunde und Produkt}}} other {{holders, plural, one {# Zeile} other {# Zeilen}}}} entfallen {share, select, below {weniger als 1 %} other {{share}}} von {idle, plural, one {# ungenutzten Lizenz} other {# ungenutzten Lizenzen}}.{leftOut, select, none {} other { Davon lassen die Schwellenwerte {leftOut} aus.}}',
  noneListed:
    'Die Schwellenwerte lassen alle aus: {idle, plural, one {# ungenutzte Lizenz} other {# ungenutzte Lizenzen}}.',
  nothingIdle: 'Es gibt keine ungenutzten Lizenzen.',
  nothingIdleBeyondSpare: 'Über die Reserve hinaus gibt es keine ungenutzten Lizenzen.',
  cutApart:
    'In dieser Gruppierung können die Lizenzen eines Kunden und Produkts in mehreren Zeilen stehen: Die Zeilen ergeben zusammen {addedUp} ungenutzte Lizenzen, mehr als die {idle}, die tatsächlich ungenutzt sind.',
  nearlyFull:
    '{kind, select, customer {{listed, plural, one {# Kunde nutzt} other {# Kunden nutzen}}} customerName {{listed, plural, one {# Kundenname nutzt} other {# Kundennamen nutzen}}} product {{listed, plural, one {# Produkt nutzt} other {# Produkte nutzen}}} service {{listed, plural, one {# Dienst nutzt} other {# Dienste nutzen}}} channel {{listed, plural, one {# Kanal nutzt} other {# Kanäle nutzen}}} customerProduct {{listed, plural, one {# Paar aus Kunde und Produkt nutzt} other {# Paare aus Kunde und Produkt nutzen}}} other {{listed, plural, one {# Zeile nutzt} other {# Zeilen nutzen}}}} {percent} oder mehr. {short, plural, =0 {Davon fehlt keine Lizenz.} one {# Lizenz fehlt.} other {# Lizenzen fehlen.}}',
  noneNearlyFull: 'Nichts nutzt {percent} oder mehr.',
  needsEverything: 'Das Diagramm erscheint, sobald jedes Produkt jedes Kunden gelesen ist.',
  bar: '{name}: {amount}{share, select, unknown {} other {, bis hierher {share}}}',
  idleCount: '{idle, plural, one {# ungenutzte Lizenz} other {# ungenutzte Lizenzen}}',
  shareUpTo: '{rank, plural, one {{share} von allen} other {Die ersten # haben {share} von allen}}',
  clickFilters: 'Klicken: danach filtern',
  clickTakesBack: 'Klicken: Filter zurücknehmen',
  filterBy: 'Filtern nach {bar}',
  showAllAgain: 'Filter zurücknehmen. {bar}',
  idle: 'Ungenutzt',
  idleValue: 'Wert ungenutzter Lizenzen',
  month: '{money} pro Monat',
  priced: 'Nach Wert. Mit Preis: {percent} von {idle} ungenutzten Lizenzen.',
  cumulative: 'Anteil bis hierher',
  name: 'Name',
  totalListed: 'Alle aufgeführten ({listed})',
  noChart: 'Nichts darzustellen',
  failed: 'Konnte nicht geladen werden.',
  noValue: '(kein Wert)',
  nothingListed: { idle: 'Hier ist nichts ungenutzt', nearlyFull: 'Hier ist nichts fast ausgelastet' },
  lowerMinIdle: 'Verringern Sie „Mindestens ungenutzt“ (derzeit {minIdle}).',
  raiseMaxUtilization: 'Erhöhen Sie die höchste Auslastung (derzeit {maxUtilization}).',
  lowerMinUtilization: 'Verringern Sie die Mindestauslastung (derzeit {percent}).',
  loosenFilter: 'Entfernen oder ändern Sie oben eine Bedingung oder die Suche.',
  resetThresholds: 'Schwellenwerte zurücksetzen',
};
