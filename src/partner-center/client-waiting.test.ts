import { describe, expect, test } from 'vitest';
import type { TokenRequest } from '#partner-center/token-source.ts';
import type { Connectivity } from './activity.ts';
import {
  createPartnerCenterClient,
  type BodyReading,
  type CallOptions,
  type LicenseDeploymentQuery,
  type PageReader,
} from './client.ts';
import { exchangeBy, type Exchange } from './exchange.ts';
import { MAX_BACKGROUND, MAX_CONCURRENCY, type Priority } from './queue.ts';
import { MAX_TRIES } from './retry.ts';
import { createVirtualClock } from './virtual-clock.ts';

const ANSWER = { Value: [], '@nextLink': null, TotalCount: 0 };
const READING: BodyReading<null> = { rowCount: 0, nextLink: null, totalCount: 0, value: null };
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
const soon = () => new Promise((resolve) => setImmediate(resolve));
const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init);
const failureOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

/** A question that differs from others by the row that it begins with. */
const question = (skip: number): LicenseDeploymentQuery => ({
  filter: null,
  groupby: [],
  processedDateTime: null,
  top: 1,
  skip,
});

type Sent = {
  readonly skip: number;
  readonly id: string | null;
  readonly at: number;
  readonly signal: AbortSignal;
  readonly answer: (response: Response) => void;
  readonly fail: (error: unknown) => void;
};

/** A client whose requests are kept. They are answered by hand, or at once by `onSent`. */
function clientOf(
  options: {
    token?: (request?: TokenRequest) => Promise<string>;
    connectivity?: Connectivity;
    onSent?: (request: Sent) => void;
  } = {},
) {
  const clock = createVirtualClock(0);
  const sent: Sent[] = [];
  const send: typeof fetch = (input, init) =>
    new Promise((resolve, reject) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const request: Sent = {
        skip: Number(url.searchParams.get('skip')),
        id: new Headers(init?.headers).get('MS-RequestId'),
        at: clock.now(),
        signal: init?.signal ?? new AbortController().signal,
        answer: resolve,
        fail: reject,
      };
      sent.push(request);
      options.onSent?.(request);
    });
  const client = createPartnerCenterClient({
    baseUrl: 'https://gateway.example',
    clock,
    // This is the longest wait that jitter allows.
    random: () => 1,
    tokens: { getToken: options.token ?? (() => Promise.resolve('token')) },
    fetch: send,
    ...(options.connectivity === undefined ? {} : { connectivity: options.connectivity }),
  });
  const ask = (skip: number, call?: CallOptions) => client.licenseDeployment(question(skip), call);
  return { client, clock, sent, send, ask };
}

