import { defineTexts } from '#ui/catalogue.ts';

/** The texts of the anomalies. */
export const texts = defineTexts('features/anomalies/texts', {
  list: 'Anomalies',
  kindsLabel: 'Kinds of anomalies',
  kinds: {
    overDeployed: 'Over-deployed',
    nothingSold: 'Nothing sold',
    sharedName: 'Shared name',
    severalNames: 'Several names',
    renamedProduct: 'Product renamed',
    customerGone: 'Customer gone',
    droppedToNothing: 'Dropped to nothing',
    jump: 'Jump',
  },
  // What a kind is, in one sentence.
  meanings: {
    overDeployed: 'More of a product is deployed than sold to a customer.',
    nothingSold: 'A product is deployed that was never sold to the customer.',
    sharedName: 'One customer name stands for several tenants.',
    severalNames: 'One tenant has several customer names.',
    renamedProduct: 'None of a product’s names is one that it had on the day compared with.',
    customerGone: 'A tenant of the day compared with is not in this snapshot.',
    droppedToNothing: 'What was sold to a customer on the day compared with is down to nothing.',
    jump: 'Sold or deployed changed by more than the days before and after make likely.',
  },
  kind: 'Kind',
  about: 'About',
  customer: 'Customer',
  why: 'Why',
  licenses: 'Licenses',
  everything: 'All rows shown',
  noCustomer: '(no customer)',
  noProduct: '(no product)',
  said: '{listed, plural, one {# anomaly, with most licenses first.} other {# anomalies, those about most licenses first.}}{leftOut, plural, =0 {} one { # is of kinds that are switched off.} other { # are of kinds that are switched off.}}',
  saidNothing:
    '{leftOut, plural, =0 {Nothing odd was found.} one {Nothing odd is listed. # anomaly is of kinds that are switched off.} other {Nothing odd is listed. # anomalies are of kinds that are switched off.}}',
  overDeployed: '{deployed} deployed of {sold} sold, {more} too many.',
  nothingSold: '{deployed} deployed, none sold.',
  sharedName:
    'The name of {tenants, plural, one {# tenant} other {# tenants}}: {some}{more, select, yes { and others} other {}}.',
  severalNames:
    'One tenant with {names, plural, one {# name} other {# names}}: {some}{more, select, yes { and others} other {}}.',
  quoted: '“{name}”',
  renamed: 'It was called “{before}” on {date}.',
  gone: '{sold} sold on {date}, not in this snapshot any more.',
  dropped:
    '{sold} sold on {date}, none now{stillDeployed, select, none {} other {, {stillDeployed} still deployed}}.',
  jumped:
    '{measure, select, licensesSold {Sold} other {Deployed}} {way, select, up {rose} other {fell}} by {by} from {before} on {from} to {after} on {to}. Usual is {usual} a day; the score of this change is {score}.',
  needsCompare:
    'Renamed products, customers gone and sales dropped to nothing need an earlier snapshot to compare with.',
  compareWith: 'Compare with {date}',
  waitsForRows:
    'Renamed products, customers gone and sales dropped to nothing come once the rows of the day compared with are loaded.',
  jumpsMeaning:
    'A jump is a change a day of sold or deployed whose modified z-score is above {score}: how far it is from the median change, measured by the median of all these distances (Iglewicz and Hoaglin, 1993).',
  jumpsKnown:
    '{jumps, plural, =0 {No jump} one {# jump} other {# jumps}} in {snapshots} snapshots from {from} to {to}.',
  jumpsTooFew:
    '{snapshots, plural, one {# snapshot is} other {# snapshots are}} too few to tell a jump: it takes {needed}.',
  jumpsFailed: 'Some days could not be read, so no jump is claimed.',
  readingDays: 'Reading days for jumps',
  splitHint: 'Group by a field to look for jumps of its members.',
  stopReadingDays: 'Leave jumps out',
  nothingOdd: 'Nothing odd found',
  lookedFor: 'Looked for in the snapshot of {date}: {kinds}.',
  allOff: 'Every kind is switched off',
  allOffAdvice: 'Switch one on above to see what is odd.',
  showAll: 'Show all kinds',
  loosenFilter: 'A condition or a search leaves other rows out.',
  noSuchPage: 'There are no anomalies on page {page}.',
  firstPage: 'Go to the first page',
  failed: 'Could not be loaded.',
  needsEverything:
    'What is odd is found once every product of every customer is read{groups, select, unknown {} other {: {groups} groups}}{requests, select, unknown {} other {, {requests} requests}}.',
  comes: 'It comes with the rows that are being loaded.',
  load: 'Read them',
  reading: 'Reading every product of every customer',
  stop: 'Stop reading',
});
