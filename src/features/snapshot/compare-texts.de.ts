import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './compare-texts.ts';

export const messages: Translation<typeof texts> = {
  compareWith: 'Vergleichen mit',
  none: 'Keine',
  daysBefore: '{days, plural, one {# Tag davor} other {# Tage davor}}',
  monthEnd: 'Ende des Vormonats',
  quarterEnd: 'Ende des Vorquartals',
};
