import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import { createDemoData } from './demo-data.ts';
import { createLicenseDeployment, LICENSE_DEPLOYMENT_PATH } from './license-deployment.ts';

// The times are long enough for a machine that does other work as well.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

type Row = Readonly<Record<string, string | number | null>>;
type Body = {
  readonly Value: readonly Row[];
  readonly '@nextLink': string | null;
  readonly TotalCount: number;
};

const data = createDemoData({ rows: 1_200, seed: 'endpoint', now: new Date('2026-03-15T00:00:00Z') });
const endpoint = (nextLink: 'relative' | 'absolute' = 'relative') =>
  createLicenseDeployment({ data, authorize: null, strike: () => [], nextLink });
const app = endpoint();

const get = async (query: string, headers: Record<string, string> = {}): Promise<Response> =>
  app.request(`${LICENSE_DEPLOYMENT_PATH}${query}`, { headers });

async function read(query: string): Promise<Body> {
  const response = await get(query);
  expect(response.status).toBe(200);
  return (await response.json()) as Body;
}

const queryOf = (parameters: Record<string, string | number>): string =>
  `?${Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

/** Reads all pages of a query, following one `@nextLink` after the other. */
async function readAll(parameters: Record<string, string | number>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let next: string | null = `${LICENSE_DEPLOYMENT_PATH}${queryOf(parameters)}`;
  while (next !== null) {
    const response = await app.request(next);
    expect(response.status).toBe(200);
    const body = (await response.json()) as Body;
    rows.push(...body.Value);
    next = body['@nextLink'];
    if (next === null) expect(body.TotalCount).toBe(rows.length);
  }
  return rows;
}

describe('a row', () => {
  test('has the members of the endpoint’s page in their order', async () => {
    const { Value, TotalCount } = await read('?top=1');
    expect(Object.keys(Value[0] ?? {})).toEqual([
      'processedDateTime',
      'serviceCode',
      'serviceName',
      'channel',
      'customerTenantId',
      'customerName',
      'productId',
      'productName',
      'licensesDeployed',
      'licensesSold',
    ]);
    expect(Value[0]?.['processedDateTime']).toBe('2026-03-14T00:00:00');
    expect(TotalCount).toBe(1_200);
  });

  test('has, when grouped, the fields in the order asked for and the sums, nothing else', async () => {
    const { Value } = await read('?groupby=productName,%20CHANNEL&top=1');
    expect(Object.keys(Value[0] ?? {})).toEqual([
      'productName',
      'channel',
      'licensesDeployed',
      'licensesSold',
    ]);
  });
});

// A second and very plain evaluation, to compare the fast one with.

type Tree =
  | { readonly field: Field; readonly operator: 'eq' | 'ne'; readonly value: string }
  | { readonly kind: 'and' | 'or'; readonly left: Tree; readonly right: Tree };

function write(tree: Tree): string {
  if ('kind' in tree) return `(${write(tree.left)}) ${tree.kind} (${write(tree.right)})`;
  return `${tree.field} ${tree.operator} '${tree.value.replaceAll("'", "''")}'`;
}

function holds(tree: Tree, row: Row): boolean {
  if ('kind' in tree) {
    return tree.kind === 'and'
      ? holds(tree.left, row) && holds(tree.right, row)
      : holds(tree.left, row) || holds(tree.right, row);
  }
  const own = row[tree.field];
  const equal = typeof own === 'string' && own.toLowerCase() === tree.value.toLowerCase();
  return tree.operator === 'eq' ? equal : !equal;
}

