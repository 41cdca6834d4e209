import type { Translation } from '#ui/catalogue.ts';
import type { noticesTexts } from './notices-texts.ts';

export const messages: Translation<typeof noticesTexts> = {
  linkProblems: 'Ein Teil dieses Links konnte nicht gelesen werden. Der Rest gilt.',
  notYet: 'Dieser Link verlangt mehr, als diese Seite bisher zeigen kann',
  notYetAspects: {
    view: 'Die Ansicht „{value}“ gibt es noch nicht: Dies ist die Übersicht.',
    measure: 'Die Kennzahl „{value}“ wird noch nicht verglichen: Das Diagramm ordnet nach Verkauftem.',
    order: 'Die Sortierung nach „{value}“ wird noch nicht berechnet und gilt deshalb nicht.',
  },
  needsPrices:
    'Die Sortierung nach „idleValue“ benötigt eigene Preise, die dieser Browser nicht hat: Es gilt die übliche Sortierung. Geben Sie Preise über die Schaltfläche „Preise“ an.',
  noSnapshot: {
    heading: 'Keine Daten für {date}',
    advice:
      'Der Dienst hat keine Momentaufnahme dieses Tages. Filter und Gruppierung bleiben: Wählen Sie einen anderen Tag.',
  },
  noData: {
    heading: 'Noch keine Lizenzen',
    advice:
      'Der Dienst hat keine Bereitstellungsdaten für dieses Konto. Sie erscheinen etwa einen Tag nach dem ersten Verkauf.',
  },
  showLatest: 'Neueste Momentaufnahme anzeigen',
};
