import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SignInNeeded, type TokenRequest } from '#partner-center/token-source.ts';
import {
  createPartnerCenterClient,
  LICENSE_DEPLOYMENT_PATH,
  nextLinkPaging,
  type BodyReading,
  type Continuation,
  type LicenseDeploymentQuery,
  type PageReader,
} from './client.ts';
import type { Connectivity } from './activity.ts';
import { PartnerCenterError } from './error.ts';
import { exchangeBy } from './exchange.ts';
import { NotJson, UnreadableBody } from './response.ts';
import { MAX_TRIES } from './retry.ts';
import { createVirtualClock } from './virtual-clock.ts';

const QUERY: LicenseDeploymentQuery = {
  filter: null,
  groupby: ['channel'],
  processedDateTime: null,
  top: 2,
  skip: 0,
};
const GROUPS = [
  { channel: 'reseller', licensesDeployed: 1, licensesSold: 2 },
  { channel: 'direct', licensesDeployed: 3, licensesSold: 4 },
];

const START = Date.parse('2026-11-22T10:00:00Z');

/** `at` is in milliseconds since the test's beginning. */
type Sent = { readonly url: URL; readonly headers: Headers; readonly init: RequestInit; readonly at: number };

/** A client whose service answers from a list, in order. It keeps what was sent and asked for. */
function clientOf(
  answers: readonly (Response | Error | (() => Response))[],
  options: {
    baseUrl?: string;
    token?: (request?: TokenRequest) => Promise<string>;
    connectivity?: Connectivity;
  } = {},
) {
  const clock = createVirtualClock(START);
  const sent: Sent[] = [];
  const tokenRequests: (TokenRequest | undefined)[] = [];
  const send: typeof fetch = (input, init = {}) => {
    sent.push({
      url: new URL(input instanceof Request ? input.url : input),
      headers: new Headers(init.headers),
      init,
      at: clock.now() - START,
    });
    const answer = answers[sent.length - 1] ?? answers.at(-1);
    if (answer === undefined) return Promise.reject(new Error('nothing to answer'));
    if (answer instanceof Error) return Promise.reject(answer);
    return Promise.resolve((answer instanceof Response ? answer : answer()).clone());
  };
  const client = createPartnerCenterClient({
    baseUrl: options.baseUrl ?? 'https://gateway.example',
    applicationName: 'Tests',
    locale: () => 'de-DE',
    clock,
    // This is the longest wait that jitter allows.
    random: () => 1,
    ...(options.connectivity === undefined ? {} : { connectivity: options.connectivity }),
    tokens: {
      getToken: (request) => {
        tokenRequests.push(request);
        return options.token?.(request) ?? Promise.resolve(`token-${tokenRequests.length}`);
      },
    },
    fetch: send,
  });
  /** A reader that fetches elsewhere, as a worker does: it gets the texts of the bodies. */
  const elsewhere = <T>(readBody: (text: string) => Promise<BodyReading<T>>): PageReader<string, T> => ({
    exchange: exchangeBy(send, (response) => response.text()),
    readBody,
  });
  return { client, sent, tokenRequests, clock, elsewhere };
}

const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init);
const failureOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

test.each([
  `${LICENSE_DEPLOYMENT_PATH}?skip=1`,
  `${LICENSE_DEPLOYMENT_PATH}?skip=2&skip=1`,
  `${LICENSE_DEPLOYMENT_PATH}?skip=next`,
  `${LICENSE_DEPLOYMENT_PATH}?top=2`,
])('a next link that leads back to rows that were read is not followed: %s', async (link) => {
  const { client } = clientOf([json({ Value: GROUPS, '@nextLink': `https://other.example${link}` })]);
  const { next } = await client.licenseDeployment({ ...QUERY, top: 5 });
  expect(next).toEqual({ paging: 'top=5&skip=2', skip: 2 });
});

