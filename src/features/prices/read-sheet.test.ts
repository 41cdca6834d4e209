import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PRICE_UNITS } from '#view/prices.ts';
import { csvLine, type Separator } from '#partner-center/csv.ts';
import { chosenPrices, currenciesOf, firstChoices, valuesOf, type Choices } from './choose.ts';
import { microsoftSheet, type MicrosoftRow } from './microsoft.fixture.ts';
import { readSheet, type Product, type Sheet } from './read-sheet.ts';

const TODAY = '2026-11-28';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const PRODUCTS: readonly Product[] = [
  { id: 'c2e41e49-e2a2-4c55-832a-cf13ffba1d6a', name: 'Microsoft 365 E3' },
  { id: 'CFQ7TTC0LF8R:0001', name: 'Visio Plan 2' },
  { id: 'e4654015-5daf-4a48-9b37-4f309dddd88b', name: 'ADVANCED  COMMUNICATIONS' },
  { id: 'unpriced', name: 'Nothing of the list' },
  { id: 'nameless', name: null },
];

function read(text: string | Uint8Array, products = PRODUCTS): Sheet {
  const reading = readSheet(typeof text === 'string' ? bytesOf(text) : text, products, TODAY);
  if (!reading.ok) throw new Error(`${reading.problem}: ${reading.found.join()}`);
  return reading.sheet;
}

function problemOf(text: string | Uint8Array): string {
  const reading = readSheet(typeof text === 'string' ? bytesOf(text) : text, PRODUCTS, TODAY);
  return reading.ok ? 'none' : reading.problem;
}

function pricesOf(sheet: Sheet, choices: Partial<Choices> = {}): Readonly<Record<string, number>> {
  const { prices } = chosenPrices(sheet, { ...firstChoices(sheet), ...choices });
  return Object.fromEntries(
    prices.map(({ product, price }) => [product.name ?? product.id, price / PRICE_UNITS]),
  );
}

const E3: MicrosoftRow = {
  ProductTitle: 'Microsoft 365 E3',
  ProductId: 'CFQ7TTC0LFLX',
  SkuTitle: 'Microsoft 365 E3',
};

