import { defineTexts } from '#ui/catalogue.ts';

export const texts = defineTexts('features/loading/texts', {
  loading: 'Loading licenses',
  loaded: '{loaded, plural, one {# row} other {# rows}}',
  loadedOf: '{loaded} of {total, plural, one {# row} other {# rows}}',
  all: '{rows, plural, one {# row} other {All # rows}}',
  secondsLeft: '{seconds} s left',
  minutesLeft: '{minutes} min left',
  stop: 'Stop loading',
  loadAll: 'Load all rows',
  load: '{rows, plural, one {Load # row} other {Load # rows}}',
  offer: 'To sort, search and filter at once:',
  offerIn:
    '{requests, plural, one {To sort, search and filter at once:} other {To sort, search and filter at once, in # requests:}}',
  settings: 'Rows in this browser',
  overLimit:
    '{rows, plural, one {# row is more than the {limit} you let into this browser. You can change that here:} other {# rows are more than the {limit} you let into this browser. You can change that here:}}',
  // For an unknown number of rows.
  overLimitSomehow:
    'There are more rows than the {limit} you let into this browser. You can change that here:',
});
