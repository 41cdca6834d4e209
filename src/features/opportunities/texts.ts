import { defineTexts } from '#ui/catalogue.ts';

/** The kind of the list's rows, for sentences that count them. */
export type Kind =
  'customer' | 'customerName' | 'product' | 'service' | 'channel' | 'customerProduct' | 'row';

/** The texts of the opportunities. */
export const texts = defineTexts('features/opportunities/texts', {
  opportunity: 'Opportunity',
  opportunities: { idle: 'Idle', nearlyFull: 'Nearly full' },
  thresholds: 'Thresholds',
  minIdle: 'Minimum idle',
  maxUtilization: 'Maximum utilization',
  minUtilization: 'Minimum utilization',
  spare: 'Spare',
  percent: '%',
  licenses: 'licenses',
  spareHint: 'Licenses that each customer keeps of each product on purpose: they do not count as idle.',
  maxUtilizationHint:
    'At 100 or more nothing is left out: who is over-deployed as a whole can have idle licenses of one product.',
  wrongCount: '“{text}” is not a whole number from 0 to {most}.',
  wrongPercent: '“{text}” is not a number of percent from 0 to {most}, with at most three decimals.',
  held: '{kind, select, customer {{holders, plural, one {# customer holds} other {# customers hold}}} customerName {{holders, plural, one {# customer name holds} other {# customer names hold}}} product {{holders, plural, one {# product holds} other {# products hold}}} service {{holders, plural, one {# service holds} other {# services hold}}} channel {{holders, plural, one {# channel holds} other {# channels hold}}} customerProduct {{holders, plural, one {# pair of customer and product holds} other {# pairs of customer and product hold}}} other {{holders, plural, one {# row holds} other {# rows hold}}}} {share, select, below {less than 1%} other {{share}}} of {idle, plural, one {# idle license} other {# idle licenses}}.{leftOut, select, none {} other { The thresholds leave out {leftOut} of {idle, plural, one {it} other {them}}.}}',
  noneListed: 'The thresholds leave out all of {idle, plural, one {# idle license} other {# idle licenses}}.',
  nothingIdle: 'No license lies idle.',
  nothingIdleBeyondSpare: 'No license lies idle beyond the spare ones.',
  cutApart:
    'In this grouping the licenses of one customer and product can stand in several rows: the rows add up to {addedUp} idle licenses, more than the {idle} that lie idle.',
  nearlyFull:
    '{kind, select, customer {{listed, plural, one {# customer uses} other {# customers use}}} customerName {{listed, plural, one {# customer name uses} other {# customer names use}}} product {{listed, plural, one {# product uses} other {# products use}}} service {{listed, plural, one {# service uses} other {# services use}}} channel {{listed, plural, one {# channel uses} other {# channels use}}} customerProduct {{listed, plural, one {# pair of customer and product uses} other {# pairs of customer and product use}}} other {{listed, plural, one {# row uses} other {# rows use}}}} {percent} or more. {short, plural, =0 {None of their licenses are missing.} one {# license is missing.} other {# licenses are missing.}}',
  noneNearlyFull: 'Nothing uses {percent} or more.',
  needsEverything: 'It is drawn once every product of every customer is read.',
  bar: '{name}: {amount}{share, select, unknown {} other {, up to here {share}}}',
  idleCount: '{idle, plural, one {# idle license} other {# idle licenses}}',
  shareUpTo: '{rank, plural, one {{share} of all} other {The first # hold {share} of all}}',
  clickFilters: 'Click: filter by it',
  clickTakesBack: 'Click: take the filter back',
  filterBy: 'Filter by {bar}',
  showAllAgain: 'Take the filter back. {bar}',
  idle: 'Idle',
  idleValue: 'Idle value',
  month: '{money} a month',
  priced: 'By value. Priced: {percent} of {idle} idle licenses.',
  cumulative: 'Share up to here',
  name: 'Name',
  totalListed: 'All listed ({listed})',
  noChart: 'Nothing to draw',
  failed: 'Could not be loaded.',
  noValue: '(no value)',
  nothingListed: { idle: 'Nothing lies idle here', nearlyFull: 'Nothing is nearly full here' },
  lowerMinIdle: 'Lower the minimum idle, which is {minIdle} now.',
  raiseMaxUtilization: 'Raise the maximum utilization, which is {maxUtilization} now.',
  lowerMinUtilization: 'Lower the minimum utilization, which is {percent} now.',
  loosenFilter: 'Remove or change a condition or the search above.',
  resetThresholds: 'Reset thresholds',
});
