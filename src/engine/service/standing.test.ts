import { describe, expect, test } from 'vitest';
import { printFilter } from '#partner-center/filter/print.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { fakeService, testRow } from '#partner-center/reading/fake-service.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { createServiceEngine } from './engine.ts';

const SNAPSHOT: Snapshot = { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: null };

// Rows without a tenant belong to no customer; several spellings of a tenant are one customer.
const ROWS = [
  testRow({ customerTenantId: 'a', licensesSold: 6, licensesDeployed: 3 }),
  testRow({ customerTenantId: 'A', productName: 'p', licensesSold: 4, licensesDeployed: 2 }),
  testRow({ customerTenantId: 'b', licensesSold: 5, licensesDeployed: 1 }),
  testRow({ customerTenantId: 'c', licensesSold: 20, licensesDeployed: 20 }),
  testRow({ customerTenantId: 'd', licensesSold: 21, licensesDeployed: 1 }),
  testRow({ customerTenantId: null, licensesSold: 10, licensesDeployed: 0 }),
];

const standing = (perResponse: number, customerTenantId: string, readAll: boolean) =>
  createServiceEngine(fakeService(ROWS, perResponse).client).standing(
    { filter: null, search: '' },
    SNAPSHOT,
    { customerTenantId, readAll },
  );

describe('where a customer stands', () => {
  test('is seen among all of similar size, whatever its letter case', async () => {
    const expected = {
      totals: { licensesSold: 10, licensesDeployed: 5 },
      similar: { from: 5, to: 20, customers: 2, below: 1, above: 1 },
    };
    for (const [perResponse, readAll] of [
      [100, false],
      [2, true],
    ] as const) {
      expect(await standing(perResponse, 'A', readAll)).toMatchObject(expected);
      expect(await standing(perResponse, 'a', readAll)).toMatchObject(expected);
    }
    expect(await standing(100, 'a', false)).toMatchObject({ coverage: { engine: 'service', rowsRead: 6 } });
  });

  test('is nowhere, where the snapshot does not have it', async () => {
    expect(await standing(100, 'x', false)).toMatchObject({ totals: null, similar: null });
  });

  test('is not known from some of the customers, which says what there is to read', async () => {
    const { client, asked } = fakeService(ROWS, 4);
    const question = { customerTenantId: 'a', readAll: false };
    const some = await createServiceEngine(client).standing({ filter: null, search: '' }, SNAPSHOT, question);
    expect(some).toMatchObject({ totals: null, similar: null, toRead: { rows: 6, requests: 1 } });
    expect(asked).toHaveLength(1);
  });

  test('of a filter in parts is read at once', async () => {
    const named = (value: string): Filter => ({
      kind: 'comparison',
      field: 'customerTenantId',
      operator: 'eq',
      value,
    });
    const filter: Filter = { kind: 'or', operands: ['a', 'b', 'c', 'd'].map(named) };
    const { client } = fakeService(ROWS, 2, printFilter(named('a')).length);
    const question = { customerTenantId: 'a', readAll: false };
    const answer = await createServiceEngine(client).standing({ filter, search: '' }, SNAPSHOT, question);
    expect(answer).toMatchObject({ totals: { licensesSold: 10 }, similar: { customers: 2 } });
  });
});