describe('a place in the queue', () => {
  const exchange: Exchange<string> = exchangeBy(
    () => Promise.resolve(json(ANSWER)),
    (response) => response.text(),
  );
  // These steps never end and do not listen to the signal.
  const endless: Readonly<Record<string, Partial<PageReader<string, null>>>> = {
    'a response': { exchange: never },
    'the reader': { readBody: never },
  };

  test.each(Object.entries(endless))('is given back by who leaves while it waits for %s', async (_, part) => {
    const { client } = clientOf();
    const reader: PageReader<string, null> = { exchange, readBody: () => Promise.resolve(READING) };
    const leaving = new AbortController();
    const left = Array.from({ length: MAX_CONCURRENCY }, (_unused, skip) =>
      failureOf(client.read(question(skip), { ...reader, ...part }, { signal: leaving.signal })),
    );
    await soon();
    leaving.abort();
    expect(await Promise.all(left)).toEqual(left.map(() => leaving.signal.reason as unknown));
    expect(await client.read(question(9), reader)).toMatchObject({ rowCount: 0 });
  });

  test('is given back by who leaves while it waits for a token, and nothing is sent when that comes', async () => {
    const asked: ((token: string) => void)[] = [];
    const { sent, ask } = clientOf({
      token: () =>
        asked.length < MAX_CONCURRENCY
          ? new Promise((resolve) => {
              asked.push(resolve);
            })
          : Promise.resolve('token'),
      onSent: ({ answer }) => answer(json(ANSWER)),
    });
    const leaving = new AbortController();
    const left = Array.from({ length: MAX_CONCURRENCY }, (_, skip) =>
      failureOf(ask(skip, { signal: leaving.signal })),
    );
    await soon();
    expect(asked).toHaveLength(MAX_CONCURRENCY);
    leaving.abort();
    expect(await Promise.all(left)).toEqual(left.map(() => leaving.signal.reason as unknown));
    expect((await ask(9)).rows).toEqual([]);
    for (const resolve of asked) resolve('late');
    await soon();
    expect(sent.map(({ skip }) => skip)).toEqual([9]);
  });

  test('is not waited in by who left as it came', async () => {
    const { sent, ask } = clientOf({ token: never });
    const leaving = new AbortController();
    const left = failureOf(ask(0, { signal: leaving.signal }));
    // The place is free, but the request that waited for it has not been told yet.
    leaving.abort();
    expect(await left).toBe(leaving.signal.reason);
    expect(sent).toEqual([]);
  });

  test('goes to what is looked at before what is behind', async () => {
    const { sent, ask } = clientOf();
    const asked: Promise<unknown>[] = [];
    const add = (skip: number, priority?: Priority) => asked.push(ask(skip, { priority }));
    for (let skip = 1; skip <= MAX_CONCURRENCY + 1; skip += 1) add(skip, 'background');
    await soon();
    expect(sent).toHaveLength(MAX_BACKGROUND);
    add(101);
    add(102);
    await soon();
    expect(sent.map(({ skip }) => skip)).toEqual([1, 2, 3, 101]);
    sent[0]?.answer(json(ANSWER));
    await soon();
    expect(sent.at(-1)?.skip).toBe(102);
    for (let next = 1; next < MAX_CONCURRENCY + 3; next += 1) {
      sent[next]?.answer(json(ANSWER));
      await soon();
    }
    await Promise.all(asked);
    expect(sent.map(({ skip }) => skip)).toEqual([1, 2, 3, 101, 102, 4, 5]);
  });
});

test('throttling lets fewer requests go at once, answers more again', async () => {
  let isThrottled = true;
  let underWay = 0;
  let most = 0;
  const { clock, ask, sent } = clientOf({
    onSent: ({ answer }) => {
      underWay += 1;
      most = Math.max(most, underWay);
      setImmediate(() => {
        underWay -= 1;
        answer(isThrottled ? json({}, { status: 429 }) : json(ANSWER));
        isThrottled = false;
      });
    },
  });
  const askMany = async (count: number): Promise<number> => {
    most = 0;
    await Promise.all(Array.from({ length: count }, (_, skip) => ask(skip + 1)));
    return most;
  };
  await clock.run(ask(0));
  expect(sent).toHaveLength(2);
  // The answer after that question counts as one; with the four that follow there are five.
  expect(await askMany(3)).toBe(MAX_CONCURRENCY / 2);
  expect(await askMany(1)).toBe(1);
  expect(await askMany(5)).toBe(MAX_CONCURRENCY / 2 + 1);
  expect(await askMany(5)).toBe(MAX_CONCURRENCY);
});

test('a failure that is no throttling leaves as many requests at once as before', async () => {
  const { clock, ask, sent } = clientOf({
    onSent: ({ answer }) => {
      if (sent.length === 1) answer(json({}, { status: 503 }));
      else if (sent.length === 2) answer(json(ANSWER));
    },
  });
  await clock.run(ask(0));
  for (let skip = 1; skip <= MAX_CONCURRENCY; skip += 1) void ask(skip);
  await soon();
  expect(sent).toHaveLength(2 + MAX_CONCURRENCY);
});

test('what the service refuses is told at once, whatever the machine says of its network', async () => {
  const { ask } = clientOf({
    connectivity: { isOnline: () => false, subscribe: () => () => undefined },
    onSent: ({ answer }) => answer(json({}, { status: 400 })),
  });
  expect(await failureOf(ask(0))).toMatchObject({ kind: 'invalidRequest' });
});

