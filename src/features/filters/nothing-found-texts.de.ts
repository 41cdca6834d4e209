import type { Translation } from '#ui/catalogue.ts';
import type { nothingFoundTexts } from './nothing-found-texts.ts';

export const messages: Translation<typeof nothingFoundTexts> = {
  heading: 'Keine passenden Lizenzen',
  advice: 'Entfernen oder ändern Sie oben eine Bedingung oder die Suche, oder zeigen Sie alles an.',
  without: 'Ohne „{condition}“: {customers, plural, one {# Kunde} other {# Kunden}}',
  withoutSearch: 'Ohne die Suche „{search}“: {customers, plural, one {# Kunde} other {# Kunden}}',
  everything: 'Alles anzeigen',
};
