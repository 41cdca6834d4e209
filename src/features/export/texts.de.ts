import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  csv: 'CSV',
  excel: 'Excel',
  separator: 'Zwischen den Spalten einer CSV-Datei',
  separators: { ',': 'Komma', ';': 'Semikolon', '\t': 'Tabulator' },
  failed: 'Die Datei konnte nicht geschrieben werden.',
  tooMany:
    'Es gibt {rows} Zeilen, und ein Excel-Blatt hat Platz für {most}. Exportieren Sie CSV, oder filtern oder gruppieren Sie zuerst.',
  sheet: 'Lizenzbereitstellung',
  about: 'Info',
  aboutLines: {
    view: 'Ansicht',
    link: 'Link',
    snapshot: 'Momentaufnahme',
    filter: 'Filter',
    search: 'Suche',
    groupedBy: 'Gruppiert nach',
    rows: 'Zeilen',
    summedBy: 'Summiert von',
    prices: 'Preise',
    priced: 'Ungenutzte Lizenzen mit Preis',
    written: 'Geschrieben',
  },
  idlePriced: 'Ungenutzt mit Preis',
  idleValue: 'Wert ungenutzt ({currency} pro Monat)',
  assign: {
    utilization: 'Zuweisen, um {percent} zu erreichen',
    noneIdle: 'Zuweisen, damit keine ungenutzt ist',
    idleBelow: 'Zuweisen, damit weniger als {licenses} ungenutzt sind',
  },
  drop: {
    utilization: 'Oder abbauen, um {percent} zu erreichen',
    noneIdle: 'Oder abbauen, damit keine ungenutzt ist',
    idleBelow: 'Oder abbauen, damit weniger als {licenses} ungenutzt sind',
  },
  ownPrices: 'eine eigene Preisliste ({basis}), in {currency} pro Monat, seit {changed}',
  typedPrices: 'eingegeben',
  pricedOf: '{priced} von {idle}',
  everything: 'keine Einschränkung: alles',
  byService: 'Dienst',
  byPage: 'diese Seite, aus allen Zeilen der Momentaufnahme',
};