describe('a response that begins and does not end', () => {
  /** The response begins and then stalls. */
  const stalled = ({ signal }: Sent, init: ResponseInit): Response =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"Value":'));
          signal.addEventListener('abort', () => controller.error(signal.reason));
        },
      }),
      init,
    );

  /** The first response stalls, the second comes in full. */
  const clientAfter = (init: ResponseInit) => {
    const all = clientOf({
      onSent: (request) => request.answer(all.sent.length === 1 ? stalled(request, init) : json(ANSWER)),
    });
    return all;
  };

  test('is asked for again under a new id: the service has answered', async () => {
    const { clock, sent, ask } = clientAfter({ status: 200 });
    expect((await clock.run(ask(0))).rows).toEqual([]);
    expect(sent.map(({ at }) => at)).toEqual([0, 120_500]);
    expect(sent[1]?.id).not.toBe(sent[0]?.id);
  });

  test('so it is where it is fetched elsewhere, by what tells no more than that it began', async () => {
    const { client, clock, sent, send } = clientAfter({ status: 200 });
    const onPage = exchangeBy(send, (response) => response.text());
    const exchange: Exchange<string> = (request, signal, onHead) =>
      // As with a worker, an exchange that was aborted says nothing more.
      Promise.race([
        onPage(request, signal, onHead),
        new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
      ]);
    const reader = { exchange, readBody: () => Promise.resolve(READING) };
    await clock.run(client.read(question(0), reader));
    expect(sent).toHaveLength(2);
    expect(sent[1]?.id).not.toBe(sent[0]?.id);
  });

  test('is an error that says so, with the ids of the response', async () => {
    const headers = { 'MS-RequestId': 'r', 'MS-CorrelationId': 'c' };
    const { clock, ask } = clientOf({
      onSent: (request) => request.answer(stalled(request, { headers })),
    });
    expect(await clock.run(failureOf(ask(0)))).toMatchObject({
      kind: 'interrupted',
      status: 200,
      description: 'Not all of the answer came within 120 seconds.',
      requestId: 'r',
      correlationId: 'c',
    });
  });

  test('says by its status what it is', async () => {
    const { clock, sent, ask } = clientAfter({ status: 429, headers: { 'Retry-After': '60' } });
    await clock.run(ask(0));
    expect(sent.map(({ at }) => at)).toEqual([0, 180_500]);
  });
});

test('a response that never begins, of a fetch that does not listen, is one that never came', async () => {
  const { clock, sent, ask } = clientOf({
    onSent: ({ answer }) => {
      if (sent.length > 1) answer(json(ANSWER));
    },
  });
  await clock.run(ask(0));
  expect(sent.map(({ at }) => at)).toEqual([0, 120_500]);
  expect(sent[1]?.id).toBe(sent[0]?.id);
});

test('who leaves takes the request back', async () => {
  const { sent, ask } = clientOf();
  const leaving = new AbortController();
  const left = failureOf(ask(0, { signal: leaving.signal }));
  await soon();
  expect(sent.map(({ signal }) => signal.aborted)).toEqual([false]);
  leaving.abort();
  await left;
  expect(sent.map(({ signal }) => signal.aborted)).toEqual([true]);
});

test('a request that takes too long is taken back, whoever may still leave', async () => {
  const { clock, sent, ask } = clientOf({
    onSent: ({ answer }) => {
      if (sent.length > 1) answer(json(ANSWER));
    },
  });
  await clock.run(ask(0, { signal: new AbortController().signal }));
  expect(sent.map(({ signal }) => signal.aborted)).toEqual([true, false]);
});

test('waits without a network are no tries, however many', async () => {
  const listeners = new Set<() => void>();
  let online = true;
  const { client, clock, sent, ask } = clientOf({
    connectivity: {
      isOnline: () => online,
      subscribe: (onChange) => {
        listeners.add(onChange);
        return () => listeners.delete(onChange);
      },
    },
    onSent: ({ answer, fail }) => {
      if (sent.length > MAX_TRIES + 2) return answer(json(ANSWER));
      online = false;
      fail(new TypeError('Failed to fetch'));
    },
  });
  const triesSeen = new Set<number>();
  client.activity.subscribe(() => {
    for (const { tries } of client.activity.waits()) triesSeen.add(tries);
    if (client.activity.waits().length > 0) {
      setImmediate(() => {
        online = true;
        for (const listener of listeners) listener();
      });
    }
  });
  expect((await clock.run(ask(0))).rows).toEqual([]);
  expect(triesSeen).toEqual(new Set([1]));
});

test.each([
  ['300', 2],
  ['301', 1],
])('a Retry-After of %s seconds: %i requests', async (retryAfter, requests) => {
  const { clock, sent, ask } = clientOf({
    onSent: ({ answer }) =>
      answer(
        sent.length === 1 ? json({}, { status: 503, headers: { 'Retry-After': retryAfter } }) : json(ANSWER),
      ),
  });
  await clock.run(failureOf(ask(0)));
  expect(sent).toHaveLength(requests);
});
