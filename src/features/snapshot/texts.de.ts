import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  snapshot: 'Momentaufnahme',
  latest: 'Neueste',
  latestOf: 'Neueste ({date})',
  daysBefore: '{days, plural, one {# Tag davor} other {# Tage davor}}',
  yearBefore: '1 Jahr davor',
  unreadable: '„{typed}“ ist kein Tag. Geben Sie ihn ein wie {day} oder {sameDay}.',
  otherDay: 'Keine Momentaufnahme für {asked}; angezeigt wird {found}.',
};
