import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPartnerCenterClient } from '#partner-center/client.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import { exchangeBy } from '#partner-center/exchange.ts';
import { MAX_BACKGROUND } from '#partner-center/queue.ts';
import { NotJson } from '#partner-center/response.ts';
import { createVirtualClock } from '#partner-center/virtual-clock.ts';
import type { Progress } from '#partner-center/reading/progress.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { ScannedPage } from '#engine/snapshot/load/part-builder.ts';
import { download, TooManyRows, type Downloaded } from './download.ts';

const DAY = '2026-11-22T00:00:00';
const SNAPSHOT: Snapshot = { processedDateTime: DAY, date: '2026-11-22', totalCount: null };

/** One response of the tests: which rows of the snapshot it has, instead of the rows. */
type Body = {
  readonly from: number;
  readonly rows: number;
  readonly nextLink?: string | null;
  readonly totalCount: number | null;
  readonly day: string;
};

type ServiceOptions = {
  readonly rows: number;
  /** Rows in one response, at most. */
  readonly cap?: number;
  /** What it says there are. */
  readonly count?: number | null;
  /** How it names the next page. */
  readonly link?: 'skip' | 'token' | 'none';
  /** What it says to a request for rows behind the last one: no rows, or this status. */
  readonly behindEnd?: number | null;
  /** Is the n-th answer (from 0) a page without rows, whose link leads to those that were asked for? */
  readonly empty?: (request: number) => boolean;
  /** What it does with its n-th request (from 0), where that is not what was asked. */
  readonly trouble?: (request: number, body: Body) => Body | Response | undefined;
  /** Milliseconds until the n-th request is answered. */
  readonly latency?: (request: number) => number;
  readonly onRequest?: (request: number) => void;
};

function serviceOf({
  rows,
  cap = 10_000,
  count = rows,
  link = 'skip',
  behindEnd = null,
  empty = () => false,
  trouble,
  latency = () => 1,
  onRequest,
}: ServiceOptions) {
  const clock = createVirtualClock(0);
  const asked: { readonly from: number; readonly top: number }[] = [];
  const checks: number[] = [];
  const underWay = { now: 0, most: 0 };
  let emptyPages = 0;

  async function answer(url: URL): Promise<Response> {
    const request = asked.length;
    const top = Number(url.searchParams.get('top') ?? 10_000);
    const from = Number(url.searchParams.get('token') ?? url.searchParams.get('skip') ?? 0);
    asked.push({ from, top });
    underWay.now += 1;
    underWay.most = Math.max(underWay.most, underWay.now);
    onRequest?.(request);
    await clock.sleep(latency(request));
    underWay.now -= 1;
    if (behindEnd !== null && from > 0 && from >= rows) return new Response(null, { status: behindEnd });
    emptyPages = empty(request) && emptyPages < 5 ? emptyPages + 1 : 0;
    if (emptyPages > 0) {
      const parameter = link === 'none' ? 'skip' : link;
      const nextLink = `?${parameter}=${from}&top=${top}`;
      return Response.json({ from, rows: 0, totalCount: count, day: DAY, nextLink });
    }
    const end = Math.min(rows, from + Math.min(cap, top));
    const isLast = end >= rows;
    const body: Body = {
      from,
      rows: Math.max(0, end - from),
      totalCount: count,
      day: DAY,
      ...(link === 'none' ? {} : { nextLink: isLast ? null : `?${link}=${end}&top=10000` }),
    };
    const instead = trouble?.(request, body) ?? body;
    return instead instanceof Response ? instead : Response.json(instead);
  }

  /** One row of the snapshot, or none where the service has none at all now. */
  function checked(): Response {
    const body: Body = { from: 0, rows: 1, totalCount: count, day: DAY, nextLink: null };
    const instead = trouble?.(asked.length, body) ?? body;
    if (instead instanceof Response) return instead;
    checks.push(asked.length);
    const Value = [{ processedDateTime: instead.day, licensesSold: 0, licensesDeployed: 0 }];
    return Response.json({ Value: Value.slice(0, instead.rows) });
  }

  const send: typeof fetch = (input, init) =>
    new Promise((resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
      const url = new URL(input instanceof Request ? input.url : input);
      const isCheck = url.searchParams.get('top') === '1' && !url.searchParams.has('skip');
      Promise.resolve(isCheck ? checked() : answer(url)).then(resolve, reject);
    });
  const client = createPartnerCenterClient({
    baseUrl: 'https://gateway.example',
    tokens: { getToken: () => Promise.resolve('token') },
    fetch: send,
    clock,
    random: () => 1,
  });
  return { client, send, clock, asked, checks, underWay };
}

