import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runExport, startEndpoint, type LocalEndpoint } from './run-script.ts';

const ROWS = 25_000;
const PATH = '/v1/analytics/commercial/deployment/license/';

/** A row as the endpoint sends it. */
type ServedRow = Readonly<Record<string, string | null>> & {
  readonly licensesDeployed: number;
  readonly licensesSold: number;
};

let endpoint: LocalEndpoint;
let folder: string;
let database: DuckDBConnection;
/** Every row of the latest snapshot, read by plain requests. */
let served: readonly ServedRow[];

async function readServed(): Promise<readonly ServedRow[]> {
  const rows: ServedRow[] = [];
  for (let skip = 0; skip < ROWS; skip += 10_000) {
    const response = await fetch(`${endpoint.url}${PATH}?top=10000&skip=${skip}`);
    const { Value } = (await response.json()) as { readonly Value: readonly ServedRow[] };
    rows.push(...Value);
  }
  return rows;
}

beforeAll(async () => {
  endpoint = await startEndpoint({ rows: ROWS, auth: 'off', now: new Date('2026-11-27T12:00:00Z') });
  served = await readServed();
  database = await (await DuckDBInstance.create(':memory:')).connect();
});

beforeEach(async () => {
  await endpoint.setFaults([]);
  folder = mkdtempSync(join(tmpdir(), 'export-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

afterAll(() => {
  database.closeSync();
  endpoint.server.close();
  endpoint.server.closeAllConnections();
});

const run = (args: readonly string[], options?: Parameters<typeof runExport>[1]) =>
  runExport(['--base-url', endpoint.url, ...args], options);

const fileNamed = (name: string): string => join(folder, name);

/** Everything in the folder, hidden or not. */
const leftIn = (): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' });

async function query(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const reader = await database.runAndReadAll(sql);
  return reader.getRowObjectsJson();
}

function sumsOf(rows: readonly ServedRow[]) {
  return {
    rows: String(rows.length),
    sold: String(rows.reduce((sum, { licensesSold }) => sum + licensesSold, 0)),
    deployed: String(rows.reduce((sum, { licensesDeployed }) => sum + licensesDeployed, 0)),
  };
}

const SUMS = `count(*) AS "rows", sum(licensesSold)::VARCHAR AS sold, sum(licensesDeployed)::VARCHAR AS deployed`;

/** What DuckDB finds in a file, by its own reader for the format. */
async function sumsIn(source: string): Promise<unknown> {
  const [sums] = await query(`SELECT ${SUMS} FROM ${source}`);
  return sums;
}

describe('a whole file', () => {
  test('of CSV has every row, plain numbers, and no cell that a spreadsheet runs', async () => {
    const path = fileNamed('rows.csv');
    const { code, log, out } = await run(['--format', 'csv', '--out', path]);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(log).toContain('All 25,000 rows of the snapshot of 2026-11-26');
    expect(leftIn()).toEqual(['rows.csv']);
    const text = readFileSync(path, 'utf8');
    expect(text.startsWith('\uFEFFprocessedDateTime,serviceCode,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(ROWS + 2);
    expect(await sumsIn(`read_csv('${path}', all_varchar = false)`)).toEqual(sumsOf(served));
    const names = await query(
      `SELECT DISTINCT customerName AS name FROM read_csv('${path}', all_varchar = true)`,
    );
    const expected = new Set(
      served.map(({ customerName }) =>
        customerName != null && /^[=+\-@\t\r]/u.test(customerName) ? `'${customerName}` : customerName,
      ),
    );
    expect([...expected].some((name) => name?.startsWith("'="))).toBe(true);
    expect(new Set(names.map(({ name }) => name))).toEqual(expected);
  });

  test('of NDJSON has one row a line, as the service has it', async () => {
    const path = fileNamed('rows.ndjson');
    expect(await run(['--format', 'ndjson', '--out', path])).toMatchObject({ code: 0 });
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(served);
    expect(await sumsIn(`read_json('${path}')`)).toEqual(sumsOf(served));
  });

  test('of Parquet lies in the folder of its day, typed, with dictionaries', async () => {
    const lake = fileNamed('lake');
    expect(await run(['--format', 'parquet', '--out', lake])).toMatchObject({ code: 0 });
    expect(leftIn().toSorted()).toEqual([
      'lake',
      'lake/processedDateTime=2026-11-26',
      'lake/processedDateTime=2026-11-26/part-0.parquet',
    ]);
    const source = `read_parquet('${lake}/*/*.parquet', hive_partitioning = true)`;
    expect(await sumsIn(source)).toEqual(sumsOf(served));
    const columns = await query(`DESCRIBE SELECT * FROM ${source}`);
    expect(columns.map(({ column_name: name, column_type: type }) => [name, type])).toEqual([
      ...['serviceCode', 'serviceName', 'channel', 'customerTenantId', 'customerName'].map((name) => [
        name,
        'VARCHAR',
      ]),
      ['productId', 'VARCHAR'],
      ['productName', 'VARCHAR'],
      ['licensesDeployed', 'BIGINT'],
      ['licensesSold', 'BIGINT'],
      ['processedDateTime', 'DATE'],
    ]);
    const encodings = await query(
      `SELECT DISTINCT encodings FROM parquet_metadata('${lake}/*/*.parquet') WHERE type = 'BYTE_ARRAY'`,
    );
    expect(encodings).toEqual([{ encodings: 'PLAIN, RLE_DICTIONARY' }]);
    // Each name is the same text in both.
    const names = await query(`SELECT DISTINCT customerName AS name FROM ${source}`);
    expect(new Set(names.map(({ name }) => name))).toEqual(
      new Set(served.map(({ customerName }) => customerName)),
    );
  });

  test('of groups has their sums, and only the rows that a filter lets through', async () => {
    const path = fileNamed('groups.csv');
    const args = ['--filter', "channel eq 'Reseller'", '--groupby', 'productName', '--out', path];
    const { code, log } = await run([...args, '--date', '2026-11-26']);
    expect(code).toBe(0);
    const passing = served.filter(({ channel }) => channel?.toLowerCase() === 'reseller');
    const products = new Set(passing.map(({ productName }) => productName?.toLowerCase()));
    expect(log).toContain(`All ${products.size.toLocaleString('en')} rows`);
    expect(await sumsIn(`read_csv('${path}')`)).toEqual({ ...sumsOf(passing), rows: String(products.size) });
    expect(readFileSync(path, 'utf8')).toMatch(/^\uFEFFproductName,licensesDeployed,licensesSold\r\n/u);
  });

  test('of nothing has its columns', async () => {
    const path = fileNamed('none.csv');
    expect(await run(['--filter', "channel eq 'nobody'", '--out', path])).toMatchObject({ code: 0 });
    expect(readFileSync(path, 'utf8').split('\r\n')).toHaveLength(2);
    const lake = fileNamed('lake');
    const args = ['--filter', "channel eq 'nobody'", '--format', 'parquet', '--out', lake];
    expect(await run(args)).toMatchObject({ code: 0 });
    expect(await query(`SELECT count(*) AS n FROM read_parquet('${lake}/*/*.parquet')`)).toEqual([
      { n: '0' },
    ]);
  });

  test('is the same with the token on standard input', async () => {
    const path = fileNamed('rows.csv');
    expect(await run(['--out', path], { token: '', input: 'a-token\n' })).toMatchObject({ code: 0 });
    expect(await sumsIn(`read_csv('${path}')`)).toEqual(sumsOf(served));
  });
});

describe('trouble', () => {
  test('that passes is waited out and said: throttling', async () => {
    await endpoint.setFaults([{ status: 429, retryAfter: 1, after: 2, times: 1 }]);
    const path = fileNamed('rows.csv');
    const { code, log } = await run(['--out', path]);
    expect(code).toBe(0);
    expect(log).toMatch(/Try 1 of \d+ failed: .*throttled, status 429/u);
    expect(await sumsIn(`read_csv('${path}')`)).toEqual(sumsOf(served));
  });

  test.each(['csv', 'parquet'])('of pages of two snapshots begins the file anew: %s', async (format) => {
    await endpoint.setFaults([{ tornSnapshot: true, after: 2, times: 1 }]);
    const path = fileNamed('rows');
    const { code, log } = await run(['--format', format, '--out', path]);
    expect(code).toBe(0);
    expect(log).toContain('the file is begun anew');
    const source = format === 'csv' ? `read_csv('${path}')` : `read_parquet('${path}/*/*.parquet')`;
    expect(await sumsIn(source)).toEqual(sumsOf(served));
    // Nothing of the first try is before it.
    const file = leftIn().find((name) => statSync(fileNamed(name)).isFile()) ?? '';
    expect(readFileSync(fileNamed(file)).subarray(0, 4).toString()).toBe(
      format === 'csv' ? '\uFEFFp' : 'PAR1',
    );
  });

  test('that does not pass leaves what was there before', async () => {
    await endpoint.setFaults([{ tornSnapshot: true, after: 2 }]);
    const path = fileNamed('rows.csv');
    writeFileSync(path, 'of yesterday');
    const { code, log } = await run(['--out', path]);
    expect(code).toBe(8);
    expect(log).toContain('Asked for the snapshot of 2026-11-26');
    expect(leftIn()).toEqual(['rows.csv']);
    expect(readFileSync(path, 'utf8')).toBe('of yesterday');
  });

  test.each([
    ['a refused question', [{ status: 400 }], 6],
    ['a service without the report', [{ status: 404 }], 6],
    ['a role that is missing', [{ status: 403 }], 4],
    ['a token that proves too little', [{ status: 401, claims: '{"access_token":{}}' }], 3],
  ] as const)('has a code of its own: %s', async (_, faults, expected) => {
    await endpoint.setFaults(faults);
    const { code, log } = await run(['--out', fileNamed('rows.csv')]);
    expect(code).toBe(expected);
    expect(log).toContain(`status ${faults[0].status}`);
    expect(leftIn()).toEqual([]);
  });

  test('of a token: refused, or none', async () => {
    const strict = await startEndpoint({ rows: 100 });
    const args = ['--base-url', strict.url, '--out', fileNamed('rows.csv')];
    expect(await runExport(args, { token: 'wrong' })).toMatchObject({ code: 3 });
    strict.server.close();
    strict.server.closeAllConnections();
    const none = await run(['--out', fileNamed('rows.csv')], { token: '' });
    expect(none).toMatchObject({ code: 3 });
    expect(none.log).toContain('PARTNER_CENTER_TOKEN');
    expect(leftIn()).toEqual([]);
  });

  test('of a day without a snapshot', async () => {
    const { code, log } = await run(['--date', '2020-01-01', '--out', fileNamed('rows.csv')]);
    expect(code).toBe(5);
    expect(log).toContain('no snapshot of 2020-01-01');
    expect(leftIn()).toEqual([]);
  });

  test('of the disk', async () => {
    writeFileSync(fileNamed('file'), '');
    const { code, log } = await run(['--out', fileNamed('file/rows.csv')]);
    expect(code).toBe(9);
    expect(log).toContain('The file can’t be written');
  });
});

test.each([
  ['SIGINT', 130, 'csv'],
  ['SIGTERM', 143, 'parquet'],
] as const)('stopped in the middle by %s it leaves no file', async (signal, expected, format) => {
  await endpoint.setFaults([{ delay: 600_000, after: 2 }]);
  const { code, log } = await run(['--format', format, '--out', fileNamed('rows')], {
    signalAt: (logged) => (logged.includes('10,000 of 25,000 rows') ? signal : null),
  });
  expect(code).toBe(expected);
  expect(log).toContain('Stopped: no file was written.');
  // Not even the folder of its day is left.
  expect(leftIn()).toEqual([]);
});

describe('arguments', () => {
  test('are told in one screen', async () => {
    const { code, out } = await runExport(['--help']);
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines.length).toBeLessThanOrEqual(40);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(110);
  });

  test.each([
    [['--out', 'x', '--format', 'xml'], 'csv, ndjson, parquet'],
    [['--out', 'x', '--filter', "channel like 'x'"], '“like”'],
    [['--out', 'x', '--groupby', 'productName,color'], "'color'"],
    [['--out', 'x', '--date', '2026-02-30'], '2026-02-30'],
    [['--out', 'x', '--base-url', 'ftp://x'], 'ftp://x'],
    [[], '--out'],
    [['--colour'], '--colour'],
  ])('that can’t be read: %j', async (args, named) => {
    const { code, log } = await runExport(args);
    expect(code).toBe(2);
    expect(log).toContain(named);
    expect(log).toContain('--help');
  });
});
