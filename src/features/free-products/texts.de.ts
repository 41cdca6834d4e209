import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  drown:
    '{share} der hier verkauften Lizenzen entfallen auf kostenlose Produkte und Testversionen, die niemand zur Nutzung gekauft hat ({products, plural, one {# Produkt} other {# Produkte}}).',
  leaveOut: 'Weglassen',
  dismiss: 'Hinweis schließen',
};
