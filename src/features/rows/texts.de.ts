import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  grid: 'Lizenzbereitstellung',
  list: 'Chancen',
  heading: '{fields, select, none {Lizenzen im Einzelnen} other {Lizenzen nach {fields}}}',
  headingOfCustomer: '{fields, select, none {Produkte} other {Lizenzen nach {fields}}}',
  headingOf: {
    idle: 'Ungenutzte Lizenzen nach {fields}',
    nearlyFull: 'Fast ausgelastet nach {fields}',
  },
  toUtilization: 'Um {percent} zu erreichen',
  toNoneIdle: 'Damit keine ungenutzt ist',
  toIdleBelow: 'Für unter {licenses} ungenutzte',
  assignOrDrop: '{isSame, select, yes {{assign} zuweisen/abbauen} other {{assign} zuweisen/{drop} abbauen}}',
  sharedNames:
    '{count, plural, one {# Kundenname steht für mehrere Mandanten, die summiert sind.} other {# Kundennamen stehen für mehrere Mandanten, die summiert sind.}}',
  groupByCustomer: 'Nach Kunde gruppieren',
  severalNames:
    '{count, plural, one {# Kunde hat mehrere Namen und eine Zeile für jeden.} other {# Kunden haben mehrere Namen und eine Zeile für jeden.}}',
  overDeployed: 'überbelegt',
  worthAtLeast: '≥ {money} ({share})',
  new: 'neu {nothing}',
  gone: 'entfallen {nothing}',
  noValue: '(kein Wert)',
  blank: '(leer)',
  offer:
    'In der Reihenfolge des Dienstes. Sortieren nach {columns} benötigt alle {rows, select, unknown {Zeilen. Ihre Anzahl ist nicht bekannt.} other {{rows} Zeilen: {requests, plural, one {# Anfrage} other {# Anfragen}}.}}',
  offerPairs:
    '{isList, select, yes {Diese Liste benötigt alle} other {In der Reihenfolge des Dienstes. Ungenutzte und fehlende Lizenzen erfordern alle}} {rows, select, unknown {Zeilen. Ihre Anzahl ist nicht bekannt.} other {{rows} Zeilen: {requests, plural, one {# Anfrage} other {# Anfragen}}.}}',
  needsEverything:
    'Ungenutzte und fehlende Lizenzen werden aus jedem Produkt jedes Kunden summiert. Die Liste erscheint, sobald alle gelesen sind.',
  load: '{rows, select, unknown {Alle Zeilen laden} other {{rows} Zeilen laden}}',
  loading: 'Lizenzen werden geladen',
  stop: 'Laden beenden',
  sumsAgree: 'Summen stimmen überein',
  sumsAgreeExplained:
    'Die hier summierten Zeilen ergeben die Zahlen, die der Dienst selbst für denselben Filter summiert hat.',
  sumsDiffer:
    'Diese Zeilen ergeben nicht die eigenen Zahlen des Dienstes: {sold} verkauft, {deployed} bereitgestellt.',
  reload: 'Alles neu laden',
  loaded: '{total, select, unknown {{loaded} Zeilen} other {{loaded} von {total} Zeilen}}',
  all: '{count, plural, one {# Zeile} other {Alle # Zeilen}}',
  columns: 'Spalten',
  aboutColumn: 'Info zu einer Spalte',
  pinFirst: 'Erste Spalte fixieren',
  resetColumns: 'Spalten zurücksetzen',
  sortedByHidden:
    'Sortiert nach {columns}: {count, plural, one {Die Spalte ist} other {Die Spalten sind}} ausgeblendet.',
  showColumns: '{count, plural, one {Spalte einblenden} other {Spalten einblenden}}',
  cellsChosen: '{rows} × {columns} Zellen ausgewählt, bereit zum Kopieren.',
  copied: '{cells, plural, one {Zelle kopiert.} other {# Zellen kopiert.}}',
  notCopied: 'Die Zellen konnten nicht kopiert werden. Versuchen Sie es erneut.',
  tooManyToCopy: 'Höchstens {most} Zeilen lassen sich auf einmal kopieren. Wählen Sie weniger aus.',
  others: '{count} weitere, summiert',
  noSuchPage:
    '{lastPage, select, unknown {Auf Seite {page} gibt es keine Zeilen.} other {Seite {page} gibt es nicht: Die letzte ist Seite {lastPage}.}}',
  goToPage: 'Zu Seite {page}',
  nothingThere: 'Diese Momentaufnahme enthält keine Lizenzen.',
  failed: 'Konnte nicht geladen werden.',
};
