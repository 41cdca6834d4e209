import type { Translation } from '#ui/catalogue.ts';
import type { buttonTexts } from './button-texts.ts';

export const messages: Translation<typeof buttonTexts> = {
  prices: 'Preise',
  offer: 'Was sind ungenutzte Lizenzen wert? Ihre eigenen Preise sagen es.',
  idleValue: 'Wert ungenutzt',
  month: '{money} pro Monat',
  priced: 'mit Preis: {percent} von {idle} ungenutzten Lizenzen',
  nothingIdle: 'Keine Lizenz ist ungenutzt.',
  needsEverything: 'Er ist bekannt, sobald jedes Produkt jedes Kunden gelesen ist: Laden Sie alle Zeilen.',
  failed: 'Konnte nicht geladen werden.',
};
