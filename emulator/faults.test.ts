import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { LICENSE_DEPLOYMENT_PATH } from './license-deployment.ts';
import { listen, type Listening } from './listen.ts';
import { createServices } from './services.ts';

// These tests use real HTTP: only there can a connection be dropped, or a body end in the middle.

let listening: Listening;
let origin: string;

beforeAll(async () => {
  const now = new Date('2026-03-15T00:00:00Z');
  const { listener } = await createServices({ rows: 300, seed: 'faults', auth: 'off', now });
  listening = await listen(listener, 0, '127.0.0.1');
  origin = `http://127.0.0.1:${listening.port}`;
});
afterAll(() => {
  listening.server.close();
  listening.server.closeAllConnections();
});
beforeEach(async () => {
  await fetch(`${origin}/emulator/faults`, { method: 'DELETE' });
});

const put = (faults: unknown): Promise<Response> =>
  fetch(`${origin}/emulator/faults`, { method: 'PUT', body: JSON.stringify(faults) });
const report = (query = '?top=20'): Promise<Response> => fetch(`${origin}${LICENSE_DEPLOYMENT_PATH}${query}`);

async function set(faults: unknown): Promise<void> {
  expect((await put(faults)).status).toBe(200);
}

type Body = {
  readonly Value: readonly { readonly processedDateTime: string }[];
  readonly '@nextLink': string | null;
  readonly TotalCount: number;
};
const bodyOf = async (response: Response): Promise<Body> => (await response.json()) as Body;

test('answers are counted by their status, faults among them, until cleared', async () => {
  const answers = `${origin}/emulator/answers`;
  expect((await fetch(answers, { method: 'DELETE' })).status).toBe(204);
  await set([{ status: 503, times: 1 }]);
  for (let time = 0; time < 3; time += 1) await report();
  await report('?top=0');
  expect(await (await fetch(answers)).json()).toEqual({ 200: 2, 400: 1, 503: 1 });
  await fetch(answers, { method: 'DELETE' });
  expect(await (await fetch(answers)).json()).toEqual({});
});

test('an answer may say that one factor will not do for long', async () => {
  expect((await report()).headers.get('isMfaCompliant')).toBeNull();
  await set([{ isMfaCompliant: false, times: 1 }]);
  const response = await report();
  expect(response.headers.get('isMfaCompliant')).toBe('false');
  expect((await bodyOf(response)).Value).toHaveLength(20);
  expect((await report()).headers.get('isMfaCompliant')).toBeNull();
});

test('the trouble of the sign-in is none of a request’s', async () => {
  await set([{ noSecondFactor: true }]);
  expect((await report()).status).toBe(200);
});

describe('the list', () => {
  test('is shown as it was put, replaced by the next and cleared', async () => {
    const list = async (): Promise<unknown> => (await fetch(`${origin}/emulator/faults`)).json();
    const first = [{ status: 429, retryAfter: 2, after: 1, times: 2 }, { delay: 5 }];
    expect(await (await put(first)).json()).toEqual(first);
    expect(await list()).toEqual(first);
    await set([{ drop: true }]);
    expect(await list()).toEqual([{ drop: true }]);
    expect((await fetch(`${origin}/emulator/faults`, { method: 'DELETE' })).status).toBe(204);
    expect(await list()).toEqual([]);
    expect((await report()).status).toBe(200);
  });

  test.each([
    ['no list', { status: 503 }, 'list'],
    ['no kind', [{ times: 1 }], 'Fault 1'],
    ['two kinds', [{ delay: 1 }, { status: 503, drop: true }], 'Fault 2'],
    ['a wrong value', [{ status: 200 }], 'status'],
    ['an unknown member', [{ drop: true, whenever: 1 }], 'whenever'],
    ['a wrong number', [{ drop: true, times: 0 }], 'times'],
    ['no object', [null], 'Fault 1'],
  ])('is refused with a sentence and left as it was: %s', async (_, faults, part) => {
    await set([{ delay: 1 }]);
    const response = await put(faults);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'InvalidFaults',
      description: expect.stringContaining(part) as string,
    });
    expect(await (await fetch(`${origin}/emulator/faults`)).json()).toEqual([{ delay: 1 }]);
  });

  test('is refused where it is no JSON', async () => {
    expect((await fetch(`${origin}/emulator/faults`, { method: 'PUT', body: '{' })).status).toBe(400);
  });
});