describe('the request', () => {
  test('has the exact path, parameters and headers', async () => {
    const { client, sent } = clientOf([json({ Value: [], '@nextLink': null, TotalCount: 0 })]);
    await client.licenseDeployment({
      filter: { kind: 'comparison', field: 'customerName', operator: 'eq', value: "O'Neill & Sons + 1" },
      groupby: ['productName', 'channel'],
      processedDateTime: '2026-11-22T00:00:00',
      top: 100,
      skip: 300,
    });
    const request = sent[0];
    expect(request?.url.href).toBe(
      `https://gateway.example${LICENSE_DEPLOYMENT_PATH}` +
        '?filter=customerName%20eq%20%27O%27%27Neill%20%26%20Sons%20%2B%201%27' +
        '&groupby=productName%2Cchannel&processedDateTime=2026-11-22T00%3A00%3A00&top=100&skip=300',
    );
    const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      accept: 'application/json',
      authorization: 'Bearer token-1',
      'ms-contract-version': 'v1',
      'ms-requestid': expect.stringMatching(guid) as string,
      'ms-correlationid': expect.stringMatching(guid) as string,
      'x-locale': 'de-DE',
      'ms-partnercenter-application': 'Tests',
    });
    expect(request?.init).toMatchObject({ cache: 'no-store', redirect: 'error', credentials: 'omit' });
  });

  test('keeps a path of the base URL, whatever slashes it ends with', async () => {
    const { client, sent } = clientOf([json({ Value: [] })], { baseUrl: 'https://gateway.example/pc//' });
    await client.licenseDeployment(QUERY);
    expect(sent[0]?.url.pathname).toBe(`/pc${LICENSE_DEPLOYMENT_PATH}`);
  });

  test('sends text that is no valid unicode without failing', async () => {
    const { client, sent } = clientOf([json({ Value: [] })]);
    await client.licenseDeployment({
      ...QUERY,
      filter: { kind: 'comparison', field: 'channel', operator: 'ne', value: 'a\uD800b' },
    });
    expect(sent[0]?.url.searchParams.get('filter')).toBe("channel ne 'a\uFFFDb'");
  });
});

