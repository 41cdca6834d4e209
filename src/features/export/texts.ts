import type { Separator } from '#partner-center/csv.ts';
import type { Catalogue } from '#ui/language.ts';

export type ExportTexts = {
  readonly csv: string;
  readonly excel: string;
  readonly separator: string;
  readonly separators: Readonly<Record<Separator, string>>;
  readonly failed: string;
  readonly tooMany: (rows: string, most: string) => string;
  readonly sheet: string;
  readonly about: string;
  readonly aboutLines: Readonly<
    Record<
      | 'link'
      | 'snapshot'
      | 'filter'
      | 'search'
      | 'groupedBy'
      | 'rows'
      | 'summedBy'
      | 'prices'
      | 'priced'
      | 'written',
      string
    >
  >;
  readonly idlePriced: string;
  readonly idleValue: (currency: string) => string;
  /** `to`: the threshold that is reached so. */
  readonly assign: (to: string) => string;
  readonly drop: (to: string) => string;
  readonly toUtilization: (percent: string) => string;
  readonly toNoneIdle: string;
  readonly toIdleBelow: (licenses: string) => string;
  readonly ownPrices: (source: string, currency: string, changed: string, basis: readonly string[]) => string;
  readonly typedPrices: string;
  readonly pricedOf: (priced: string, idle: string) => string;
  readonly everything: string;
  readonly byService: string;
  readonly byPage: string;
};

/** The texts of an export. */
export const texts: Catalogue<ExportTexts> = {
  en: {
    csv: 'CSV',
    excel: 'Excel',
    separator: 'Between the columns of a CSV file',
    separators: { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab' },
    failed: 'The file could not be written.',
    tooMany: (rows, most) =>
      `There are ${rows} rows, and an Excel sheet has room for ${most}. Export CSV, or filter or group first.`,
    sheet: 'License deployment',
    about: 'About',
    aboutLines: {
      link: 'Link',
      snapshot: 'Snapshot',
      filter: 'Filter',
      search: 'Search',
      groupedBy: 'Grouped by',
      rows: 'Rows',
      summedBy: 'Summed by',
      prices: 'Prices',
      priced: 'Idle licenses with a price',
      written: 'Written',
    },
    idlePriced: 'Idle with a price',
    idleValue: (currency) => `Idle value (${currency} a month)`,
    assign: (to) => `Assign ${to}`,
    drop: (to) => `Or drop ${to}`,
    toUtilization: (percent) => `to reach ${percent}`,
    toNoneIdle: 'to have none idle',
    toIdleBelow: (licenses) => `to have fewer than ${licenses} idle`,
    ownPrices: (source, currency, changed, basis) =>
      `a price list of one’s own (${[source, ...basis].join(', ')}), in ${currency} a month, since ${changed}`,
    typedPrices: 'typed in',
    pricedOf: (priced, idle) => `${priced} of ${idle}`,
    everything: 'none: everything',
    byService: 'the service',
    byPage: 'this page, from every row of the snapshot',
  },
};