describe('a price sheet of Microsoft', () => {
  const sheet = read(
    microsoftSheet([
      { ...E3, TermDuration: 'P1M', BillingPlan: 'Monthly', UnitPrice: '34.56', 'ERP Price': '43.2' },
      { ...E3, TermDuration: 'P1Y', BillingPlan: 'Annual', UnitPrice: '345.6', 'ERP Price': '432' },
      { ...E3, TermDuration: 'P1Y', BillingPlan: 'Monthly', UnitPrice: '362.88', 'ERP Price': '453.6' },
      {
        ...E3,
        TermDuration: 'P1Y',
        BillingPlan: 'Annual',
        Segment: 'Education',
        UnitPrice: '60',
        'ERP Price': '72',
      },
      {
        ...E3,
        SkuId: '0002',
        SkuTitle: 'Microsoft 365 E3 - Unattended License',
        UnitPrice: '900',
        'ERP Price': '999',
      },
      {
        ProductTitle: 'Visio',
        ProductId: 'CFQ7TTC0LF8R',
        SkuTitle: 'Another name',
        UnitPrice: '120',
        'ERP Price': '180',
      },
      {
        ProductTitle: 'Advanced Communications',
        ProductId: 'CFQ7TTC0HDK0',
        SkuTitle: 'Advanced Communications',
        UnitPrice: '115.2',
        'ERP Price': '144',
      },
      {
        ProductTitle: 'Of nobody',
        ProductId: 'CFQ7',
        SkuTitle: 'Of nobody',
        UnitPrice: 'broken',
        'ERP Price': '',
      },
    ]),
  );

  test('is read whole, and matched by id, then by name', () => {
    expect(sheet).toMatchObject({ encoding: 'utf-8', separator: ',', rows: 8, mark: '.', problemCount: 0 });
    expect(sheet.priceColumns.map(({ name }) => name)).toEqual(['UnitPrice', 'ERP Price']);
    expect(sheet.matches.map(({ product, by, offers }) => [product.name, by, offers.length])).toEqual([
      ['Microsoft 365 E3', 'name', 4],
      ['Visio Plan 2', 'id', 1],
      ['ADVANCED  COMMUNICATIONS', 'name', 1],
    ]);
  });

  test('has no price before one of its two columns of prices is chosen', () => {
    expect(firstChoices(sheet).column).toBeNull();
    expect(pricesOf(sheet)).toEqual({});
  });

  test('gives the price of a term by its months, however it is billed; several prices are asked about', () => {
    expect(pricesOf(sheet, { column: 1 })).toEqual({ 'Visio Plan 2': 15, 'ADVANCED  COMMUNICATIONS': 12 });
    const chosen = chosenPrices(sheet, { ...firstChoices(sheet), column: 1 });
    expect(
      chosen.ambiguous.map(({ product, offers }) => [product.name, offers.map(({ price }) => price)]),
    ).toEqual([['Microsoft 365 E3', [432_000, 360_000, 378_000, 60_000]]]);
  });

  test('is left with one price by what is chosen once for all, or for one product', () => {
    const aspects = { term: 'P1Y', billing: 'Annual', segment: 'Commercial' };
    expect(pricesOf(sheet, { column: 0, aspects })['Microsoft 365 E3']).toBe(28.8);
    expect(pricesOf(sheet, { column: 0, aspects: { term: 'P1M' } })).toEqual({ 'Microsoft 365 E3': 34.56 });
    const rows = { 'c2e41e49-e2a2-4c55-832a-cf13ffba1d6a': 4 };
    expect(pricesOf(sheet, { column: 0, rows })['Microsoft 365 E3']).toBe(30.24);
  });

  test('offers for each aspect what the other choices leave', () => {
    expect(valuesOf(sheet, 'term', { aspects: {} })).toEqual(['P1Y', 'P1M']);
    expect(valuesOf(sheet, 'billing', { aspects: { term: 'P1M' } })).toEqual(['Monthly']);
    expect(valuesOf(sheet, 'market', { aspects: {} })).toEqual(['DE']);
    expect(currenciesOf(sheet, firstChoices(sheet))).toEqual(['EUR']);
  });

  test('counts the prices that hold today; where all are over, those that ended last', () => {
    const over = { EffectiveStartDate: '1/1/2025 12:00:00 AM', EffectiveEndDate: '10/31/2026 11:59:59 PM' };
    const before = { ...over, EffectiveEndDate: '9/30/2025 11:59:59 PM' };
    const now = read(
      microsoftSheet([
        { ...E3, ...over, UnitPrice: '12' },
        { ...E3, UnitPrice: '24' },
      ]),
    );
    expect(pricesOf(now, { column: 0 })).toEqual({ 'Microsoft 365 E3': 2 });
    expect(now.matches.map(({ areOver }) => areOver)).toEqual([false]);
    const past = read(
      microsoftSheet([
        { ...E3, ...over, UnitPrice: '12' },
        { ...E3, ...before, UnitPrice: '24' },
      ]),
    );
    expect(pricesOf(past, { column: 0 })).toEqual({ 'Microsoft 365 E3': 1 });
    expect(past.matches.map(({ areOver }) => areOver)).toEqual([true]);
  });

  test('is read as the documentation shows it, with a quotation mark of print', () => {
    const documented =
      '"ProductTitle","ProductId","SkuId","SkuTitle","Publisher","SkuDescription","UnitOfMeasure","TermDuration","BillingPlan","Market","Currency","UnitPrice","PricingTierRangeMin","PricingTierRangeMax","EffectiveStartDate","EffectiveEndDate","Tags","ERP Price“\n' +
      '"Advanced Communications","CFQ7TTC0HDK0","0001","Advanced Communications","Microsoft Corporation","Advanced meetings, calling, workflow integration, and management tools for IT.","","P1Y","Annual","US","USD","115.2","","","2/1/2019 12:00:00 AM","2/4/2021 8:35:31 PM","License","144"\n';
    expect(pricesOf(read(documented), { column: 1 })).toEqual({ 'ADVANCED  COMMUNICATIONS': 12 });
  });

  test('tells terms that are no number of months, and amounts that are none', () => {
    const odd = read(
      microsoftSheet([
        { ...E3, TermDuration: 'OneTime', UnitPrice: '10', 'ERP Price': '10' },
        { ProductTitle: 'Advanced Communications', UnitPrice: 'ask us', 'ERP Price': '' },
      ]),
    );
    expect(odd.problems).toEqual([
      { kind: 'noTerm', row: 2, value: 'OneTime' },
      { kind: 'noAmount', row: 3, value: 'ask us' },
    ]);
    expect(chosenPrices(odd, { ...firstChoices(odd), column: 0 }).without).toHaveLength(2);
  });
});