describe('paging', () => {
  const nextAfter = async (nextLink: string | null | undefined, rows = GROUPS) => {
    const body = nextLink === undefined ? { Value: rows } : { Value: rows, '@nextLink': nextLink };
    const { client, sent } = clientOf([json(body), json({ Value: [] })]);
    const page = await client.licenseDeployment(QUERY);
    if (page.next === null) return null;
    await client.licenseDeployment(QUERY, { continuation: page.next });
    return sent[1]?.url;
  };

  test('ends with a null link, however full the page', async () => {
    expect(await nextAfter(null)).toBeNull();
  });

  test('takes the query of an absolute link and keeps the configured base', async () => {
    const next = await nextAfter(
      `https://api.partnercenter.microsoft.com${LICENSE_DEPLOYMENT_PATH}?groupby=channel&top=2&skip=2&token=x%20y`,
    );
    expect(next?.href).toBe(
      `https://gateway.example${LICENSE_DEPLOYMENT_PATH}?groupby=channel&top=2&skip=2&token=x%20y`,
    );
  });

  test.each([
    `${LICENSE_DEPLOYMENT_PATH}?skip=2`,
    `?skip=2`,
    `${LICENSE_DEPLOYMENT_PATH.slice(0, -1).toUpperCase()}?skip=2`,
    `https://api.partnercenter.microsoft.com/gateway${LICENSE_DEPLOYMENT_PATH}?skip=2`,
  ])('follows %s', async (link) => {
    expect((await nextAfter(link))?.search).toBe('?groupby=channel&skip=2');
  });

  test('a link never changes the question', async () => {
    const next = await nextAfter(`${LICENSE_DEPLOYMENT_PATH}?Filter=x&GROUPBY=y&processedDateTime=z&skip=2`);
    expect(next?.search).toBe('?groupby=channel&skip=2');
  });

  test.each([
    'https://evil.example/steal?skip=2',
    '/v1/other/?skip=2',
    'http://[broken',
    LICENSE_DEPLOYMENT_PATH,
    '?token=%zz',
    // This link leads to the page itself.
    `${LICENSE_DEPLOYMENT_PATH}?top=2`,
  ])('ignores %s and goes on by skip', async (link) => {
    expect((await nextAfter(link))?.href).toBe(
      `https://gateway.example${LICENSE_DEPLOYMENT_PATH}?groupby=channel&top=2&skip=2`,
    );
  });

  test('without the name of a link, a full page goes on and a short one ends', async () => {
    expect((await nextAfter(undefined))?.search).toBe('?groupby=channel&top=2&skip=2');
    expect(await nextAfter(undefined, GROUPS.slice(1))).toBeNull();
  });

  test('what a link says in names of its own goes back exactly as it came', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom('+', '=', '/', '%2B', '%20', '%3d', '%C3%A9', 'a', ':', ',', '~', '*'),
        }),
        fc.constantFrom('$skiptoken', 'continuation+Token', '%24skip%20token', 'token'),
        async (value, name) => {
          const link = `${LICENSE_DEPLOYMENT_PATH}?filter=x&${name}=${value}&$count&top=2`;
          expect((await nextAfter(link))?.search).toBe(`?groupby=channel&${name}=${value}&$count&top=2`);
        },
      ),
    );
    expect((await nextAfter('?$skiptoken=abc+def==&%66ilter=y'))?.search).toBe(
      '?groupby=channel&$skiptoken=abc+def==',
    );
  });

  test.each(['', ' '])('an empty link, "%s", is none', async (link) => {
    expect(await nextAfter(link)).toBeNull();
  });

  test('a page without rows leads on where its link does', async () => {
    expect((await nextAfter('?skip=2', []))?.search).toBe('?groupby=channel&skip=2');
    expect((await nextAfter('?token=a+b', []))?.search).toBe('?groupby=channel&token=a+b');
    // It is the same page, which may have rows the next time.
    expect((await nextAfter('?top=2', []))?.search).toBe('?groupby=channel&top=2');
  });

  test.each([null, undefined, '', 'https://evil.example/?skip=2', '/v1/other/', 'http://[', '?token=%'])(
    'a page without rows and without a way on is the last: %s',
    async (link) => {
      expect(await nextAfter(link, [])).toBeNull();
    },
  );

  test('a page of a name of its own whose link leads to itself is not asked for again', async () => {
    const { client } = clientOf([json({ Value: GROUPS, '@nextLink': '?token=x' })]);
    const { next } = await client.licenseDeployment(QUERY, { continuation: { paging: 'token=x', skip: 2 } });
    expect(next).toEqual({ paging: 'top=2&skip=4', skip: 4 });
  });

  test('pages without rows are followed so many times in a row, and then named', async () => {
    /** Follows the pages to the last one or to an error, and tells how many were asked for. */
    const follow = async (
      answers: readonly Response[],
    ): Promise<{ readonly pages: number; readonly error: unknown }> => {
      const { client, sent } = clientOf(answers);
      let continuation: Continuation | null | undefined;
      while (continuation !== null) {
        try {
          continuation = (await client.licenseDeployment(QUERY, { continuation })).next;
        } catch (error) {
          return { pages: sent.length, error };
        }
      }
      return { pages: sent.length, error: null };
    };
    const empties = (from: number, count: number): Response[] =>
      Array.from({ length: count }, (_, index) => json({ Value: [], '@nextLink': `?token=${from + index}` }));
    const rows = json({ Value: GROUPS, '@nextLink': '?token=x' });
    const last = json({ Value: GROUPS, '@nextLink': null });
    // A page with rows in between makes the count begin anew.
    const inBetween = [...empties(0, 25), rows, ...empties(30, 25), last];
    expect(await follow(inBetween)).toEqual({ pages: 52, error: null });
    expect(await follow(empties(0, 99))).toMatchObject({
      pages: 26,
      error: {
        kind: 'emptyPages',
        description: 'The service sent 26 pages without rows in a row, each with a link to another.',
      },
    });
  });
});

test('a next link with nothing to continue by leads nowhere', () => {
  expect(nextLinkPaging(`${LICENSE_DEPLOYMENT_PATH}?filter=x`)).toBeNull();
});

