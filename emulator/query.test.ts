import { expect, test } from 'vitest';
import type { Field } from '#partner-center/fields.ts';
import type { Snapshot } from './demo-data.ts';
import { createQueryEngine, type Values } from './query.ts';

const product = (serviceCode: string | null) => ({
  productId: null,
  productName: 'E3',
  service: { serviceCode, serviceName: null },
});
const VALUES: Values = {
  customers: [{ customerTenantId: 't', customerName: '' }],
  products: ['O365', 'o365', 'ems', null].map(product),
  channels: ['reseller', 'Reseller', '', null],
};

type Row = readonly [product: number, channel: number, sold: number, deployed: number];

function snapshotOf(rows: readonly Row[]): Snapshot {
  return {
    date: '2026-03-14',
    length: rows.length,
    customer: new Uint32Array(rows.length),
    product: Uint16Array.from(rows, ([at]) => at),
    channel: Uint8Array.from(rows, ([, at]) => at),
    licensesSold: Uint32Array.from(rows, ([, , sold]) => sold),
    licensesDeployed: Uint32Array.from(rows, ([, , , deployed]) => deployed),
  };
}

const SNAPSHOT = snapshotOf([
  [0, 0, 2, 1],
  [1, 1, 3, 2],
  [1, 1, 1, 0],
  [0, 0, 3, 0],
  [2, 2, 7, 0],
  [2, 3, 8, 0],
  [3, 3, 9, 0],
]);

function groups(spellings: 'together' | 'apart', groupby: readonly Field[]): readonly unknown[] {
  const result = createQueryEngine(VALUES, spellings)(SNAPSHOT, { filter: null, groupby });
  const rows = JSON.parse(`[${result.rowsAsJson(0, 100)}]`) as readonly unknown[];
  expect(rows).toHaveLength(result.length);
  return rows;
}

const EMS = [
  { serviceCode: 'ems', channel: '', licensesSold: 7, licensesDeployed: 0 },
  { serviceCode: 'ems', channel: null, licensesSold: 8, licensesDeployed: 0 },
  { serviceCode: null, channel: null, licensesSold: 9, licensesDeployed: 0 },
];

test('groups of one value in two spellings are one, named by the one that sold most', () => {
  const of = groups('together', ['serviceCode', 'channel']);
  expect(of).toHaveLength(4);
  expect(of).toEqual(
    expect.arrayContaining([
      { serviceCode: 'O365', channel: 'reseller', licensesSold: 9, licensesDeployed: 3 },
      ...EMS,
    ]),
  );
});

test('or as many as there are spellings, where the service is such', () => {
  const of = groups('apart', ['serviceCode', 'channel']);
  expect(of).toHaveLength(5);
  expect(of).toEqual(
    expect.arrayContaining([
      { serviceCode: 'O365', channel: 'reseller', licensesSold: 5, licensesDeployed: 1 },
      { serviceCode: 'o365', channel: 'Reseller', licensesSold: 4, licensesDeployed: 2 },
      ...EMS,
    ]),
  );
});

test('between spellings that sold the same the first by code unit names the group', () => {
  const snapshot = snapshotOf([
    [1, 0, 2, 0],
    [0, 0, 2, 0],
  ]);
  const result = createQueryEngine(VALUES)(snapshot, { filter: null, groupby: ['serviceCode'] });
  expect(result.rowsAsJson(0, 9)).toBe('{"serviceCode":"O365","licensesDeployed":0,"licensesSold":4}');
});
