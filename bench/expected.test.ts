import { describe, expect, test } from 'vitest';
import { expectedOf } from './expected.ts';
import type { Row } from './peers/engine.ts';

const row = (customer: string, product: string, licensesSold: number, licensesDeployed: number): Row => ({
  processedDateTime: '2026-01-14T00:00:00',
  serviceCode: 'm365',
  serviceName: 'Microsoft 365',
  channel: 'reseller',
  customerTenantId: customer,
  customerName: `${customer} Ltd`,
  productId: product,
  productName: product,
  licensesDeployed,
  licensesSold,
});

const ROWS = [row('a', 'x', 10, 5), row('b', 'x', 4, 4), row('a', 'y', 1, 0), row('b', 'y', 0, 3)];
// In two pages, as a snapshot comes.
const PAGES = [ROWS.slice(0, 3), ROWS.slice(3)].map((rows) =>
  new TextEncoder().encode(JSON.stringify({ Value: rows })),
);
const expected = expectedOf(PAGES);

const A = { key: ['a'], licensesSold: 11, licensesDeployed: 5 };
const B = { key: ['b'], licensesSold: 4, licensesDeployed: 7 };

describe('groups', () => {
  test('the right ones pass', () => {
    expect(() => expected.checkGroups('topCustomers', [A, B])).not.toThrow();
    expect(() =>
      expected.checkGroups('searchedProducts', [
        { key: ['x'], licensesSold: 14, licensesDeployed: 9 },
        { key: ['y'], licensesSold: 1, licensesDeployed: 3 },
      ]),
    ).not.toThrow();
  });

  test.each([
    ['one is missing', [A]],
    ['one comes twice', [A, A]],
    ['they are in the wrong order', [B, A]],
    ['one has another sum', [A, { ...B, licensesDeployed: 8 }]],
    ['one does not exist', [A, { ...B, key: ['c'] }]],
  ])('%s', (_, answer) => {
    expect(() => expected.checkGroups('topCustomers', answer)).toThrow();
  });
});

describe('a page of rows by utilization', () => {
  const sorted = [1, 0, 2, 3].flatMap((index) => ROWS[index] ?? []);

  test('the right one passes, and what has none comes last', () => {
    expect(() => expected.checkPage(0, sorted)).not.toThrow();
    expect(() => expected.checkRows(sorted)).not.toThrow();
  });

  test.each([
    ['a row is missing', sorted.slice(1)],
    ['a row comes twice', [...sorted.slice(0, 3), ...sorted.slice(2, 3)]],
    ['rows are in the wrong order', sorted.toReversed()],
  ])('%s', (_, answer) => {
    expect(() => expected.checkPage(0, answer)).toThrow();
  });

  test('a row that is not there', () => {
    expect(() => expected.checkRows([row('a', 'x', 20, 10)])).toThrow('no row of the snapshot');
  });
});