/** Downloads and tells which rows were scanned, by the place they were given. */
function downloadFrom(
  { limit = () => Number.POSITIVE_INFINITY, ...options }: ServiceOptions & { readonly limit?: () => number },
  signal = new AbortController().signal,
  snapshot = SNAPSHOT,
) {
  const service = serviceOf(options);
  let pages: { readonly place: number; readonly from: number; readonly rows: number }[] = [];
  const drops: number[] = [];
  const progress: Progress[] = [];
  async function scan(place: number, text: string): Promise<ScannedPage> {
    let body: Body;
    try {
      body = JSON.parse(text) as Body;
    } catch (cause) {
      throw new NotJson(false, cause);
    }
    await Promise.resolve();
    pages.push({ place, from: body.from, rows: body.rows });
    return {
      rows: body.rows,
      nextLink: body.nextLink,
      totalCount: body.totalCount,
      processedDateTimes: [body.day],
      digest: `${body.from} ${body.rows}`,
    };
  }
  const work = download(service.client, snapshot, {
    exchange: exchangeBy(service.send, async (response) => {
      const text = await response.text();
      return { scan: (place) => scan(place, text) };
    }),
    drop: () => {
      drops.push(pages.length);
      pages = [];
      return Promise.resolve();
    },
    limit,
    turn: () => Promise.resolve(),
    signal,
    onProgress: (now) => progress.push(now),
  });
  return {
    ...service,
    drops,
    progress,
    done: service.clock.run(work),
    /** The rows in the table, in its order; a text where it is not each row once. */
    scanned: (): number | string => {
      let next = 0;
      for (const { place, from, rows } of pages.toSorted((a, b) => a.place - b.place)) {
        if (rows === 0) continue;
        if (from !== next || place !== next) return `${next} is followed by ${from}, as ${place}`;
        next += rows;
      }
      return next;
    },
  };
}

async function failureOf(work: Promise<Downloaded>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

test('several pages are under way at once, no more than the service is asked to bear', async () => {
  const run = downloadFrom({ rows: 95_000 });
  expect(await run.done).toEqual({ rows: 95_000, totalCount: 95_000 });
  expect(run.scanned()).toBe(95_000);
  expect(run.underWay.most).toBe(MAX_BACKGROUND);
  expect(run.asked.map(({ from }) => from)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => n * 10_000));
  expect(run.progress.at(-1)).toEqual({ loaded: 95_000, total: 95_000 });
});