describe("a list of one's own", () => {
  const names = fc.constantFrom('Product', 'product name', 'PRODUCT_NAME', ' Produkt ', 'Title');
  const files = fc.record({
    separator: fc.constantFrom<Separator>(',', ';', '\t'),
    mark: fc.constantFrom('.', ','),
    bom: fc.boolean(),
    newline: fc.constantFrom('\r\n', '\n', '\r'),
    name: names,
    price: fc.constantFrom('Price', 'Unit price', 'Preis', 'Price (EUR)', 'Price per month'),
    encoding: fc.constantFrom('utf-8', 'utf-16le'),
    prices: fc.uniqueArray(
      fc.record({
        product: fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
          .filter((text) => text.trim() !== ''),
        cents: fc.integer({ min: 1, max: 99_999 }),
      }),
      {
        minLength: 1,
        maxLength: 12,
        selector: ({ product }) => product.toLowerCase().replaceAll(/\s/gu, ''),
      },
    ),
  });

  function fileOf({
    separator,
    mark,
    bom,
    newline,
    name,
    price,
    encoding,
    prices,
  }: typeof files extends fc.Arbitrary<infer T> ? T : never) {
    const lines = [
      csvLine([name, price], separator),
      ...prices.map(({ product, cents }) =>
        // Our own writer puts an apostrophe before a text that would be a formula. These texts are no formulas.
        csvLine(
          [
            product.replace(/^[=+\-@\t\r]/u, 'x'),
            `${Math.floor(cents / 100)}${mark}${String(cents % 100).padStart(2, '0')}`,
          ],
          separator,
        ),
      ),
    ];
    const text = lines.map((line) => line.replace(/\r\n$/u, newline)).join('');
    if (encoding === 'utf-8') return bytesOf(`${bom ? '\uFEFF' : ''}${text}`);
    return new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (char) => char.codePointAt(0) ?? 0).buffer);
  }

  test('is read alike with any separator, decimals, encoding, line ends and names of columns', () => {
    fc.assert(
      fc.property(files, (file) => {
        // Characters above the BMP have two code units in UTF-16, but the fixture writes one.
        fc.pre(
          file.encoding === 'utf-8' || file.prices.every(({ product }) => /^[\0-\uFFFF]*$/u.test(product)),
        );
        const products = file.prices.map(({ product }, at) => ({
          id: `id-${at}`,
          name: `  ${product
            .replace(/^[=+\-@\t\r]/u, 'x')
            .toUpperCase()
            .toLowerCase()} `,
        }));
        const distinct = new Set(products.map(({ name }) => name.replaceAll(/\s/gu, '')));
        // Upper case maps some letters to other letters.
        fc.pre(distinct.size === products.length);
        fc.pre(
          file.prices.every(({ product }) => product.toUpperCase().toLowerCase() === product.toLowerCase()),
        );
        const sheet = read(fileOf(file), products);
        expect(sheet.separator).toBe(file.separator);
        const { prices } = chosenPrices(sheet, firstChoices(sheet));
        expect(prices.map(({ product, price }) => [product.id, price])).toEqual(
          file.prices.map(({ cents }, at) => [`id-${at}`, cents * 100]),
        );
      }),
    );
  });

  test('has the currency of its header, and prices of a year where it says so', () => {
    const sheet = read('Product ID;Price per year (CHF)\nC2E41E49-E2A2-4C55-832A-CF13FFBA1D6A;12,60\n');
    expect(pricesOf(sheet)).toEqual({ 'Microsoft 365 E3': 1.05 });
    const list = read('Product;Price (CHF)\nVisio Plan 2;3,50\n');
    expect(currenciesOf(list, firstChoices(list))).toEqual(['CHF']);
  });

  test('asks where its numbers can be read in two ways', () => {
    const sheet = read('Product,Price\nVisio Plan 2,"1,234"\n');
    expect(firstChoices(sheet).mark).toBeNull();
    expect(pricesOf(sheet)).toEqual({});
    expect(pricesOf(sheet, { mark: ',' })).toEqual({ 'Visio Plan 2': 1.234 });
    expect(pricesOf(sheet, { mark: '.' })).toEqual({ 'Visio Plan 2': 1234 });
  });

  test('may name a product twice: with one price it has it, with two it is asked about', () => {
    expect(pricesOf(read('Product,Price\nVisio Plan 2,3\nvisio plan2,3.00\n'))).toEqual({
      'Visio Plan 2': 3,
    });
    const sheet = read('Product,Price\nVisio Plan 2,3\nvisio plan2,4\n');
    expect(chosenPrices(sheet, firstChoices(sheet)).ambiguous).toHaveLength(1);
  });

  test('prefers the id to the name', () => {
    const sheet = read(
      'Product,SKU,Price\nMicrosoft 365 E3,other,9\nSomething,c2e41e49-E2A2-4c55-832a-cf13ffba1d6a,5\n',
    );
    expect(pricesOf(sheet)).toEqual({ 'Microsoft 365 E3': 5 });
  });

  test('written by Excel on Windows has its accents', () => {
    const text = 'Produkt;Währung;Preis\nGerät;EUR;4,20\n';
    const bytes = Uint8Array.from(text, (char) => char.codePointAt(0) ?? 0);
    const sheet = read(bytes, [{ id: 'x', name: 'GERÄT' }]);
    expect(sheet.encoding).toBe('windows-1252');
    expect(pricesOf(sheet)).toEqual({ GERÄT: 4.2 });
  });
});

