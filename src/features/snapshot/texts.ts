import { defineTexts } from '#ui/catalogue.ts';

export const texts = defineTexts('features/snapshot/texts', {
  snapshot: 'Snapshot',
  latest: 'Latest',
  latestOf: 'Latest ({date})',
  daysBefore: '{days, plural, one {# day before} other {# days before}}',
  yearBefore: '1 year before',
  // The examples are one day, written in two ways.
  unreadable: '“{typed}” is not a day. Type one as {day} or {sameDay}.',
  otherDay: 'No snapshot for {asked}; showing {found}.',
});