test('more rows than one response has are never asked for in one', async () => {
  const { client, sent } = clientOf([json({ Value: GROUPS, '@nextLink': 'http://[' }), json({ Value: [] })]);
  const query = { ...QUERY, top: 20_000 };
  const { next } = await client.licenseDeployment(query);
  await client.licenseDeployment(query, { continuation: next ?? undefined });
  expect(sent.map(({ url }) => url.search)).toEqual([
    '?groupby=channel&top=10000',
    '?groupby=channel&top=10000&skip=2',
  ]);
});

describe('trouble', () => {
  test('a 401 renews the token once and asks again under a new request id', async () => {
    const { client, sent, tokenRequests } = clientOf([json({}, { status: 401 }), json({ Value: GROUPS })]);
    expect((await client.licenseDeployment(QUERY)).rows).toHaveLength(2);
    expect(tokenRequests.map((request) => request?.forceRefresh ?? false)).toEqual([false, true]);
    expect(sent[1]?.headers.get('Authorization')).toBe('Bearer token-2');
    expect(sent[1]?.headers.get('MS-RequestId')).not.toBe(sent[0]?.headers.get('MS-RequestId'));
  });

  test('a second 401 is the end', async () => {
    const { client, sent } = clientOf([json({}, { status: 401 }), json({}, { status: 401 })]);
    expect(await failureOf(client.licenseDeployment(QUERY))).toMatchObject({
      kind: 'signInNeeded',
      status: 401,
    });
    expect(sent).toHaveLength(2);
  });

  test('a claims challenge asks for a token with those claims', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    const challenge = { 'WWW-Authenticate': `Bearer error="insufficient_claims", claims="${btoa(claims)}"` };
    const { client, tokenRequests } = clientOf([json({}, { status: 403, headers: challenge })], {
      token: (request) =>
        request?.claims === undefined
          ? Promise.resolve('token')
          : Promise.reject(new SignInNeeded('Interaction needed', { claims: request.claims })),
    });
    expect(await failureOf(client.licenseDeployment(QUERY))).toMatchObject({ kind: 'stepUpNeeded', claims });
    expect(tokenRequests[1]).toMatchObject({ forceRefresh: true, claims });
  });

  const MFA_CLAIMS = '{"access_token":{"amr":{"essential":true,"values":["mfa"]}}}';
  const WITHOUT_MFA = json({ code: '900421', description: 'Unauthorized' }, { status: 401 });

  test('the want of a second factor is asked for silently once', async () => {
    const { client, sent, tokenRequests } = clientOf([WITHOUT_MFA, json({ Value: GROUPS })]);
    expect((await client.licenseDeployment(QUERY)).rows).toHaveLength(2);
    const refused = { forceRefresh: true, refused: 'token-1', hadPassed: false };
    expect(tokenRequests[1]).toEqual({ ...refused, claims: MFA_CLAIMS });
    expect(sent).toHaveLength(2);
  });

  test('it is said of a refused token whether it had passed before', async () => {
    const passing = json({ Value: GROUPS });
    const { client, tokenRequests } = clientOf([passing, WITHOUT_MFA, passing], {
      token: (request) => Promise.resolve(request?.refused === undefined ? 'old' : 'new'),
    });
    await client.licenseDeployment(QUERY);
    await client.licenseDeployment(QUERY);
    expect(tokenRequests.at(-1)).toMatchObject({ refused: 'old', hadPassed: true });
  });

  test('where the directory wants the person for it, the error has the words and ids of the service', async () => {
    const { client, sent } = clientOf([WITHOUT_MFA], {
      token: (request) =>
        request?.claims === undefined
          ? Promise.resolve('token')
          : Promise.reject(new SignInNeeded('Interaction needed', { claims: request.claims })),
    });
    expect(await failureOf(client.licenseDeployment(QUERY))).toMatchObject({
      kind: 'stepUpNeeded',
      status: 401,
      code: '900421',
      description: 'Unauthorized',
      requestId: sent[0]?.headers.get('MS-RequestId'),
      claims: MFA_CLAIMS,
    });
    expect(sent).toHaveLength(1);
  });

  test('a silent token that is refused for the same leaves the step to the person', async () => {
    const { client, sent } = clientOf([WITHOUT_MFA]);
    expect(await failureOf(client.licenseDeployment(QUERY))).toMatchObject({ kind: 'stepUpNeeded' });
    expect(sent).toHaveLength(2);
  });

  test('the token of the person’s own step, refused for the same, is the end of steps', async () => {
    const { client, sent } = clientOf([WITHOUT_MFA], {
      token: (request) =>
        request?.refused === undefined
          ? Promise.resolve('token')
          : Promise.reject(new SignInNeeded('In vain', { claims: request.claims, isInVain: true })),
    });
    expect(await failureOf(client.licenseDeployment(QUERY))).toMatchObject({
      kind: 'stepUpRefused',
      code: '900421',
      asksForSecondFactor: true,
    });
    expect(sent).toHaveLength(1);
  });

  test('a token that ended and then shows too little is renewed for each', async () => {
    const { client, tokenRequests } = clientOf([
      json({}, { status: 401 }),
      WITHOUT_MFA,
      json({ Value: GROUPS }),
    ]);
    expect((await client.licenseDeployment(QUERY)).rows).toHaveLength(2);
    expect(tokenRequests.map((request) => [request?.refused, request?.claims])).toEqual([
      [undefined, undefined],
      ['token-1', undefined],
      ['token-2', MFA_CLAIMS],
    ]);
  });

  test('a service that asks for another claim each time is not followed for ever', async () => {
    const challenges = Array.from({ length: 9 }, (_, index) => {
      const claims = btoa(`{"access_token":{"nbf":{"value":"${index}"}}}`);
      return json({}, { status: 401, headers: { 'WWW-Authenticate': `Bearer claims="${claims}"` } });
    });
    const { client, sent } = clientOf(challenges);
    expect(await failureOf(client.licenseDeployment(QUERY))).toMatchObject({ kind: 'stepUpNeeded' });
    expect(sent).toHaveLength(4);
  });

  test('an answer that came all the same may say that a second factor is due', async () => {
    const ANSWER = json({ Value: GROUPS });
    const due = json({ Value: GROUPS }, { headers: { isMfaCompliant: 'false' } });
    const { client, elsewhere } = clientOf([due, ANSWER, due]);
    await client.licenseDeployment(QUERY);
    expect(client.secondFactor.isDue()).toBe(true);
    await client.licenseDeployment(QUERY);
    expect(client.secondFactor.isDue()).toBe(false);
    const reader = elsewhere(async () => ({ rowCount: 0, nextLink: null, totalCount: 0, value: null }));
    await client.read(QUERY, reader);
    expect(client.secondFactor.isDue(), 'heard from a worker as well').toBe(true);
  });

  test('nobody signed in is an error of its own, without a request', async () => {
    const { client, sent } = clientOf([], { token: () => Promise.reject(new SignInNeeded('Nobody')) });
    expect(await failureOf(client.licenseDeployment(QUERY))).toMatchObject({
      kind: 'signInNeeded',
      status: null,
    });
    expect(sent).toHaveLength(0);
  });

  test('no response is a network error with the ids that were sent', async () => {
    const { client, sent, clock } = clientOf([new TypeError('Failed to fetch')]);
    const error = await clock.run(failureOf(client.licenseDeployment(QUERY)));
    expect(error).toBeInstanceOf(PartnerCenterError);
    expect(error).toMatchObject({
      kind: 'network',
      requestId: sent.at(-1)?.headers.get('MS-RequestId'),
      correlationId: sent.at(-1)?.headers.get('MS-CorrelationId'),
    });
  });

  test.each([
    ['<!doctype html><title>Proxy</title>', 'interrupted', /web page/],
    ['{"Value": [{"channel": "res', 'interrupted', /ends in the middle/],
    ['{"Value": [{"channel": "a", "licensesSold": 1}]}', 'unreadableResponse', /Row 0 .*licensesDeployed/],
  ])('a body that is no answer is never one: %s', async (body, kind, description) => {
    const { client, clock } = clientOf([new Response(body, { headers: { 'MS-RequestId': 'echoed' } })]);
    expect(await clock.run(failureOf(client.licenseDeployment(QUERY)))).toMatchObject({
      kind,
      status: 200,
      requestId: 'echoed',
      description: expect.stringMatching(description) as string,
    });
  });

  test('a body that breaks off is interrupted', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"Value": ['));
        controller.error(new TypeError('network error'));
      },
    });
    const { client, clock } = clientOf([new Response(body)]);
    expect(await clock.run(failureOf(client.licenseDeployment(QUERY)))).toMatchObject({
      kind: 'interrupted',
    });
  });

  test("the caller's abort stays an abort", async () => {
    const { client } = clientOf([new DOMException('Stopped', 'AbortError')]);
    expect(await failureOf(client.licenseDeployment(QUERY))).toMatchObject({ name: 'AbortError' });
  });
});

