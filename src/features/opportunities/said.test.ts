import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Page, Totals } from '#engine/engine.ts';
import { textsIn } from '#ui/catalogue.ts';
import { formatFor } from '#ui/format.ts';
import { ENGLISH } from '#ui/language.ts';
import { wholePercent } from './held.ts';
import { idleSaid, kindOf, nearlyFullSaid } from './said.ts';
import { texts } from './texts.ts';

const t = textsIn(texts, ENGLISH);
const format = formatFor(ENGLISH);
const VIEW = { groupby: ['customerTenantId', 'customerName'], spare: 0, minUtilization: 95 } as const;

const totals = (idle: number, short = 0): Totals => ({ licensesSold: 0, licensesDeployed: 0, idle, short });

function pageOf(
  idles: readonly number[],
  { whole, ofAll = whole }: { readonly whole: number; readonly ofAll?: number },
  short = 0,
): Page {
  const sum = idles.reduce((all, idle) => all + idle, 0);
  return {
    rows: idles.map((idle) => totals(idle)),
    total: idles.length,
    isEndKnown: true,
    order: 'asked',
    totals: totals(whole),
    addedUp: totals(sum, short),
    ofAllGroups: totals(ofAll),
    coverage: {
      engine: 'snapshot',
      snapshot: { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: null },
      filter: null,
      search: '',
      rowsRead: 1,
      totalCount: 1,
      countDisagrees: false,
    },
  };
}

const said = (page: Page, view: Partial<typeof VIEW> | { spare: number } = {}) =>
  idleSaid(page, 20, { ...VIEW, ...view }, t, format);

describe('what the first of the idle hold', () => {
  test('is the share of all that lies idle', () => {
    const page = pageOf([5000, ...Array.from({ length: 30 }, () => 100)], { whole: 12_345 });
    expect(said(page)).toBe(
      '20 customers hold 56% of 12,345 idle licenses. The thresholds leave out 4,345 of them.',
    );
    expect(said(pageOf([60, 40], { whole: 100 }))).toBe('2 customers hold 100% of 100 idle licenses.');
  });

  test('is said of one as of one, and of whatever the rows are', () => {
    expect(said(pageOf([1], { whole: 1 }))).toBe('1 customer holds 100% of 1 idle license.');
    const products = idleSaid(
      pageOf([3, 1], { whole: 8 }),
      1,
      { ...VIEW, groupby: ['productName'] },
      t,
      format,
    );
    expect(products).toBe('1 product holds 38% of 8 idle licenses. The thresholds leave out 4 of them.');
    expect(kindOf(['customerTenantId', 'customerName', 'productId', 'productName'])).toBe('customerProduct');
    expect(kindOf(['customerTenantId'])).toBe('customer');
    expect(kindOf(['customerName'])).toBe('customerName');
    expect(kindOf(['serviceCode', 'serviceName'])).toBe('service');
    expect(kindOf(['channel', 'productId'])).toBe('row');
    expect(kindOf(['customerTenantId', 'channel', 'productId'])).toBe('row');
  });

  test('is said where there is nothing, or nothing that is listed', () => {
    expect(said(pageOf([], { whole: 0 }))).toBe('No license lies idle.');
    expect(said(pageOf([], { whole: 0 }), { spare: 5 })).toBe('No license lies idle beyond the spare ones.');
    expect(said(pageOf([], { whole: 7 }))).toBe('The thresholds leave out all of 7 idle licenses.');
  });

  test('is no share where the grouping cuts pairs of customer and product apart, whatever is listed', () => {
    const sentence =
      'In this grouping the licenses of one customer and product can stand in several rows: ' +
      'the rows add up to 120 idle licenses, more than the 100 that lie idle.';
    expect(said(pageOf([70, 50], { whole: 100, ofAll: 120 }))).toBe(sentence);
    expect(said(pageOf([70], { whole: 100, ofAll: 120 }))).toBe(sentence);
    expect(said(pageOf([], { whole: 100, ofAll: 120 }))).toBe(sentence);
  });

  test('is not said before all of it was read', () => {
    const { ofAllGroups: _, addedUp: __, ...cut } = pageOf([1], { whole: 1 });
    expect(said({ ...cut, totals: null })).toBeNull();
    expect(nearlyFullSaid({ ...cut, totals: null }, VIEW, t, format)).toBeNull();
  });
});

test('a whole percentage is all only where it is all, and nothing only where it is nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (whole, some) => {
      const part = Math.min(some, whole);
      const percent = wholePercent(part, whole);
      expect(percent === 100).toBe(part === whole);
      expect(percent === 0).toBe(part === 0);
      if (percent === null) expect((100 * part) / whole).toBeLessThanOrEqual(0.5);
      else if (part < whole) expect(Math.abs(percent - (100 * part) / whole)).toBeLessThanOrEqual(1);
    }),
  );
});

test('what is nearly full is counted, with what is missing', () => {
  const of = (count: number, short: number) =>
    nearlyFullSaid(
      pageOf(
        Array.from({ length: count }, () => 0),
        { whole: 0 },
        short,
      ),
      VIEW,
      t,
      format,
    );
  expect(of(3, 1200)).toBe('3 customers use 95% or more. 1,200 licenses are missing.');
  expect(of(1, 1)).toBe('1 customer uses 95% or more. 1 license is missing.');
  expect(of(2, 0)).toBe('2 customers use 95% or more. None of their licenses are missing.');
  expect(of(0, 0)).toBe('Nothing uses 95% or more.');
});
