import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PRICE_UNITS, type PriceList } from '#view/prices.ts';
import { listOf, markOf, priceListOf, pricesOf, typedPrice, writtenPrice, type Draft } from './draft.ts';
import { microsoftSheet } from './microsoft.fixture.ts';
import { readSheet } from './read-sheet.ts';

const CURRENT: PriceList = {
  id: 'before',
  currency: 'EUR',
  source: 'prices.csv',
  basis: ['ERP Price'],
  changed: '2026-11-01',
  of: [
    ['A', 10_000],
    ['b', 20_000],
  ],
};
const NEXT = { id: 'next', today: '2026-11-28' };
const NOTHING: Draft = { list: null, typed: {}, currency: 'eur' };

describe('a typed price', () => {
  test.for(['en', 'de', 'fr', 'de-CH', 'sv'])('is read as it is written in %s', (locale) => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (price) => {
        expect(typedPrice(writtenPrice(price, locale), markOf(locale))).toBe(price);
      }),
    );
  });

  test('with other decimals than the locale has is one where it can be nothing else', () => {
    expect(typedPrice('4.20', ',')).toBe(4.2 * PRICE_UNITS);
    expect(typedPrice('4,20', '.')).toBe(4.2 * PRICE_UNITS);
    expect(typedPrice('1.234', ',')).toBe(1234 * PRICE_UNITS);
    expect(typedPrice('1.234', '.')).toBe(1.234 * PRICE_UNITS);
  });

  test('is read with the digits and the mark of Arabic, and with wide ones', () => {
    expect(typedPrice('٤٫٢٥٠', '.')).toBe(4.25 * PRICE_UNITS);
    expect(typedPrice('١٬٢٣٤٫٥', ',')).toBe(1234.5 * PRICE_UNITS);
    expect(typedPrice('４．２０', '.')).toBe(4.2 * PRICE_UNITS);
  });

  test.for(['abc', '-1', '4.2.1', '1000001'])('is none: %s', (text) => {
    expect(typedPrice(text, '.')).toBeNull();
  });
});

describe('a list', () => {
  test('stays as it is but for what is typed over it; an emptied field takes a price away', () => {
    const list = priceListOf({ ...NOTHING, typed: { a: '2.5', b: ' ', c: '3' } }, CURRENT, '.', NEXT);
    expect(list).toEqual({
      id: 'next',
      currency: 'EUR',
      source: 'prices.csv',
      basis: ['ERP Price'],
      changed: '2026-11-28',
      of: [
        ['a', 25_000],
        ['c', 30_000],
      ],
    });
  });

  test('that was read takes the place of the one before, with what was chosen of it in its own words', () => {
    const bytes = new TextEncoder().encode(
      microsoftSheet([
        { ProductTitle: 'Visio', SkuTitle: 'Visio', TermDuration: 'P1Y', UnitPrice: '12', 'ERP Price': '24' },
        { ProductTitle: 'Visio', SkuTitle: 'Visio', TermDuration: 'P1M', UnitPrice: '2', 'ERP Price': '4' },
      ]),
    );
    const reading = readSheet(bytes, [{ id: 'V', name: 'visio' }], '2026-11-28');
    if (!reading.ok) throw new Error(reading.problem);
    const read = listOf('sheet.csv', reading.sheet);
    const choices = { ...read.choices, column: 1, aspects: { term: 'P1Y' } };
    const draft: Draft = { list: { ...read, choices }, typed: {}, currency: 'EUR' };
    expect(priceListOf(draft, CURRENT, '.', NEXT)).toEqual({
      id: 'next',
      currency: 'EUR',
      source: 'sheet.csv',
      basis: ['ERP Price', 'P1Y'],
      changed: '2026-11-28',
      of: [['v', 20_000]],
    });
  });

  test('is none without a price, or without a currency', () => {
    expect(priceListOf({ ...NOTHING, typed: { a: '', b: '' } }, CURRENT, '.', NEXT)).toBeNull();
    expect(priceListOf({ ...NOTHING, currency: '€' }, CURRENT, '.', NEXT)).toBeNull();
    expect(pricesOf({ ...NOTHING, typed: { a: 'wrong' } }, CURRENT, '.').has('a')).toBe(false);
  });
});