function groupNaively(rows: readonly Row[], fields: readonly Field[]): Row[] {
  const groups = new Map<string, Record<string, string | number | null>>();
  for (const row of rows) {
    const values = fields.map((field) => [field, row[field] ?? null] as const);
    const key = JSON.stringify(values);
    const group = groups.get(key) ?? { ...Object.fromEntries(values), licensesDeployed: 0, licensesSold: 0 };
    group['licensesDeployed'] = Number(group['licensesDeployed']) + Number(row['licensesDeployed']);
    group['licensesSold'] = Number(group['licensesSold']) + Number(row['licensesSold']);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const sorted = (rows: readonly Row[]): string[] => rows.map((row) => JSON.stringify(row)).toSorted();

describe('filter, groupby and paging together', async () => {
  const all = await readAll({});

  const value = (field: Field): fc.Arbitrary<string> => {
    const known = [...new Set(all.map((row) => row[field]))].filter((own) => typeof own === 'string');
    const cased = fc
      .tuple(fc.constantFrom(...known), fc.constantFrom('as is', 'upper', 'lower'))
      .map(([own, form]) =>
        form === 'upper' ? own.toUpperCase() : form === 'lower' ? own.toLowerCase() : own,
      )
      // Upper case can make other letters (ß becomes SS); such a value does not belong to this field any more.
      .filter((own) => known.some((one) => one.toLowerCase() === own.toLowerCase()));
    return fc.oneof({ weight: 9, arbitrary: cased }, { weight: 1, arbitrary: fc.string() });
  };
  const comparison = fc
    .constantFrom(...FIELDS)
    .chain((field) =>
      fc.record({ field: fc.constant(field), operator: fc.constantFrom('eq', 'ne'), value: value(field) }),
    );
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: 'medium' },
      comparison,
      fc.record({ kind: fc.constantFrom('and', 'or'), left: tie('tree'), right: tie('tree') }),
    ),
  }));
  const fields = fc
    .subarray([...FIELDS])
    .chain((some) => fc.shuffledSubarray(some, { minLength: some.length }));

  test('give what a plain evaluation over plain rows gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.option(tree),
        fields,
        fc.integer({ min: 50, max: 1_500 }),
        async (filter, groupby, top) => {
          const rows = await readAll({
            ...(filter === null ? {} : { filter: write(filter) }),
            ...(groupby.length === 0 ? {} : { groupby: groupby.join(',') }),
            top,
          });
          const chosen = filter === null ? all : all.filter((row) => holds(filter, row));
          // Ungrouped rows have the order of the snapshot; groups have no defined order.
          if (groupby.length === 0) expect(rows).toEqual(chosen);
          else expect(sorted(rows)).toEqual(sorted(groupNaively(chosen, groupby)));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('treat a missing name as different from everything', async () => {
    const nameless = all.filter((row) => row['customerName'] === null);
    expect(nameless.length).toBeGreaterThan(0);
    expect(await readAll({ filter: "customerName eq ''" })).toEqual([]);
    expect(await readAll({ filter: "customerName ne 'null'" })).toEqual(all);
    const groups = await readAll({ groupby: 'customerName' });
    expect(groups.filter((row) => row['customerName'] === null)).toHaveLength(1);
  });

  test('keep customers of the same name apart by their tenants', async () => {
    const filter = "customerName eq 'northwind traders'";
    expect(await readAll({ filter, groupby: 'customerName' })).toHaveLength(1);
    expect(await readAll({ filter, groupby: 'customerName,customerTenantId' })).toHaveLength(2);
  });

  test('give groups in no order of size', async () => {
    const sold = (await readAll({ groupby: 'productName' })).map((row) => Number(row['licensesSold']));
    expect(sold).not.toEqual([...sold].toSorted((a, b) => b - a));
    expect(await readAll({ groupby: 'productName' })).toEqual(
      await readAll({ groupby: 'productName', top: 7 }),
    );
  });
});

describe('paging', () => {
  test('ends with a null @nextLink, and a skip beyond the end gives no rows', async () => {
    expect((await read('?top=1200'))['@nextLink']).toBeNull();
    expect((await read('?top=1199'))['@nextLink']).toBe(`${LICENSE_DEPLOYMENT_PATH}?top=1199&skip=1199`);
    expect(await read('?skip=5000')).toEqual({ Value: [], '@nextLink': null, TotalCount: 1_200 });
  });

  test('names the real service’s host where links are to be absolute', async () => {
    const response = await endpoint('absolute').request(`${LICENSE_DEPLOYMENT_PATH}?top=1`);
    expect((await response.json()) as Body).toMatchObject({
      '@nextLink': `https://api.partnercenter.microsoft.com${LICENSE_DEPLOYMENT_PATH}?top=1&skip=1`,
    });
  });

  test('answers the path without its last slash as well', async () => {
    const response = await app.request(`${LICENSE_DEPLOYMENT_PATH.slice(0, -1)}?top=2`);
    expect(await response.json()).toEqual(await read('?top=2'));
  });
});

