import type { Translation } from '#ui/catalogue.ts';
import type { nothingFoundTexts } from './nothing-found-texts.ts';

export const messages: Translation<typeof nothingFoundTexts> = {
  without: 'Ohne „{condition}“: {customers, plural, one {# Kunde} other {# Kunden}}',
  withoutSearch: 'Ohne die Suche „{search}“: {customers, plural, one {# Kunde} other {# Kunden}}',
};