test('strikes after some data requests, so many times, each fault for itself, and nothing else', async () => {
  await set([
    { status: 503, after: 1, times: 2 },
    { status: 500, after: 4 },
  ]);
  await fetch(`${origin}/v1/customers`);
  await fetch(`${origin}/emulator/faults`);
  const statuses: number[] = [];
  for (let request = 0; request < 6; request += 1) statuses.push((await report()).status);
  expect(statuses).toEqual([200, 503, 503, 200, 500, 500]);
});

describe('status', () => {
  const some: unknown = expect.any(String);
  test.each([
    ['documented', { code: 503, description: some, data: [], source: some }],
    ['odata', { error: { code: 'Fault503', message: some } }],
    ['oauth', { error: 'invalid_token', error_description: some }],
  ])('has a body in the form asked for: %s', async (body, expected) => {
    await set([{ status: 503, body }]);
    const response = await report();
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('ms-requestid')).not.toBeNull();
    expect(await response.json()).toEqual(expected);
  });

  test('can have an empty body or a page', async () => {
    await set([
      { status: 500, body: 'empty', times: 1 },
      { status: 504, body: 'html' },
    ]);
    const empty = await report();
    expect([empty.status, await empty.text()]).toEqual([500, '']);
    const page = await report();
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await page.text()).toContain('<h1>504</h1>');
  });

  test('asks for more claims in the documented way, base64 of JSON', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    await set([{ status: 401, body: 'oauth', claims }]);
    const challenge = (await report()).headers.get('www-authenticate') ?? '';
    expect(challenge).toContain('error="insufficient_claims"');
    const [, encoded = ''] = /claims="([^"]+)"/.exec(challenge) ?? [];
    expect(Buffer.from(encoded, 'base64').toString()).toBe(claims);
  });

  test('says when to come back, in seconds, as a date, or as any text', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-15T08:00:00Z') });
    try {
      const retryAfter = async (value: unknown): Promise<string | null> => {
        await set([{ status: 429, retryAfter: value }]);
        return (await report()).headers.get('retry-after');
      };
      expect(await retryAfter(7)).toBe('7');
      expect(await retryAfter('date')).toBe('Sun, 15 Mar 2026 08:00:03 GMT');
      expect(await retryAfter('soon')).toBe('soon');
    } finally {
      vi.useRealTimers();
    }
  });
});

test('delay: answers later, and still answers', async () => {
  await set([{ delay: 30 }, { status: 503, after: 1 }]);
  const started = performance.now();
  expect((await report()).status).toBe(200);
  // Timers may end a millisecond early.
  expect(performance.now() - started).toBeGreaterThanOrEqual(29);
  expect((await report()).status).toBe(503);
});

test('drop: closes the connection without an answer', async () => {
  await set([{ drop: true, times: 1 }]);
  await expect(report()).rejects.toThrow('fetch failed');
  expect((await report()).status).toBe(200);
});

