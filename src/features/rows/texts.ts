import type { Catalogue } from '#ui/language.ts';
import type { Opportunity } from '#view/view.ts';

export type RowsTexts = {
  /** The name of the grid. */
  readonly grid: string;
  /** The name of the grid for opportunities. */
  readonly list: string;
  /** The heading; `fields` are the grouped ones, and empty where the rows are not grouped. */
  readonly heading: (fields: readonly string[]) => string;
  /** The heading in the view of one customer. */
  readonly headingOfCustomer: (fields: readonly string[]) => string;
  readonly headingOf: Readonly<Record<Opportunity, (fields: readonly string[]) => string>>;
  /** The header of the column that says what brings a row to its threshold. */
  readonly toUtilization: (percent: string) => string;
  readonly toNoneIdle: string;
  readonly toIdleBelow: (licenses: string) => string;
  readonly assignOrDrop: (assign: string, drop: string) => string;
  /** There are names that stand for several tenants each, whose rows are summed. */
  readonly sharedNames: (count: number, names: string) => string;
  readonly groupByCustomer: string;
  /** There are tenants with several names each, and a row for each name. */
  readonly severalNames: (count: number, customers: string) => string;
  readonly overDeployed: string;
  /** Only a share of the licenses has a price. */
  readonly worthAtLeast: (money: string, share: string) => string;
  /** `nothing` is the text for 0. */
  readonly new: (nothing: string) => string;
  readonly gone: (nothing: string) => string;
  readonly noValue: string;
  /** The name of a value without a visible character. */
  readonly blank: string;
  /** `rows` and `requests` are null where the number is not known. */
  readonly offer: (
    columns: readonly string[],
    rows: string | null,
    requests: { readonly count: number; readonly text: string } | null,
  ) => string;
  /** The offer where pairs of customer and product are needed. `isList`: without them there are no rows. */
  readonly offerPairs: (
    isList: boolean,
    rows: string | null,
    requests: { readonly count: number; readonly text: string } | null,
  ) => string;
  readonly needsEverything: string;
  readonly load: (rows: string | null) => string;
  readonly loading: string;
  readonly stop: string;
  readonly sumsAgree: string;
  readonly sumsAgreeExplained: string;
  readonly sumsDiffer: (sold: string, deployed: string) => string;
  readonly reload: string;
  /** `total` is null where it is not known. */
  readonly loaded: (loaded: string, total: string | null) => string;
  readonly all: (count: number, rows: string) => string;
  readonly columns: string;
  readonly aboutColumn: string;
  readonly pinFirst: string;
  readonly resetColumns: string;
  /** The rows are in the order of columns that are not shown. */
  readonly sortedByHidden: (columns: readonly string[]) => string;
  readonly showColumns: (count: number) => string;
  readonly cellsChosen: (rows: string, columns: string) => string;
  readonly copied: (cells: number, formatted: string) => string;
  readonly notCopied: string;
  readonly tooManyToCopy: (most: string) => string;
  /** The sum of the rows that are not printed. */
  readonly others: (count: number, rows: string) => string;
  /** `lastPage` is null where it is not known. */
  readonly noSuchPage: (page: string, lastPage: string | null) => string;
  readonly goToPage: (page: string) => string;
  readonly nothingMatches: string;
  readonly nothingMatchesAdvice: string;
  readonly removeFilter: string;
  readonly nothingThere: string;
  readonly failed: string;
};

