import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runExport, startEndpoint, type LocalEndpoint } from './run-script.ts';

const DAYS = ['2026-10-26', '2026-11-26'] as const;
const PATH = '/v1/analytics/commercial/deployment/license/';

/** The queries for DuckDB, as they stand in the page about data lakes. */
function documentedQueries(): readonly string[] {
  const [, section = ''] = /^### DuckDB$(.*?)^### /msu.exec(readFileSync('docs/data-lake.md', 'utf8')) ?? [];
  return [...section.matchAll(/^```sql\n(.*?)^```$/gmsu)].map(([, sql = '']) => sql);
}

type ServedRow = Readonly<
  Record<'customerTenantId' | 'customerName' | 'productId' | 'productName', string | null>
> & {
  readonly licensesDeployed: number;
  readonly licensesSold: number;
};

let endpoint: LocalEndpoint;
let folder: string;
let database: DuckDBConnection;
let served: readonly (readonly ServedRow[])[];

async function ask(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const reader = await database.runAndReadAll(sql.replaceAll("'licenses/", `'${join(folder, 'licenses')}/`));
  return reader.getRowObjectsJson();
}

async function readDay(day: string): Promise<readonly ServedRow[]> {
  const response = await fetch(`${endpoint.url}${PATH}?processedDateTime=${day}`);
  return ((await response.json()) as { readonly Value: readonly ServedRow[] }).Value;
}

const sumOf = (rows: readonly ServedRow[], name: 'licensesSold' | 'licensesDeployed'): number =>
  rows.reduce((sum, row) => sum + row[name], 0);

beforeAll(async () => {
  endpoint = await startEndpoint({ rows: 5_000, auth: 'off', now: new Date('2026-11-27T12:00:00Z') });
  folder = mkdtempSync(join(tmpdir(), 'lake-'));
  database = await (await DuckDBInstance.create(':memory:')).connect();
  served = await Promise.all(DAYS.map(readDay));
  for (const day of DAYS) {
    const out = join(folder, 'licenses');
    const args = ['--base-url', endpoint.url, '--format', 'parquet', '--date', day, '--out', out];
    const { code, log } = await runExport(args);
    if (code !== 0) throw new Error(log);
  }
});

afterAll(() => {
  database.closeSync();
  endpoint.server.close();
  endpoint.server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

test('the documented queries answer as the rows themselves do', async () => {
  const [days, idle, movers, ...others] = await Promise.all(documentedQueries().map(ask));
  expect(others).toEqual([]);

  expect(days).toEqual(
    served.map((rows, index) => {
      const [sold, deployed] = [sumOf(rows, 'licensesSold'), sumOf(rows, 'licensesDeployed')];
      const customers = new Set(rows.map(({ customerTenantId }) => customerTenantId?.toLowerCase()));
      customers.delete(undefined);
      return {
        day: DAYS[index],
        sold: String(sold),
        deployed: String(deployed),
        utilization: deployed / sold,
        customers: String(customers.size),
      };
    }),
  );

  const pairs = new Map<string, { readonly tenant: string; spare: number }>();
  for (const row of served[1] ?? []) {
    const tenant = String(row.customerTenantId?.toLowerCase());
    const key = `${tenant} ${row.productId?.toLowerCase()}`;
    const pair = pairs.get(key) ?? { tenant, spare: 0 };
    pair.spare += row.licensesSold - row.licensesDeployed;
    pairs.set(key, pair);
  }
  const idleOf = new Map<string, number>();
  for (const { tenant, spare } of pairs.values()) {
    idleOf.set(tenant, (idleOf.get(tenant) ?? 0) + Math.max(0, spare));
  }
  const most = [...idleOf.values()].toSorted((a, b) => b - a).slice(0, 20);
  expect(idle?.map((row) => Number(row['idle']))).toEqual(most);

  const before = new Map<string, number>();
  for (const [index, rows] of served.entries()) {
    for (const { productId, licensesSold } of rows) {
      const product = String(productId?.toLowerCase());
      before.set(product, (before.get(product) ?? 0) + (index === 0 ? -licensesSold : licensesSold));
    }
  }
  const changes = [...before.values()].map(Math.abs).toSorted((a, b) => b - a);
  expect(movers?.map((row) => Math.abs(Number(row['change'])))).toEqual(changes.slice(0, 20));
});
