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
// The rows are in two pages, as those of a snapshot.
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

describe('what is idle', () => {
  const idleA = { key: ['a'], licensesSold: 11, licensesDeployed: 5, idle: 6 };
  const idleB = { key: ['b'], licensesSold: 4, licensesDeployed: 7, idle: 0 };

  test('of a customer it is the sum over products, none of which hides another', () => {
    expect(() => expected.checkIdleCustomers([idleA, idleB])).not.toThrow();
    expect(() => expected.checkIdleCustomers([idleB, idleA])).toThrow();
    expect(() => expected.checkIdleCustomers([idleA, { ...idleB, idle: 3 }])).toThrow();
    expect(() => expected.checkIdleCustomers([idleA])).toThrow();
  });

  test('a page of pairs', () => {
    const pairs = [
      { key: ['a', 'y'], licensesSold: 1, licensesDeployed: 0, idle: 1 },
      { key: ['b', 'x'], licensesSold: 4, licensesDeployed: 4, idle: 0 },
      { key: ['b', 'y'], licensesSold: 0, licensesDeployed: 3, idle: 0 },
    ];
    expect(expected.pairs).toBe(4);
    expect(() => expected.checkIdlePage(1, pairs)).not.toThrow();
    expect(() => expected.checkIdlePage(0, pairs)).toThrow();
    expect(() => expected.checkIdlePage(1, pairs.slice(0, 2))).toThrow();
  });
});

describe('changes', () => {
  const earlier = new TextEncoder().encode(
    JSON.stringify({ Value: [row('a', 'x', 4, 4), row('c', 'x', 2, 0)] }),
  );
  const { checkChanges } = expectedOf(PAGES, [earlier]);
  const a = { key: ['a'], soldBefore: 4, soldAfter: 11 };
  const b = { key: ['b'], soldBefore: 0, soldAfter: 4 };
  const c = { key: ['c'], soldBefore: 2, soldAfter: 0 };

  test('the right ones pass, new and gone ones among them', () => {
    expect(() => checkChanges('changedCustomers', [a, b, c])).not.toThrow();
    expect(() =>
      checkChanges('changedProducts', [
        { key: ['x'], soldBefore: 6, soldAfter: 14 },
        { key: ['y'], soldBefore: 0, soldAfter: 1 },
      ]),
    ).not.toThrow();
  });

  test.each([
    ['one is missing', [a, b]],
    ['they are in the wrong order', [b, a, c]],
    ['one was more before', [a, b, { ...c, soldBefore: 3 }]],
    ['one does not exist', [a, b, { ...c, key: ['d'] }]],
  ])('%s', (_, answer) => {
    expect(() => checkChanges('changedCustomers', answer)).toThrow();
  });
});

describe('anomalies', () => {
  const earlier = new TextEncoder().encode(
    JSON.stringify({ Value: [row('a', 'z', 4, 4), row('c', 'x', 2, 0)] }),
  );
  const { checkAnomalies } = expectedOf(PAGES, [earlier]);
  const none = { count: 0, licenses: 0 };
  const now = [
    { kind: 'overDeployed', ...none },
    { kind: 'nothingSold', count: 1, licenses: 3 },
    { kind: 'sharedName', ...none },
    { kind: 'severalNames', ...none },
  ];
  const since = [
    { kind: 'customerGone', count: 1, licenses: 2 },
    { kind: 'droppedToNothing', count: 1, licenses: 4 },
  ];

  test('the right ones pass, in any order', () => {
    expect(() => checkAnomalies('anomalies', now.toReversed())).not.toThrow();
    expect(() => checkAnomalies('anomaliesSince', since)).not.toThrow();
  });

  test('a kind that is missing or counted wrong does not', () => {
    expect(() => checkAnomalies('anomalies', now.slice(1))).toThrow();
    expect(() =>
      checkAnomalies(
        'anomaliesSince',
        since.map((kind) => ({ ...kind, count: 2 })),
      ),
    ).toThrow();
    expect(() =>
      checkAnomalies(
        'anomaliesSince',
        since.map((kind) => ({ ...kind, licenses: 2 })),
      ),
    ).toThrow();
  });
});