test('truncate: breaks off in the middle of the body, or ends there as if that were all', async () => {
  await set([
    { truncate: true, times: 1 },
    { truncate: 'clean', after: 1, times: 1 },
  ]);
  const broken = await report();
  expect(broken.status).toBe(200);
  await expect(broken.text()).rejects.toThrow();
  const ended = await report();
  const text = await ended.text();
  expect(text).toMatch(/^\{"Value":\[\{/);
  expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
});

test('tornSnapshot: has rows of the snapshot before, even where a day is named', async () => {
  await set([{ tornSnapshot: true, after: 1, times: 1 }]);
  const query = '?processedDateTime=2026-03-10';
  const days: (string | undefined)[] = [];
  for (let page = 0; page < 3; page += 1)
    days.push((await bodyOf(await report(query))).Value[0]?.processedDateTime);
  expect(days).toEqual(['2026-03-10T00:00:00', '2026-03-09T00:00:00', '2026-03-10T00:00:00']);
});

test('wrongCount: counts wrongly, and gives all rows', async () => {
  await set([
    { wrongCount: true, times: 1 },
    { wrongCount: -5, after: 1 },
  ]);
  const more = await bodyOf(await report(''));
  expect([more.TotalCount, more.Value.length]).toEqual([307, 300]);
  expect((await bodyOf(await report(''))).TotalCount).toBe(295);
});

test('wrongCount: counts nothing below 0, and nothing at all', async () => {
  await set([
    { wrongCount: -1_000, times: 1 },
    { wrongCount: 'none', after: 1 },
  ]);
  expect((await bodyOf(await report(''))).TotalCount).toBe(0);
  const uncounted = await bodyOf(await report(''));
  expect([uncounted.TotalCount, uncounted.Value.length]).toEqual([null, 300]);
});

test('replacedSnapshot: the latest is gone, and others are not', async () => {
  const dayOf = async (query: string): Promise<string | undefined> =>
    (await bodyOf(await report(query))).Value[0]?.processedDateTime;
  const latest = (await dayOf(''))?.slice(0, 10) ?? '';
  const before = (await dayOf('?processedDateTime=2026-03-13'))?.slice(0, 10);
  expect([latest, before]).toEqual(['2026-03-14', '2026-03-13']);
  for (const [replacedSnapshot, pinned] of [
    [true, '2026-03-13T00:00:00'],
    ['none', undefined],
  ]) {
    await set([{ replacedSnapshot }]);
    expect(await dayOf('')).toBe('2026-03-13T00:00:00');
    expect(await dayOf(`?processedDateTime=${latest}`)).toBe(pinned);
    expect(await dayOf('?processedDateTime=2026-03-13')).toBe('2026-03-13T00:00:00');
  }
});

test('wrongSums: only groups have sold one more than their rows', async () => {
  type Sold = { readonly Value: readonly { readonly licensesSold: number }[] };
  const soldOf = async (query: string): Promise<number> =>
    ((await (await report(query)).json()) as Sold).Value.reduce((sum, row) => sum + row.licensesSold, 0);
  const sold = await soldOf('?groupby=channel');
  await set([{ wrongSums: true }]);
  expect(await soldOf('?groupby=channel')).toBe(sold + 1);
  expect(await soldOf('')).toBe(sold);
});

test('emptyPage: the link of a page without rows leads to those that were asked for', async () => {
  await set([{ emptyPage: true, times: 1 }]);
  const empty = await bodyOf(await report('?top=20&skip=40'));
  expect(empty.Value).toEqual([]);
  const link = new URL(empty['@nextLink'] ?? '', origin);
  const followed = await bodyOf(await report(link.search));
  expect(followed).toEqual(await bodyOf(await report('?top=20&skip=40')));
  expect(followed.Value).toHaveLength(20);
});

test('refusedBehindEnd: only what is behind the last row is refused', async () => {
  await set([{ refusedBehindEnd: true }]);
  expect((await report('?skip=299')).status).toBe(200);
  expect((await report('?skip=300')).status).toBe(400);
  // Where there are no rows, the first page is not behind them.
  expect((await report("?filter=channel eq 'nobody'")).status).toBe(200);
});

test('html: is a proxy’s page, with an error’s status or with 200, without the service’s headers', async () => {
  await set([
    { html: true, retryAfter: 1, times: 1 },
    { html: 200, after: 1 },
  ]);
  const bad = await report();
  expect([bad.status, bad.headers.get('retry-after'), bad.headers.get('ms-requestid')]).toEqual([
    502,
    '1',
    null,
  ]);
  const good = await report();
  expect([good.status, good.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
});

test('foreignNextLink: leads to another host', async () => {
  await set([
    { foreignNextLink: true, times: 1 },
    { foreignNextLink: 'javascript:alert(1)', after: 1 },
  ]);
  expect((await bodyOf(await report()))['@nextLink']).toMatch(/^https:\/\/evil\.example\//);
  expect((await bodyOf(await report()))['@nextLink']).toBe('javascript:alert(1)');
});
