import { defineTexts } from '#ui/catalogue.ts';

/** The texts of the trend. */
export const texts = defineTexts('features/trend/texts', {
  range: 'Range',
  ranges: { 7: '7 days', 30: '30 days', 90: '90 days', 396: '13 months' },
  from: 'From',
  to: 'To',
  date: 'Date',
  of: '{figure}, {member}',
  reading: 'Reading days',
  stop: 'Stop reading',
  goOn: 'Go on reading',
  searchNeedsRows:
    'The trend is of everything the filter lets through: the service can’t search, and rows of past days are not loaded.',
  clearSearch: 'Clear the search',
  noData: 'No snapshot in this range has come yet.',
  failed: '{days} could not be read.',
  missing: '{days} of {all} days asked for have no snapshot: the line has a gap there.',
  everyDay: '{snapshots} snapshots',
  sampled: '{asked} of {days} days, evenly chosen',
  fromTo: '{from} to {to}',
  hint: 'Choose a day to show it, two to compare them. Drag over days to look closer.',
  axisBegins: 'The axis begins at {value}.',
  chosenOne: '{date} is chosen. Choose another day to compare it with.',
  show: 'Show {date}',
  compare: 'Compare {earlier} with {later}',
  clearChoice: 'Choose none',
  splitBy: 'split by {field}: those with most {measure} now',
  othersInTable: 'The other {count} together stand in the table.',
  othersLeftOut: 'The other {count} have no rows.',
  ofTheseAlone:
    'The sums of a day are those of these alone: all {count} others would have to be read for each day.',
  ofThese: '{figure}, these together',
  other: 'Other ({count})',
  point:
    '{date}: {sold} sold, {deployed} deployed, {utilization} used{figure, select, none {} other {, {figure} {value}}}{isOfThese, select, yes {, of these together} other {}}',
  measure: 'Measure',
  soldAndDeployed: 'Sold and deployed',
  idleFinding: 'How much the idle licenses of a day take is being looked up.',
  idleOffer:
    'What lies idle is known of loaded snapshots. Of other days every product of every customer has to be read: {days} days take about {requests} requests.',
  readIdle: 'Read them',
  idleTooMany:
    'What lies idle is known of loaded snapshots alone: of two days already it would take more requests than a trend may have. A filter makes it fewer.',
  idleUnknown:
    'What lies idle is known of loaded snapshots alone: how much would have to be read of other days is not known.',
});
