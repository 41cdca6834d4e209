import { request as send } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { STRICT } from './behaviour.ts';
import { createDemoData } from './demo-data.ts';
import { createLicenseDeployment, LICENSE_DEPLOYMENT_PATH } from './license-deployment.ts';
import { listen } from './listen.ts';
import { createServices } from './services.ts';

// The times are long enough for a machine that does other work as well.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

type Body = {
  readonly Value: readonly Readonly<Record<string, unknown>>[];
  readonly '@nextLink': string | null;
  readonly TotalCount: number;
};

const NOW = new Date('2026-03-15T00:00:00Z');
const data = createDemoData({ rows: 1_200, seed: 'endpoint', now: NOW });
const app = createLicenseDeployment({
  data,
  authorize: null,
  strike: () => [],
  nextLink: 'relative',
  behaviour: { ...STRICT, concurrency: 0 },
});

const HEADERS = {
  Accept: 'application/json',
  'MS-Contract-Version': 'v1',
  'MS-RequestId': 'e9d2a2c5-9d2b-4a8e-8f0b-2f7c3b6f0a11',
  'MS-CorrelationId': '5a6f8f8e-1111-4222-8333-444455556666',
};

const get = async (query: string, headers: Record<string, string> = HEADERS): Promise<Response> =>
  app.request(query.startsWith('/') ? query : `${LICENSE_DEPLOYMENT_PATH}${query}`, { headers });

const read = async (query: string): Promise<Body> => (await (await get(query)).json()) as Body;

describe('a strict service', () => {
  test('answers a request that is all it should be', async () => {
    expect((await get('?top=1')).status).toBe(200);
  });

  test.each([
    ['MS-Contract-Version', 'v2', 400],
    ['MS-Contract-Version', '', 400],
    ['MS-RequestId', 'one', 400],
    ['MS-CorrelationId', '', 400],
    ['Accept', '*/*', 406],
  ])('refuses %s: %s', async (name, value, status) => {
    const response = await get('?top=1', { ...HEADERS, [name]: value });
    expect(response.status).toBe(status);
  });

  test('refuses an address that is too long', async () => {
    const filter = encodeURIComponent(`productName eq '${'x'.repeat(9_000)}'`);
    expect((await get(`?filter=${filter}&top=1`)).status).toBe(414);
  });

  test('pages by a token, which leads through all rows and has to come back as it was', async () => {
    const rows: unknown[] = [];
    let next: string | null = '?top=500';
    let link = '';
    while (next !== null) {
      const body: Body = await read(next);
      rows.push(...body.Value);
      next = body['@nextLink'];
      link = next ?? link;
    }
    expect(rows).toHaveLength(1_200);
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBeGreaterThan(1_000);
    expect(link).toMatch(/[?&]\$skiptoken=page\+1000\/==$/);
    expect((await get(link.replace('+', '%20'))).status).toBe(400);
    expect((await get(`?top=500&$skiptoken=1000`)).status).toBe(400);
  });

  test('answers a day without a snapshot with the nearest earlier one', async () => {
    const { Value, TotalCount } = await read('?processedDateTime=2026-03-20&top=1');
    expect(Value[0]?.['processedDateTime']).toBe(`${data.latest}T00:00:00`);
    expect(TotalCount).toBe(1_200);
    expect((await read('?processedDateTime=2001-01-01')).Value).toEqual([]);
  });
});

test('throttles what comes while it answers as much as it may, and serves again once a client has left', async () => {
  const { listener } = await createServices({
    rows: 50,
    now: NOW,
    auth: 'off',
    behaviour: { ...STRICT, concurrency: 2 },
  });
  const { port, server } = await listen(listener, 0, '127.0.0.1');
  const origin = `http://127.0.0.1:${port}`;
  const ask = async (): Promise<Response> =>
    fetch(`${origin}${LICENSE_DEPLOYMENT_PATH}?top=1`, { headers: HEADERS });
  try {
    await fetch(`${origin}/emulator/faults`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify([{ delay: 60_000, times: 2 }]),
    });
    const slow = [1, 2].map(() => {
      const request = send(`${origin}${LICENSE_DEPLOYMENT_PATH}?top=1`, { headers: HEADERS });
      request.on('error', () => undefined);
      request.end();
      return request;
    });
    await vi.waitFor(async () => {
      const throttled = await ask();
      expect(throttled.status).toBe(429);
      expect(throttled.headers.get('Retry-After')).toBe('1');
    });
    for (const request of slow) request.destroy();
    await vi.waitFor(async () => expect((await ask()).status).toBe(200));
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
