import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printFilter } from '#partner-center/filter/print.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { fakeService, testRow, type TestRow } from '#partner-center/reading/fake-service.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { FOUND_KINDS } from '#engine/anomalies.ts';
import { inAnyOrder, plainAnomalies, toldOf } from '#engine/anomalies.oracle.ts';
import type { Anomalies, AnomaliesQuestion } from '#engine/engine.ts';
import { createServiceEngine } from './engine.ts';

const snapshotOf = (date: string): Snapshot => ({
  processedDateTime: `${date}T00:00:00`,
  date,
  totalCount: null,
});
const [BEFORE, AFTER] = [snapshotOf('2026-11-21'), snapshotOf('2026-11-22')];
const ALL: AnomaliesQuestion = { kinds: FOUND_KINDS, offset: 0, limit: 10_000, readAll: true };

const text = fc.option(fc.constantFrom('a', 'A', 'b', 'c', ''), { freq: 6 });
// A snapshot is found by one of its rows, so it has at least one.
const anySnapshot = ({ processedDateTime }: Snapshot): fc.Arbitrary<readonly TestRow[]> =>
  fc.array(
    fc
      .record({
        channel: fc.constantFrom('direct', 'reseller'),
        customerTenantId: text,
        customerName: text,
        productId: text,
        productName: text,
        licensesSold: fc.nat(3),
        licensesDeployed: fc.nat(3),
      })
      .map((row) => testRow({ ...row, processedDateTime })),
    { minLength: 1, maxLength: 20 },
  );

const direct: Filter = { kind: 'comparison', field: 'channel', operator: 'eq', value: 'direct' };

/** The answer, where everything was read for it. */
function listed(anomalies: Anomalies) {
  if (anomalies.toRead !== null) throw new Error('There is something left to read.');
  return anomalies;
}

test('anomalies are those that plain loops find, however few groups a response has', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.option(anySnapshot(BEFORE)),
      anySnapshot(AFTER),
      fc.constantFrom(null, direct),
      fc.constantFrom(3, 100),
      async (before, after, filter, perResponse) => {
        const engine = createServiceEngine(fakeService([...(before ?? []), ...after], perResponse).client);
        const answer = listed(await engine.anomalies({ filter, search: '' }, before && BEFORE, AFTER, ALL));
        const passing = (rows: readonly TestRow[]) =>
          rows.filter(({ channel }) => filter === null || channel === 'direct');
        const expected = plainAnomalies(before && passing(before), passing(after));
        expect(inAnyOrder(answer.rows.map(toldOf))).toEqual(inAnyOrder(expected));
        const pairsOf = (rows: readonly TestRow[]) =>
          new Set(passing(rows).map((row) => JSON.stringify([row.customerTenantId, row.productId]))).size;
        expect(answer.coverage.after).toMatchObject({ snapshot: AFTER, filter, rowsRead: pairsOf(after) });
        if (before === null) expect(answer.coverage.before).toBeNull();
        else expect(answer.coverage.before).toMatchObject({ snapshot: BEFORE, rowsRead: pairsOf(before) });
      },
    ),
  );
});

const rowOf = (at: number, { processedDateTime }: Snapshot, given: Partial<TestRow> = {}): TestRow =>
  testRow({
    customerTenantId: `t${at}`,
    customerName: `Customer ${at}`,
    productId: `p${at}`,
    productName: `Product ${at}`,
    licensesSold: 2,
    processedDateTime,
    ...given,
  });

test('each says whom it is about as it is written', async () => {
  const rows = [rowOf(1, AFTER), rowOf(1, AFTER, { customerName: 'Fabrikam', licensesDeployed: 7 })];
  const engine = createServiceEngine(fakeService(rows).client);
  const { rows: told } = listed(await engine.anomalies({ filter: null, search: '' }, null, AFTER, ALL));
  expect(told).toMatchObject([
    { kind: 'severalNames', customerTenantId: 't1', licenses: 4, members: ['Customer 1', 'Fabrikam'] },
    { kind: 'overDeployed', customerTenantId: 't1', productId: 'p1', productName: 'Product 1', licenses: 3 },
  ]);
});

test('as long as one response lacks groups, it is said what there is to read', async () => {
  // The earlier snapshot has one row and the later one five: each grouping of the later one takes one response more.
  const rows = [rowOf(0, BEFORE), ...[0, 1, 2, 3, 4].map((at) => rowOf(at, AFTER))];
  const { client, asked } = fakeService(rows, 4);
  const engine = createServiceEngine(client);
  const question = { ...ALL, readAll: false };
  const everything = { filter: null, search: '' };
  expect(await engine.anomalies(everything, BEFORE, AFTER, question)).toEqual({
    toRead: { rows: 15, requests: 3 },
  });
  const first = asked.length;
  expect(asked.filter(({ groupby }) => groupby.length > 0)).toHaveLength(6);
  const answer = listed(await engine.anomalies(everything, BEFORE, AFTER, { ...question, readAll: true }));
  expect(answer.coverage.after.rowsRead).toBe(5);
  expect(asked.slice(first).filter(({ groupby }) => groupby.length > 0)).toHaveLength(3);
});

test('of a filter in parts all is read at once', async () => {
  const named = (value: string): Filter => ({
    kind: 'comparison',
    field: 'productName',
    operator: 'eq',
    value,
  });
  const filter: Filter = { kind: 'or', operands: [named('Product 0'), named('Product 1')] };
  const rows = [0, 1, 2].map((at) => rowOf(at, AFTER));
  const { client } = fakeService(rows, 10, printFilter(named('Product 0')).length);
  const answer = listed(
    await createServiceEngine(client).anomalies({ filter, search: '' }, null, AFTER, {
      ...ALL,
      readAll: false,
    }),
  );
  expect(answer.coverage.after.rowsRead).toBe(2);
});