export const texts: Catalogue<RowsTexts> = {
  en: {
    grid: 'License deployment',
    list: 'Opportunities',
    heading: (fields) => (fields.length === 0 ? 'Licenses in detail' : `Licenses by ${fields.join(', ')}`),
    headingOfCustomer: (fields) => (fields.length === 0 ? 'Products' : `Licenses by ${fields.join(', ')}`),
    headingOf: {
      idle: (fields) => `Idle licenses by ${fields.join(', ')}`,
      nearlyFull: (fields) => `Nearly full by ${fields.join(', ')}`,
    },
    toUtilization: (percent) => `To reach ${percent}`,
    toNoneIdle: 'To have none idle',
    toIdleBelow: (licenses) => `To have fewer than ${licenses} idle`,
    assignOrDrop: (assign, drop) =>
      assign === drop ? `Assign or drop ${assign}` : `Assign ${assign} or drop ${drop}`,
    sharedNames: (count, names) =>
      count === 1
        ? '1 customer name stands for several tenants, which are summed.'
        : `${names} customer names stand for several tenants, which are summed.`,
    groupByCustomer: 'Group by customer',
    severalNames: (count, customers) =>
      count === 1
        ? '1 customer has several names, and a row for each.'
        : `${customers} customers have several names, and a row for each.`,
    worthAtLeast: (money, share) => `≥ ${money} (${share})`,
    overDeployed: 'over-deployed',
    new: (nothing) => `new ${nothing}`,
    gone: (nothing) => `gone ${nothing}`,
    noValue: '(no value)',
    blank: '(blank)',
    offer: (columns, rows, requests) => {
      const need = `In the service's order. Sorting by ${columns.join(', ')} needs all`;
      if (rows === null || requests === null) return `${need} rows. How many there are is not known.`;
      return `${need} ${rows} rows: ${requests.count === 1 ? '1 request' : `${requests.text} requests`}.`;
    },
    offerPairs: (isList, rows, requests) => {
      const need = isList ? 'This list needs all' : "In the service's order. What is idle or short needs all";
      if (rows === null || requests === null) return `${need} rows. How many there are is not known.`;
      return `${need} ${rows} rows: ${requests.count === 1 ? '1 request' : `${requests.text} requests`}.`;
    },
    needsEverything:
      'What is idle or short is summed from every product of every customer. The list is here once all of them are read.',
    load: (rows) => (rows === null ? 'Load all rows' : `Load ${rows} rows`),
    loading: 'Loading licenses',
    stop: 'Stop loading',
    sumsAgree: 'Sums agree',
    sumsAgreeExplained:
      'The rows, added up here, give the figures that the service itself summed for the same filter.',
    sumsDiffer: (sold, deployed) =>
      `These rows do not add up to the service’s own figures: ${sold} sold, ${deployed} deployed.`,
    reload: 'Load everything again',
    loaded: (loaded, total) => (total === null ? `${loaded} rows` : `${loaded} of ${total} rows`),
    all: (count, rows) => (count === 1 ? '1 row' : `All ${rows} rows`),
    columns: 'Columns',
    aboutColumn: 'About a column',
    pinFirst: 'Keep first column in sight',
    resetColumns: 'Reset columns',
    sortedByHidden: (columns) =>
      `Sorted by ${columns.join(', ')}, which ${columns.length === 1 ? 'is' : 'are'} hidden.`,
    showColumns: (count) => (count === 1 ? 'Show column' : 'Show columns'),
    cellsChosen: (rows, columns) => `${rows} × ${columns} cells chosen, ready to copy.`,
    copied: (cells, formatted) => (cells === 1 ? 'Cell copied.' : `${formatted} cells copied.`),
    notCopied: 'The cells could not be copied. Try again.',
    tooManyToCopy: (most) => `At most ${most} rows can be copied at once. Choose fewer.`,
    others: (count, rows) => (count === 1 ? '1 more, summed' : `${rows} more, summed`),
    noSuchPage: (page, lastPage) =>
      lastPage === null
        ? `There are no rows on page ${page}.`
        : `Page ${page} does not exist: the last one is page ${lastPage}.`,
    goToPage: (page) => `Go to page ${page}`,
    nothingMatches: 'No licenses match',
    nothingMatchesAdvice: 'Remove or change a condition or the search above, or show everything.',
    removeFilter: 'Show everything',
    nothingThere: 'This snapshot has no licenses.',
    failed: 'Could not be loaded.',
  },
};