describe('trying again', () => {
  const ANSWER = json({ Value: GROUPS, '@nextLink': null, TotalCount: 2 });
  const gone = new TypeError('Failed to fetch');
  const idsOf = (sent: readonly Sent[]) => sent.map(({ headers }) => headers.get('MS-RequestId'));

  test.each([408, 500, 502, 503, 504, 429])('a %i passes', async (status) => {
    const { client, clock, sent } = clientOf([json({}, { status }), ANSWER]);
    expect((await clock.run(client.licenseDeployment(QUERY))).rows).toHaveLength(2);
    expect(sent.map(({ at }) => at)).toEqual([0, 500]);
  });

  test.each([400, 403, 404, 501])('a %i does not', async (status) => {
    const { client, clock, sent } = clientOf([json({}, { status }), ANSWER]);
    expect(await clock.run(failureOf(client.licenseDeployment(QUERY)))).toMatchObject({ status });
    expect(sent).toHaveLength(1);
  });

  test('the waits double, and the tries end', async () => {
    const { client, clock, sent } = clientOf([json({}, { status: 503 })]);
    expect(await clock.run(failureOf(client.licenseDeployment(QUERY)))).toMatchObject({
      kind: 'unavailable',
    });
    expect(sent).toHaveLength(MAX_TRIES);
    expect(sent.map(({ at }) => at)).toEqual([0, 500, 1_500, 3_500, 7_500, 15_500]);
  });

  test.each([
    ['7', 7_500],
    [new Date(START + 20_000).toUTCString(), 20_500],
  ])('never earlier than Retry-After: %s', async (retryAfter, at) => {
    const throttled = json({}, { status: 429, headers: { 'Retry-After': retryAfter } });
    const { client, clock, sent } = clientOf([throttled, ANSWER]);
    await clock.run(client.licenseDeployment(QUERY));
    expect(sent[1]?.at).toBe(at);
  });

  test('nobody waits an hour: a long Retry-After is told instead', async () => {
    const throttled = json({}, { status: 429, headers: { 'Retry-After': '3600' } });
    const { client, clock } = clientOf([throttled, ANSWER]);
    expect(await clock.run(failureOf(client.licenseDeployment(QUERY)))).toMatchObject({
      kind: 'throttled',
      retryAfter: 3600,
    });
  });

  test('the request id is repeated only where no response came; the correlation id never', async () => {
    const { client, clock, sent } = clientOf([gone, gone, json({}, { status: 503 }), ANSWER]);
    await clock.run(client.licenseDeployment(QUERY));
    const [first, second, third, fourth] = idsOf(sent);
    expect([second, third]).toEqual([first, first]);
    expect(fourth).not.toBe(first);
    expect(new Set(sent.map(({ headers }) => headers.get('MS-CorrelationId'))).size).toBe(4);
  });

  test('a service that says nothing for two minutes counts as none', async () => {
    const { client, clock, sent } = clientOf([ANSWER]);
    const silent = createPartnerCenterClient({
      clock,
      random: () => 1,
      tokens: { getToken: () => Promise.resolve('token') },
      fetch: (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
        }),
    });
    expect(await clock.run(failureOf(silent.licenseDeployment(QUERY)))).toMatchObject({
      kind: 'network',
      description: 'No answer came within 120 seconds.',
    });
    await client.licenseDeployment(QUERY);
    expect(sent).toHaveLength(1);
  });

  test('what waits can be seen, hurried and cancelled', async () => {
    const throttled = json({}, { status: 429, headers: { 'Retry-After': '60' } });
    const { client, clock, sent } = clientOf([throttled, throttled, ANSWER]);
    const cancelled = new AbortController();
    const outcome = failureOf(client.licenseDeployment(QUERY, { signal: cancelled.signal }));
    const seen: (number | null | undefined)[] = [];
    client.activity.subscribe(() => {
      const wait = client.activity.waits()[0];
      seen.push(wait?.until);
      if (wait === undefined) return;
      if (wait.tries === 1) client.activity.tryNow();
      else cancelled.abort();
    });
    expect(await outcome).toMatchObject({ name: 'AbortError' });
    expect(seen).toEqual([START + 60_500, undefined, START + 61_000, undefined]);
    expect(sent.map(({ at }) => at)).toEqual([0, 0]);
    expect(clock.now()).toBe(START);
  });

  test('what is given up fails with the error it had', async () => {
    const { client, sent } = clientOf([json({}, { status: 503, headers: { 'Retry-After': '60' } }), ANSWER]);
    const outcome = failureOf(client.licenseDeployment(QUERY));
    client.activity.subscribe(() => client.activity.giveUp());
    expect(await outcome).toMatchObject({ kind: 'unavailable', status: 503 });
    expect(sent).toHaveLength(1);
    expect(client.activity.waits()).toEqual([]);
  });

  test('what is given up while it is tried once more fails where that try does, what is asked first does not', async () => {
    const failing = json({}, { status: 503 });
    const { client, clock, sent } = clientOf([
      failing,
      () => {
        client.activity.giveUp();
        return failing;
      },
      ANSWER,
    ]);
    expect(await clock.run(failureOf(client.licenseDeployment(QUERY)))).toMatchObject({ status: 503 });
    expect(sent).toHaveLength(2);

    const first = clientOf([
      () => {
        first.client.activity.giveUp();
        return failing;
      },
      ANSWER,
    ]);
    await first.clock.run(first.client.licenseDeployment(QUERY));
    expect(first.sent).toHaveLength(2);
  });

  test('without a network nothing is tried, and it goes on by itself', async () => {
    let online = false;
    const listeners = new Set<() => void>();
    const connectivity: Connectivity = {
      isOnline: () => online,
      subscribe: (onChange) => {
        listeners.add(onChange);
        return () => listeners.delete(onChange);
      },
    };
    const { client, sent } = clientOf([gone, ANSWER], { connectivity });
    const outcome = client.licenseDeployment(QUERY);
    await new Promise<void>((resolve) => {
      client.activity.subscribe(resolve);
    });
    expect(client.activity.waits()).toMatchObject([{ until: null }]);
    online = true;
    for (const listener of listeners) listener();
    expect((await outcome).rows).toHaveLength(2);
    expect(sent).toHaveLength(2);
    expect(listeners.size).toBe(0);
  });

  test('a renewal of the token comes between tries too', async () => {
    const { client, clock, tokenRequests } = clientOf([
      json({}, { status: 503 }),
      json({}, { status: 401 }),
      json({}, { status: 503 }),
      json({}, { status: 401 }),
      ANSWER,
    ]);
    await clock.run(client.licenseDeployment(QUERY));
    expect(tokenRequests.map((request) => request?.forceRefresh ?? false)).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
  });
});

