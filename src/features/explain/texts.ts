import { defineTexts } from '#ui/catalogue.ts';

/** The texts around an explanation. */
export const texts = defineTexts('features/explain/texts', {
  remedy: 'To reach the threshold',
  computed: 'Computed',
  rows: 'Rows',
  allRows: 'All rows of the snapshot',
  found: 'with “{search}” in a customer’s or product’s name',
  withoutChoice: 'what is chosen in the chart itself does not count',
  snapshot: 'Snapshot',
  days: 'Snapshots',
  range: '{from} to {to}, a snapshot each day as far as the service has them',
  comparedWith: 'compared with {snapshot}',
  summedBy: 'Summed by',
  byService: {
    summary:
      '{known, select, yes {the service for each customer; this browser adds up {sums, plural, one {that one sum} other {those # sums}}} other {the service for each customer; this browser adds those sums up}}',
    rows: 'nobody: each row is as the service has it',
    groups: 'the service, for each group',
    pairs: 'the service for each customer and product; this browser adds up what they have idle and lack',
    members: 'the service for each member; this browser puts them in order',
    days: 'the service for each day; this browser adds up the channels or members of it',
  },
  byBrowser:
    '{known, select, yes {this browser, from {rows, plural, one {the one row} other {# rows}} that it has loaded} other {this browser, from the rows that it has loaded}}',
  rowsAsTheyAre: 'nobody: each row is as the service has it; this browser has loaded them',
  requests: '{requests, plural, one {The request behind it} other {The # requests behind it}}',
  gives: {
    figure: {
      service:
        '{requests, plural, one {This is what the page asks the service.} other {These are what the page asks the service.}}',
      snapshot:
        '{requests, plural, one {This is what the page asks the service as long as it has not loaded the rows itself; the figures are the same.} other {These are what the page asks the service as long as it has not loaded the rows itself; the figures are the same.}}',
    },
    rows: 'No request has this figure: the service can’t search, and can’t compare single rows. What it can be asked for is the rows that the figure was made from.',
    days: 'Each asks for the sums of one day; they differ in processedDateTime alone.',
  },
  firstOf: 'Here is the first of {count}.',
  more: 'An answer has {most} rows at most; where it has an @nextLink, that leads to the rest.',
  token: 'For bash, zsh or sh. Put an access token for Partner Center into the variable TOKEN first.',
  tooLong: 'The filter is too long to be asked for in requests.',
  copyRequest: '{requests, plural, one {Copy as curl} other {Copy all as curl}}',
  requestCopied: 'The command is copied.',
  copyLink: 'Copy link to this',
  linkCopied: 'The link is copied.',
  notCopied: 'It could not be copied. Select it and copy it by hand.',
  close: 'Close',
});