test('each row comes once, whatever the service’s pages, count, links and speed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        rows: fc.oneof(
          fc.integer({ min: 1, max: 70_000 }),
          fc.integer({ min: 1, max: 7 }).map((pages) => pages * 10_000),
        ),
        cap: fc.constantFrom(10_000, 9_999, 5_000, 3_700),
        off: fc.constantFrom(0, 0, 7, -7, 60_000, -60_000, null),
        link: fc.constantFrom('skip' as const, 'token' as const, 'none' as const),
        behindEnd: fc.constantFrom(null, 400, 404, 416, 500),
        empties: fc.oneof(
          fc.constant<readonly boolean[]>([false]),
          fc.array(fc.boolean(), { minLength: 1, maxLength: 10 }),
        ),
        latencies: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 10 }),
      }),
      async ({ rows, cap, off, link, behindEnd, empties, latencies }) => {
        // Without links only a full page tells that there are more.
        const most = link === 'none' ? 10_000 : cap;
        const count = off === null ? null : Math.max(0, rows + off);
        const latency = (request: number): number => latencies[request % latencies.length] ?? 1;
        const empty = (request: number): boolean => empties[request % empties.length] ?? false;
        const run = downloadFrom({ rows, cap: most, count, link, behindEnd, empty, latency });
        // Nothing of the service's says that a full page without a link is the last one.
        const isEndUntold = link === 'none' && rows % most === 0 && count !== rows && behindEnd !== null;
        if (isEndUntold) {
          expect(await failureOf(run.done)).toMatchObject({ status: behindEnd });
          return;
        }
        expect(await run.done).toEqual({ rows, totalCount: count });
        expect(run.scanned()).toBe(rows);
        // Pages without rows may not end where the ranges that are asked for ahead do: then they are read in turn.
        if (!empties.some(Boolean)) expect(run.drops).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

test('what is asked for ahead, behind the last row, may be refused: nothing is asked twice for it', async () => {
  for (const behindEnd of [400, 404, 500]) {
    const run = downloadFrom({ rows: 25_000, count: null, behindEnd });
    expect(await run.done).toEqual({ rows: 25_000, totalCount: null });
    expect(run.scanned()).toBe(25_000);
    expect(run.drops).toEqual([]);
    expect(run.asked.filter(({ from }) => from < 25_000)).toHaveLength(3);
  }
});

test('a page that is refused among those asked for ahead is asked for once more, in its turn', async () => {
  const refuseAt = (from: number, times: number) => {
    let left = times;
    return downloadFrom({
      rows: 95_000,
      trouble: (_, body) => {
        if (body.from !== from || left === 0) return undefined;
        left -= 1;
        return new Response(null, { status: 400 });
      },
    });
  };
  const once = refuseAt(30_000, 1);
  expect(await once.done).toEqual({ rows: 95_000, totalCount: 95_000 });
  expect(once.scanned()).toBe(95_000);
  expect(once.asked).toHaveLength(11);
  const always = refuseAt(30_000, 99);
  expect(await failureOf(always.done)).toMatchObject({ kind: 'invalidRequest' });
});

test('a snapshot that is gone in the middle is never taken for its end', async () => {
  const whole = downloadFrom({ rows: 55_000, count: null });
  await whole.done;
  expect(whole.checks, 'the last page has dates').toEqual([]);
  for (const link of ['skip', 'token', 'none'] as const) {
    for (const goneAt of [0, 1, 2, 4]) {
      const run = downloadFrom({
        rows: 55_000,
        count: null,
        link,
        trouble: (request, body) => (request >= goneAt ? { ...body, rows: 0, nextLink: null } : undefined),
      });
      expect(await failureOf(run.done)).toMatchObject({ kind: 'snapshotChanged' });
    }
  }
});

test('a link with a name of its own is followed one page after the other', async () => {
  const run = downloadFrom({ rows: 45_000, link: 'token' });
  await run.done;
  expect(run.scanned()).toBe(45_000);
  expect(run.underWay.most).toBe(1);
});

test('pages that are not full are filled up, not asked for twice', async () => {
  const run = downloadFrom({ rows: 40_000, cap: 4_000 });
  await run.done;
  expect(run.scanned()).toBe(40_000);
  // Each range is filled by 4,000, 4,000 and 2,000; the first page was 4,000.
  expect(run.asked).toHaveLength(1 + 3 * 3 + 2);
});

test('a service that gives more than was asked is read one page after the other', async () => {
  // Whatever `top` says, a page ends at a multiple of 8,000.
  const run = downloadFrom({
    rows: 50_000,
    cap: 8_000,
    trouble: (_, body) => {
      const end = Math.min(50_000, (Math.floor(body.from / 8_000) + 1) * 8_000);
      const nextLink = end === 50_000 ? null : `?skip=${end}`;
      return { ...body, rows: Math.max(0, end - body.from), nextLink };
    },
  });
  expect(await run.done).toEqual({ rows: 50_000, totalCount: 50_000 });
  expect(run.scanned()).toBe(50_000);
});

test('rows behind a last page are not taken from a guess', async () => {
  // The third page says it is the last: a service that would, led by its links, never give those behind it.
  const run = downloadFrom({
    rows: 60_000,
    trouble: (_, body) => (body.from === 20_000 ? { ...body, nextLink: null } : undefined),
  });
  expect(await run.done).toEqual({ rows: 30_000, totalCount: 60_000 });
  expect(run.scanned()).toBe(30_000);
});

describe('the most rows that the person lets in', () => {
  test.each([null, 1_000, 400_000])('holds where the service counts %j', async (count) => {
    const run = downloadFrom({ rows: 400_000, count, limit: () => 45_000 });
    expect(await failureOf(run.done)).toEqual(new TooManyRows(50_000));
    expect(run.progress.at(-1)?.loaded).toBe(40_000);
    const { length } = run.asked;
    expect(length).toBeLessThan(5 + MAX_BACKGROUND);
    await run.clock.run(run.clock.sleep(500));
    expect(run.asked).toHaveLength(length);
  });

  test('may be reached, and changed meanwhile', async () => {
    const exact = downloadFrom({ rows: 45_000, limit: () => 45_000 });
    expect(await exact.done).toEqual({ rows: 45_000, totalCount: 45_000 });
    let limit = 100_000;
    const lowered = downloadFrom({
      rows: 95_000,
      limit: () => limit,
      onRequest: (request) => {
        if (request === 4) limit = 10;
      },
    });
    expect(await failureOf(lowered.done)).toBeInstanceOf(TooManyRows);
    expect(lowered.asked.length).toBeLessThan(9);
  });
});

describe('pages that do not belong together', () => {
  test('a page of another day begins the download again', async () => {
    const run = downloadFrom({
      rows: 55_000,
      trouble: (request, body) => (request === 3 ? { ...body, day: '2026-11-21T00:00:00' } : undefined),
    });
    expect(await run.done).toEqual({ rows: 55_000, totalCount: 55_000 });
    expect(run.drops).toHaveLength(1);
    expect(run.scanned()).toBe(55_000);
  });

  test('the same day in other words is no other day', async () => {
    const run = downloadFrom({ rows: 5, trouble: (_, body) => ({ ...body, day: '2026-11-22T06:00:00Z' }) });
    expect(await run.done).toEqual({ rows: 5, totalCount: 5 });
  });

  test('a page of another snapshot of the same day begins the download again', async () => {
    const run = downloadFrom({
      rows: 55_000,
      trouble: (request, body) => (request === 3 ? { ...body, day: '2026-11-22T06:00:00' } : undefined),
    });
    expect(await run.done).toEqual({ rows: 55_000, totalCount: 55_000 });
    expect(run.drops).toHaveLength(1);
    expect(run.scanned()).toBe(55_000);
  });

  test('a service that is torn each time is told of', async () => {
    const run = downloadFrom({
      rows: 55_000,
      trouble: (_, body) => (body.from === 0 ? undefined : { ...body, day: '2026-11-21T00:00:00' }),
    });
    expect(await failureOf(run.done)).toMatchObject({ kind: 'snapshotChanged' });
    expect(run.drops).toHaveLength(3);
    expect(run.underWay.now).toBeLessThan(MAX_BACKGROUND);
  });

  test('a page that comes twice is never counted twice', async () => {
    const repeat = (from: number) => (_: number, body: Body) =>
      body.from === from ? { ...body, from: 0, rows: 10_000 } : undefined;
    const run = downloadFrom({ rows: 55_000, trouble: repeat(30_000) });
    expect(await failureOf(run.done)).toMatchObject({ kind: 'pagesOverlap' });
    // Again, then by the service's own way through its pages.
    expect(run.drops).toHaveLength(3);
  });

  test('links that lead round in a circle end', async () => {
    const run = downloadFrom({
      rows: 90,
      cap: 10,
      link: 'token',
      trouble: (_, body) => ({ ...body, nextLink: `?token=${(body.from + 10) % 30}` }),
    });
    expect(await failureOf(run.done)).toMatchObject({ kind: 'pagesOverlap' });
  });
});

describe('trouble on the way', () => {
  test('what fails in passing is asked again, and read once', async () => {
    const troubles = new Map([
      [1, new Response(null, { status: 503 })],
      [3, new Response('{"from": 30000, "ro')],
      [6, new Response(null, { status: 429, headers: { 'Retry-After': '5' } })],
    ]);
    const run = downloadFrom({ rows: 95_000, trouble: (request) => troubles.get(request) });
    expect(await run.done).toEqual({ rows: 95_000, totalCount: 95_000 });
    expect(run.scanned()).toBe(95_000);
    expect(run.drops).toEqual([]);
  });

  test('a page that fails for good fails the download, and the others stop', async () => {
    const run = downloadFrom({
      rows: 95_000,
      trouble: (request) => (request === 4 ? new Response(null, { status: 403 }) : undefined),
      latency: (request) => (request === 4 ? 1 : 50),
    });
    expect(await failureOf(run.done)).toMatchObject({ kind: 'roleMissing' });
    expect(run.asked.length).toBeLessThan(9);
    const { length } = run.asked;
    await run.clock.run(run.clock.sleep(500));
    expect(run.asked).toHaveLength(length);
  });

  test('stopped midway, nothing more is asked', async () => {
    const stopping = new AbortController();
    const run = downloadFrom(
      { rows: 400_000, onRequest: (request) => request === 11 && stopping.abort() },
      stopping.signal,
    );
    const error = await failureOf(run.done);
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(error).not.toBeInstanceOf(PartnerCenterError);
    expect(run.asked).toHaveLength(12);
    expect(run.client.activity.waits()).toEqual([]);
  });
});
