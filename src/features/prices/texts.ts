import type { Catalogue } from '#ui/language.ts';
import type { Aspect, RowProblem, SheetProblem } from './read-sheet.ts';

type PricesTexts = {
  readonly heading: string;
  readonly intro: string;
  readonly inForce: (products: string, currency: string, source: string, changed: string) => string;
  readonly typedIn: string;
  readonly remove: string;
  readonly file: string;
  readonly fileHint: string;
  readonly readingFile: string;
  readonly waitsForProducts: string;
  readonly notRead: (file: string) => string;
  readonly problems: Readonly<Record<SheetProblem, (found: string) => string>>;
  readonly choices: string;
  readonly column: string;
  readonly mark: string;
  readonly aspects: Readonly<Record<Aspect, string>>;
  readonly months: (months: number, raw: string) => string;
  readonly none: string;
  readonly choose: string;
  readonly all: string;
  readonly ofTerms: string;
  readonly read: (rows: string, matched: string, products: string) => string;
  readonly latin: string;
  readonly over: (products: string) => string;
  readonly unread: (count: string, examples: string) => string;
  readonly rowProblem: (problem: RowProblem, row: string) => string;
  readonly priced: (priced: string, products: string) => string;
  readonly pricedIdle: (percent: string, idle: string) => string;
  readonly severalPrices: (products: string) => string;
  readonly ambiguous: string;
  readonly ambiguousHint: string;
  readonly moreAmbiguous: (products: string) => string;
  readonly priceOf: (product: string) => string;
  readonly unpriced: string;
  readonly typed: string;
  readonly typedHint: (example: string) => string;
  readonly mostIdle: string;
  readonly mostSold: string;
  readonly idleCount: (idle: string) => string;
  readonly soldCount: (sold: string) => string;
  readonly wrongPrice: (text: string, example: string) => string;
  readonly currency: string;
  readonly currencyHint: string;
  readonly keep: string;
  readonly keepHint: string;
  readonly apply: string;
  readonly cancel: string;
  readonly missingColumn: string;
  readonly missingMark: string;
  readonly missingCurrency: string;
  readonly severalCurrencies: string;
  readonly nothingPriced: string;
  readonly wrongTyped: string;
};

/** The texts of the dialog of prices. */
export const texts: Catalogue<PricesTexts> = {
  en: {
    heading: 'Prices',
    intro:
      'With prices of your own, idle licenses have a value. The service has none: give a price list, or type the prices of the products that matter most. They stay in this browser and are never part of a link.',
    inForce: (products, currency, source, changed) =>
      `In use: ${products} with a price in ${currency}, from ${source}, since ${changed}.`,
    typedIn: 'what you typed',
    remove: 'Remove all prices',
    file: 'Price list',
    fileHint:
      'A CSV file with a column of prices and one of product names or ids, such as the price sheet of Partner Center. It is read here and sent nowhere.',
    readingFile: 'Reading the list…',
    waitsForProducts: 'The products of the report are not there yet.',
    notRead: (file) => `“${file}” could not be read.`,
    problems: {
      empty: () => 'The file is empty.',
      tooLarge: () => 'The file is larger than 150 MB, which no price list is.',
      archive: () =>
        'This is an Excel file or an archive. Save it as CSV, or unpack it first, and choose that file.',
      binary: () => 'This is no text file. Save the list as CSV, and choose that file.',
      noColumns: (found) =>
        found === ''
          ? 'No column of prices and products was found in the first row.'
          : `The first row names no column of prices, or none of products. It has: ${found}.`,
      mixedDecimals: (found) =>
        `Some prices have a comma before their decimals and some a point: ${found}. Write all of them alike.`,
      noRows: () => 'The file has a first row, but no prices below it.',
    },
    choices: 'Which of its prices',
    column: 'Price column',
    mark: 'Numbers are written like',
    aspects: {
      market: 'Market',
      currency: 'Currency of the list',
      segment: 'Segment',
      term: 'Term',
      billing: 'Billing',
      tier: 'Quantity',
    },
    months: (months, raw) => `${months} ${months === 1 ? 'month' : 'months'} (${raw})`,
    none: '(none)',
    choose: 'Choose…',
    all: 'All of them',
    ofTerms:
      'Its prices are of a whole term, however it is billed: they are divided by the months of the term.',
    read: (rows, matched, products) =>
      `${rows} rows were read. They are about ${matched} of the ${products} products of the report.`,
    latin: 'The file is no UTF-8: it was read as Windows-1252. Look whether names with accents are found.',
    over: (products) => `Of ${products} all prices are over: those that ended last count.`,
    unread: (count, examples) => `${count} rows about them are of no use: ${examples}`,
    rowProblem: ({ kind, value }, row) =>
      kind === 'noAmount'
        ? `row ${row} has ${value === '' ? 'no price' : `“${value}”, which is no price`}`
        : `row ${row} has ${value === '' ? 'no term' : `the term “${value}”, which is no number of months`}`,
    priced: (priced, products) => `${priced} of ${products} products have a price.`,
    pricedIdle: (percent, idle) => `They hold ${percent} of ${idle} idle licenses.`,
    severalPrices: (products) => `${products} have several prices: choose which count.`,
    ambiguous: 'Products with several prices',
    ambiguousHint: 'Those that are left as they are have no price.',
    moreAmbiguous: (products) =>
      `${products} more have several prices. They have none until you choose above.`,
    priceOf: (product) => `Price of ${product}`,
    unpriced: 'No price',
    typed: 'Prices a month, typed in',
    typedHint: (example) =>
      `For one license and month, such as ${example}. What is typed counts before the list.`,
    mostIdle: 'The products with the most idle licenses:',
    mostSold: 'The products that sold most:',
    idleCount: (idle) => `${idle} idle`,
    soldCount: (sold) => `${sold} sold`,
    wrongPrice: (text, example) => `“${text}” is no price. Write a number such as ${example}.`,
    currency: 'Currency',
    currencyHint: 'Three letters, such as EUR or USD. All prices are in it.',
    keep: 'Keep rows and prices in this browser until I sign out',
    keepHint:
      'Encrypted on this machine. It is the same consent as for rows. Without it the prices last as long as this tab.',
    apply: 'Apply',
    cancel: 'Cancel',
    missingColumn: 'Choose the price column.',
    missingMark: 'Choose how its numbers are written.',
    missingCurrency: 'Say which currency the prices are in, with three letters.',
    severalCurrencies: 'The list has several currencies: choose one.',
    nothingPriced: 'No product has a price yet.',
    wrongTyped: 'What is typed for some products is no price.',
  },
};
