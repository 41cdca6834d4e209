import type { Translation } from './catalogue.ts';
import type { nothingMatchesTexts } from './nothing-matches-texts.ts';

export const messages: Translation<typeof nothingMatchesTexts> = {
  heading: 'Keine passenden Lizenzen',
  advice: 'Entfernen oder ändern Sie oben eine Bedingung oder die Suche, oder zeigen Sie alles an.',
  everything: 'Alles anzeigen',
};
