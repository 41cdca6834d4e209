import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEndpoint, runNode, type LocalEndpoint } from './run-script.ts';

const ROWS = 12_000;
const PATH = '/v1/analytics/commercial/deployment/license/';

type ServedRow = Readonly<Record<string, string>> & {
  readonly licensesDeployed: number;
  readonly licensesSold: number;
};

/** The examples of the README, as they stand there. */
const examples = [
  ...readFileSync('src/partner-center/README.md', 'utf8').matchAll(/^```ts\n(.*?)^```$/gmsu),
].map(([, code = '']) => code);

let endpoint: LocalEndpoint;
let folder: string;

/** The lines that an example prints. */
async function linesOf(index: number): Promise<readonly string[]> {
  const { code, out, log } = await runNode([join(folder, `example-${index}.ts`)], {
    BASE_URL: endpoint.url,
    TOKEN: 'token',
  });
  if (code !== 0) throw new Error(log);
  return out.trimEnd().split('\n');
}

async function served(query: string): Promise<readonly ServedRow[]> {
  const response = await fetch(`${endpoint.url}${PATH}?${query}`);
  return ((await response.json()) as { readonly Value: readonly ServedRow[] }).Value;
}

beforeAll(async () => {
  endpoint = await startEndpoint({ rows: ROWS, auth: 'off', now: new Date('2026-11-27T12:00:00Z') });
  // Within the project, since the examples import by its names.
  mkdirSync('test-results', { recursive: true });
  folder = mkdtempSync('test-results/readme-');
  for (const [index, code] of examples.entries()) writeFileSync(join(folder, `example-${index}.ts`), code);
  const settings = { extends: '../../tsconfig.json', include: ['*.ts'], exclude: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
});

afterAll(() => {
  endpoint.server.close();
  endpoint.server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

test('there are five examples, and they are well typed', () => {
  expect(examples).toHaveLength(5);
  const { status, stdout } = spawnSync('npx', ['tsc', '-p', folder], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

test('one response', async () => {
  const groups = await served('groupby=serviceCode');
  expect(await linesOf(0)).toEqual([
    ...groups.map((row) => `${row['serviceCode']} ${row.licensesDeployed} ${row.licensesSold}`),
    `${groups.length} of ${groups.length}`,
  ]);
});

test('which snapshot is there', async () => {
  expect(await linesOf(1)).toEqual([`2026-11-26 ${ROWS} null`]);
});

test('every row of a snapshot', async () => {
  const rows = [...(await served('top=10000')), ...(await served('top=10000&skip=10000'))];
  const sold = rows.reduce((sum, row) => sum + row.licensesSold, 0);
  const deployed = rows.reduce((sum, row) => sum + row.licensesDeployed, 0);
  expect(await linesOf(2)).toEqual([`${ROWS} ${sold} ${deployed}`]);
});

test('filters', async () => {
  expect(await linesOf(3)).toEqual([
    "serviceCode eq 'O365' or channel eq 'Reseller'",
    "(serviceCode eq 'O365' or channel eq 'Reseller') and productName ne 'The partner''s trial'",
    'Found “like” where “eq” or “ne” is expected.',
  ]);
});

test('when it does not work', async () => {
  expect(await linesOf(4)).toEqual(['notServed 404 and says why']);
});