describe('what is no price list', () => {
  test.for([
    ['', 'empty'],
    ['\uFEFF \n', 'empty'],
    ['PK\u0003\u0004 whatever', 'archive'],
    ['a\0b', 'binary'],
    ['Product,Amount sold\nA,1\n', 'noColumns'],
    ['Price\n1\n', 'noColumns'],
    ['"never closed\nProduct,Price\nA,1', 'noColumns'],
    ['Product,Price\n', 'noRows'],
    ['Product;Price\nVisio Plan 2;1,50\nMicrosoft 365 E3;1.50\n', 'mixedDecimals'],
  ] as const)('%j: %s', ([text, problem]) => {
    expect(problemOf(text)).toBe(problem);
  });

  test('never makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string().map(bytesOf)), (bytes) => {
        expect(() => readSheet(bytes, PRODUCTS, TODAY)).not.toThrow();
      }),
    );
  });

  test('prices below zero and beyond any are no prices', () => {
    const sheet = read('Product,Price\nVisio Plan 2,-4\nMicrosoft 365 E3,9999999999\n');
    expect(sheet.problems).toEqual([{ kind: 'noAmount', row: 2, value: '-4' }]);
    expect(pricesOf(sheet)).toEqual({});
  });

  test('a list of two hundred thousand rows is read', () => {
    const rows = Array.from({ length: 200_000 }, (_, at) => `Product ${at},${at % 100}.50\n`);
    const sheet = read(`Product,Price\n${rows.join('')}`, [{ id: 'a', name: 'product 199999' }]);
    expect(sheet.rows).toBe(200_000);
    expect(pricesOf(sheet)).toEqual({ 'product 199999': 99.5 });
  });
});
