import type { Translation } from './catalogue.ts';
import type { chartTexts } from './chart-texts.ts';

export const messages: Translation<typeof chartTexts> = {
  showAsTable: 'Als Tabelle anzeigen',
  showAsChart: 'Als Diagramm anzeigen',
};
