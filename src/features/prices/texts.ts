import { defineTexts } from '#ui/catalogue.ts';

/** The texts of the dialog of prices. */
export const texts = defineTexts('features/prices/texts', {
  heading: 'Prices',
  intro:
    'With prices of your own, idle licenses have a value. The service has none: give a price list, or type the prices of the products that matter most. They stay in this browser and are never part of a link.',
  inForce: 'In use: {products} with a price in {currency}, from {source}, since {changed}.',
  inForceTyped: 'In use: {products} with a price in {currency}, from what you typed, since {changed}.',
  remove: 'Remove all prices',
  file: 'Price list',
  fileHint:
    'A CSV file with a column of prices and one of product names or ids, such as the price sheet of Partner Center. It is read here and sent nowhere.',
  readingFile: 'Reading the list…',
  waitsForProducts: 'The products of the report are not there yet.',
  notRead: '“{file}” could not be read.',
  problems: {
    empty: 'The file is empty.',
    tooLarge: 'The file is larger than 150 MB, which no price list is.',
    archive: 'This is an Excel file or an archive. Save it as CSV, or unpack it first, and choose that file.',
    binary: 'This is no text file. Save the list as CSV, and choose that file.',
    // The first row is empty.
    noHeader: 'No column of prices and products was found in the first row.',
    noColumns: 'The first row names no column of prices, or none of products. It has: {found}.',
    mixedDecimals:
      'Some prices have a comma before their decimals and some a point: {found}. Write all of them alike.',
    noRows: 'The file has a first row, but no prices below it.',
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
  // `raw` is the term as the list writes it.
  months: '{months, plural, one {# month ({raw})} other {# months ({raw})}}',
  none: '(none)',
  choose: 'Choose…',
  all: 'All of them',
  ofTerms:
    'Its prices are of a whole term, however it is billed: they are divided by the months of the term.',
  read: '{rows, plural, one {# row was read. It is about {matched} of the {products} products of the report.} other {# rows were read. They are about {matched} of the {products} products of the report.}}',
  latin: 'The file is no UTF-8: it was read as Windows-1252. Look whether names with accents are found.',
  over: 'Of {products} all prices are over: those that ended last count.',
  unread:
    '{rows, plural, one {# row about them is of no use: {examples}} other {# rows about them are of no use: {examples}}}',
  rowProblems: {
    noPrice: 'row {row} has no price',
    wrongPrice: 'row {row} has “{value}”, which is no price',
    noTerm: 'row {row} has no term',
    wrongTerm: 'row {row} has the term “{value}”, which is no number of months',
  },
  priced: '{priced} of {products} products have a price.',
  pricedIdle: 'They hold {percent} of {idle} idle licenses.',
  severalPrices:
    '{products, plural, one {# has several prices: choose which counts.} other {# have several prices: choose which count.}}',
  ambiguous: 'Products with several prices',
  ambiguousHint: 'Those that are left as they are have no price.',
  moreAmbiguous:
    '{products, plural, one {# more has several prices. It has none until you choose above.} other {# more have several prices. They have none until you choose above.}}',
  priceOf: 'Price of {product}',
  unpriced: 'No price',
  typed: 'Prices a month, typed in',
  typedHint: 'For one license and month, such as {example}. What is typed counts before the list.',
  mostIdle: 'The products with the most idle licenses:',
  mostSold: 'The products that sold most:',
  idleCount: '{idle} idle',
  soldCount: '{sold} sold',
  wrongPrice: '“{typed}” is no price. Write a number such as {example}.',
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
});
