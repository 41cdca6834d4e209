import { defineTexts } from '#ui/catalogue.ts';

/** The texts of a comparison with an earlier day. */
export const texts = defineTexts('features/compare/texts', {
  noData: 'The service has no snapshot of {asked} to compare with.',
  lookingFor: 'Looking for the nearest earlier day with data.',
  nearest: 'The nearest earlier day with data is {found}.',
  noneNear: 'The ten days before it have none either. Choose another day.',
  compareWith: 'Compare with {date}',
  stopComparing: 'Do not compare',
  otherDay: 'No snapshot for {asked}; comparing with {found}.',
  same: 'The snapshot of {date} is the one that is shown. Choose an earlier day to compare with.',
  later: '{asked} is after {shown}, which is shown: a change is counted from the earlier day.',
  exchange: 'Exchange the two days',
  needs: {
    search: 'What a search finds can be compared only from all rows of both days.',
    rows: 'Single rows can be compared only from all rows of both days.',
    groups: 'So many groups can be compared only from all rows of both days.',
  },
  coming: 'They are being loaded.',
  takes:
    'That is {rows, plural, one {# row} other {# rows}} in {requests, plural, one {# request} other {# requests}}.',
  tooMany: 'They are more than you let into this browser.',
  loadBoth:
    '{known, select, yes {Load both days ({rows, plural, one {# row} other {# rows}})} other {Load both days}}',
  loading: 'Loading licenses of {date}',
  amount:
    '{known, select, yes {{date}: {loaded, number} of {total, plural, one {# row} other {# rows}}} other {{date}: {loaded, plural, one {# row} other {# rows}}}}',
  compared: 'Compared with {date}.',
  comparedIn: 'Compared with {date}: {rows, plural, one {# row} other {# rows}}.',
  stop: 'Stop loading {date}',
  moversUp: 'Movers up',
  moversDown: 'Movers down',
  nobodyUp: 'Nothing went up.',
  nobodyDown: 'Nothing went down.',
  new: 'new',
  gone: 'gone',
  noValue: '(no value)',
  blank: '(blank)',
  filterBy: 'Filter by {member}',
  failed: 'Could not be loaded.',
  appeared: '{customers, plural, one {# customer new} other {# customers new}}',
  vanished: '{customers, plural, one {# customer gone} other {# customers gone}}',
  showAppeared: '{customers}: show them in the rows',
  showVanished: '{customers}: show them in the rows',
});
