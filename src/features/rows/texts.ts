import { defineTexts } from '#ui/catalogue.ts';

/** The texts of the list of rows. */
export const texts = defineTexts('features/rows/texts', {
  // The names of the grid.
  grid: 'License deployment',
  list: 'Opportunities',
  // The headings. `fields` are the grouped ones; `none` where the rows are not grouped.
  heading: '{fields, select, none {Licenses in detail} other {Licenses by {fields}}}',
  headingOfCustomer: '{fields, select, none {Products} other {Licenses by {fields}}}',
  headingOf: {
    idle: 'Idle licenses by {fields}',
    nearlyFull: 'Nearly full by {fields}',
  },
  // The headers of the column that says what brings a row to its threshold.
  toUtilization: 'To reach {percent}',
  toNoneIdle: 'To have none idle',
  toIdleBelow: 'To have fewer than {licenses} idle',
  assignOrDrop: '{isSame, select, yes {Assign or drop {assign}} other {Assign {assign} or drop {drop}}}',
  // There are names that stand for several tenants each, whose rows are summed.
  sharedNames:
    '{count, plural, one {# customer name stands for several tenants, which are summed.} other {# customer names stand for several tenants, which are summed.}}',
  groupByCustomer: 'Group by customer',
  // There are tenants with several names each, and a row for each name.
  severalNames:
    '{count, plural, one {# customer has several names, and a row for each.} other {# customers have several names, and a row for each.}}',
  overDeployed: 'over-deployed',
  // Only a share of the licenses has a price.
  worthAtLeast: '≥ {money} ({share})',
  // `nothing` is the text for 0.
  new: 'new {nothing}',
  gone: 'gone {nothing}',
  noValue: '(no value)',
  // The name of a value without a visible character.
  blank: '(blank)',
  offer:
    'In the service’s order. Sorting by {columns} needs all {rows, select, unknown {rows. How many there are is not known.} other {{rows} rows: {requests, plural, one {# request} other {# requests}}.}}',
  // The offer where pairs of customer and product are needed. `isList`: without them there are no rows.
  offerPairs:
    '{isList, select, yes {This list needs all} other {In the service’s order. What is idle or short needs all}} {rows, select, unknown {rows. How many there are is not known.} other {{rows} rows: {requests, plural, one {# request} other {# requests}}.}}',
  needsEverything:
    'What is idle or short is summed from every product of every customer. The list is here once all of them are read.',
  load: '{rows, select, unknown {Load all rows} other {Load {rows} rows}}',
  loading: 'Loading licenses',
  stop: 'Stop loading',
  sumsAgree: 'Sums agree',
  sumsAgreeExplained:
    'The rows, added up here, give the figures that the service itself summed for the same filter.',
  sumsDiffer: 'These rows do not add up to the service’s own figures: {sold} sold, {deployed} deployed.',
  reload: 'Load everything again',
  loaded: '{total, select, unknown {{loaded} rows} other {{loaded} of {total} rows}}',
  all: '{count, plural, one {# row} other {All # rows}}',
  columns: 'Columns',
  aboutColumn: 'About a column',
  pinFirst: 'Keep first column in sight',
  resetColumns: 'Reset columns',
  // The rows are in the order of columns that are not shown.
  sortedByHidden: 'Sorted by {columns}, which {count, plural, one {is} other {are}} hidden.',
  showColumns: '{count, plural, one {Show column} other {Show columns}}',
  cellsChosen: '{rows} × {columns} cells chosen, ready to copy.',
  copied: '{cells, plural, one {Cell copied.} other {# cells copied.}}',
  notCopied: 'The cells could not be copied. Try again.',
  tooManyToCopy: 'At most {most} rows can be copied at once. Choose fewer.',
  // The sum of the rows that are not printed.
  others: '{count} more, summed',
  noSuchPage:
    '{lastPage, select, unknown {There are no rows on page {page}.} other {Page {page} does not exist: the last one is page {lastPage}.}}',
  goToPage: 'Go to page {page}',
  nothingThere: 'This snapshot has no licenses.',
  failed: 'Could not be loaded.',
});