describe('processedDateTime', () => {
  test.each(['2026-03-01', '2026-03-01T00:00:00', '2026-03-01T00:00:00.0000000Z'])(
    'reads %s',
    async (text) => {
      const { Value } = await read(queryOf({ processedDateTime: text, top: 1 }));
      expect(Value[0]?.['processedDateTime']).toBe('2026-03-01T00:00:00');
    },
  );

  test('gives no rows for a day without a snapshot', async () => {
    for (const processedDateTime of ['2020-01-01', '2026-03-15', '2026-02-05']) {
      expect(await read(queryOf({ processedDateTime }))).toEqual({
        Value: [],
        '@nextLink': null,
        TotalCount: 0,
      });
    }
  });
});

describe('what cannot be read', () => {
  test.each([
    ['top', '0'],
    ['top', '10001'],
    ['top', '1.5'],
    ['top', 'all'],
    ['skip', '-1'],
    ['skip', ''],
    ['filter', 'channel = 1'],
    ['filter', "channel eq 'reseller"],
    ['filter', "licensesSold eq '1'"],
    ['groupby', 'channel,licensesSold'],
    ['groupby', 'channel,Channel'],
    ['groupby', 'channel,'],
    ['processedDateTime', 'yesterday'],
    ['processedDateTime', '2026-02-30'],
    ['processedDateTime', '2026-03-01T25:00:00'],
  ])('is refused by its parameter: %s=%s', async (name, value) => {
    const response = await get(queryOf({ [name]: value }));
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual({
      code: 'InvalidParameter',
      description: expect.stringContaining(name) as string,
      data: [name],
      source: expect.any(String) as string,
    });
  });

  test('is refused where a parameter is given twice', async () => {
    expect(await (await get('?top=1&top=2')).json()).toMatchObject({ data: ['top'] });
  });

  test('is a 404 elsewhere under /v1, and a 405 for other methods', async () => {
    const elsewhere = await app.request('/v1/customers');
    expect(elsewhere.status).toBe(404);
    expect(await elsewhere.json()).toMatchObject({ code: 'NotFound', data: [] });
    const posted = await app.request(LICENSE_DEPLOYMENT_PATH, { method: 'POST' });
    expect(posted.status).toBe(405);
    expect(posted.headers.get('allow')).toBe('GET, HEAD');
  });
});

describe('headers', () => {
  const ID = '25b6edd5-1f53-456b-b48c-c64f60ec2dda';

  test('come back with both ids, or with new ones', async () => {
    const { headers } = await get('?top=1', { 'MS-RequestId': ID, 'MS-CorrelationId': ID.toUpperCase() });
    expect(headers.get('ms-requestid')).toBe(ID);
    expect(headers.get('ms-correlationid')).toBe(ID.toUpperCase());
    expect(headers.get('ms-cv')).toMatch(/^[\w+/]{16}\.0$/);
    expect(headers.get('ms-serverid')).toMatch(/^\d+$/);
    const bare = (await get('?top=0')).headers;
    expect(bare.get('ms-requestid')).toMatch(/^[\da-f-]{36}$/);
    expect(bare.get('ms-requestid')).not.toBe(bare.get('ms-correlationid'));
  });

  test.each([
    ['gzip, deflate, br', 'gzip'],
    ['br;q=1.0, gzip;q=0.5', 'gzip'],
    ['gzip;q=0', null],
    ['identity', null],
    ['br', null],
  ])('say how the body is compressed: %s', async (accepted, encoding) => {
    const response = await get('?top=50', { 'Accept-Encoding': accepted });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(encoding === 'gzip' ? gunzipSync(bytes) : bytes);
    expect(JSON.parse(text)).toEqual(await read('?top=50'));
  });
});