describe('a reader of the caller', () => {
  const ANSWER = json({ Value: GROUPS, '@nextLink': '?skip=2', TotalCount: 9 });
  const reading = { rowCount: 2, nextLink: '?skip=2', totalCount: 9, value: 'read' };

  test('is given the body, and what it makes of it comes back with the way to the next page', async () => {
    const { client, sent, elsewhere } = clientOf([ANSWER]);
    const given: string[] = [];
    const reader = elsewhere((text) => {
      given.push(text);
      return Promise.resolve(reading);
    });
    const page = await client.read(QUERY, reader);
    expect(sent.map(({ init }) => [init.cache, init.credentials, init.redirect])).toEqual([
      ['no-store', 'omit', 'error'],
    ]);
    expect(given).toEqual([await ANSWER.clone().text()]);
    expect(page).toEqual({
      value: 'read',
      rowCount: 2,
      totalCount: 9,
      next: {
        paging: 'skip=2',
        skip: 2,
      },
    });
  });

  test('is not asked about an answer that is none', async () => {
    const { client, clock, elsewhere } = clientOf([json({}, { status: 503 }), json({}, { status: 400 })]);
    let asked = 0;
    const reader = elsewhere(() => {
      asked += 1;
      return Promise.resolve(reading);
    });
    expect(await clock.run(failureOf(client.read(QUERY, reader)))).toMatchObject({ kind: 'invalidRequest' });
    expect(asked).toBe(0);
  });

  test('that finds no JSON reads the next try', async () => {
    const { client, clock, sent, elsewhere } = clientOf([ANSWER]);
    let tries = 0;
    const reader = elsewhere(() => {
      tries += 1;
      return tries < 3 ? Promise.reject(new NotJson(false)) : Promise.resolve(reading);
    });
    const page = await clock.run(client.read(QUERY, reader));
    expect(page.value).toBe('read');
    expect(sent).toHaveLength(3);
    // Each request was answered, so each has an id of its own.
    expect(new Set(sent.map(({ headers }) => headers.get('MS-RequestId'))).size).toBe(3);
  });

  test.each([
    [new NotJson(true), 'interrupted', /web page/, MAX_TRIES],
    [new UnreadableBody('Row 7 of the response'), 'unreadableResponse', /Row 7/, 1],
  ])('its failure becomes an error with the ids: %s', async (cause, kind, description, tries) => {
    const answer = json({}, { headers: { 'MS-RequestId': 'r', 'MS-CorrelationId': 'c' } });
    const { client, clock, sent, elsewhere } = clientOf([answer]);
    const reader = elsewhere(() => Promise.reject(cause));
    expect(await clock.run(failureOf(client.read(QUERY, reader)))).toMatchObject({
      kind,
      description: expect.stringMatching(description) as string,
      status: 200,
      requestId: 'r',
      correlationId: 'c',
    });
    expect(sent).toHaveLength(tries);
  });

  test('any other failure is its own, and not tried again', async () => {
    const { client, sent, elsewhere } = clientOf([ANSWER]);
    const cause = new RangeError('Out of memory');
    const reader = elsewhere(() => Promise.reject(cause));
    expect(await failureOf(client.read(QUERY, reader))).toBe(cause);
    expect(sent).toHaveLength(1);
  });

  test('may take longer than the service may', async () => {
    const { client, clock, elsewhere } = clientOf([ANSWER]);
    const slow = elsewhere(async () => {
      await clock.sleep(600_000);
      return reading;
    });
    expect(await clock.run(client.read(QUERY, slow))).toMatchObject({ value: 'read' });
  });

  test('that is done when nobody wants it any more gives nothing', async () => {
    const { client, elsewhere } = clientOf([ANSWER]);
    const leaving = new AbortController();
    const reader = elsewhere(() => {
      leaving.abort();
      return Promise.resolve(reading);
    });
    const left = client.read(QUERY, reader, { signal: leaving.signal });
    expect(await failureOf(left)).toMatchObject({ name: 'AbortError' });
  });
});

test('a full page of rows is read in slices, other work in between', async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => ({ ...GROUPS[0], licensesSold: index }));
  const { client } = clientOf([json({ Value: rows, '@nextLink': null, TotalCount: rows.length })]);
  let isDone = false;
  const page = client.licenseDeployment({ ...QUERY, top: 10_000 }).finally(() => {
    isDone = true;
  });
  let turns = 0;
  for (; !isDone; turns += 1) await new Promise((resolve) => setImmediate(resolve));
  expect((await page).rows).toEqual(rows);
  expect(turns).toBeGreaterThan(10);
});
