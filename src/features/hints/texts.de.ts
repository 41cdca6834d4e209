import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  hint: 'Hinweis',
  hints: {
    bars: 'Klicken Sie auf einen Balken, um genauer hinzusehen. {control} oder Umschalt und Klick fügt einen weiteren hinzu.',
    link: 'Die Adresse enthält die ganze Ansicht: Ein kopierter Link zeigt anderen dasselbe.',
    commands: '{control} K findet jeden Kunden, jedes Produkt und jede Ansicht.',
  },
  dismiss: 'Diesen Hinweis ausblenden',
};
