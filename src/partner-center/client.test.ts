import { describe, expect, test } from 'vitest';
import { SignInNeeded, type TokenRequest } from '#auth/token-source.ts';
import {
  createPartnerCenterClient,
  LICENSE_DEPLOYMENT_PATH,
  nextLinkParameters,
  type LicenseDeploymentQuery,
} from './client.ts';
import { PartnerCenterError } from './error.ts';

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

type Sent = { readonly url: URL; readonly headers: Headers; readonly init: RequestInit };

/** A client whose service answers from a list, in order; what was sent and asked for is kept. */
function clientOf(
  answers: readonly (Response | Error)[],
  options: { baseUrl?: string; token?: (request?: TokenRequest) => Promise<string> } = {},
) {
  const sent: Sent[] = [];
  const tokenRequests: (TokenRequest | undefined)[] = [];
  const client = createPartnerCenterClient({
    baseUrl: options.baseUrl ?? 'https://gateway.example',
    applicationName: 'Tests',
    locale: 'de-DE',
    tokens: {
      getToken: (request) => {
        tokenRequests.push(request);
        return options.token?.(request) ?? Promise.resolve(`token-${tokenRequests.length}`);
      },
    },
    fetch: (input, init = {}) => {
      sent.push({ url: new URL(String(input)), headers: new Headers(init.headers), init });
      const answer = answers[sent.length - 1] ?? new Error('asked too often');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
  return { client, sent, tokenRequests };
}

const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init);
const failureOf = async (work: Promise<unknown>): Promise<unknown> => work.then(() => null, (error: unknown) => error);

describe('the request', () => {
  test('has the exact path, parameters and headers', async () => {
    const { client, sent } = clientOf([json({ Value: GROUPS, '@nextLink': null, TotalCount: 2 })]);
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
        "?filter=customerName%20eq%20%27O%27%27Neill%20%26%20Sons%20%2B%201%27" +
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
    // The page it stands on.
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

  test('an empty page ends even with a link', async () => {
    expect(await nextAfter('?skip=2', [])).toBeNull();
  });
});

test('a next link with nothing to continue by leads nowhere', () => {
  expect(nextLinkParameters(`${LICENSE_DEPLOYMENT_PATH}?filter=x`)).toBeNull();
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
    expect(await failureOf(client.licenseDeployment(QUERY))).toMatchObject({ kind: 'signInNeeded', status: 401 });
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

  test('nobody signed in is an error of its own, without a request', async () => {
    const { client, sent } = clientOf([], { token: () => Promise.reject(new SignInNeeded('Nobody')) });
    expect(await failureOf(client.licenseDeployment(QUERY))).toMatchObject({ kind: 'signInNeeded', status: null });
    expect(sent).toHaveLength(0);
  });

  test('no response is a network error with the ids that were sent', async () => {
    const { client, sent } = clientOf([new TypeError('Failed to fetch')]);
    const error = await failureOf(client.licenseDeployment(QUERY));
    expect(error).toBeInstanceOf(PartnerCenterError);
    expect(error).toMatchObject({
      kind: 'network',
      requestId: sent[0]?.headers.get('MS-RequestId'),
      correlationId: sent[0]?.headers.get('MS-CorrelationId'),
    });
  });

  test.each([
    ['<!doctype html><title>Proxy</title>', /web page/],
    ['{"Value": [{"channel": "res', /ends in the middle/],
    ['{"Value": [{"channel": "reseller", "licensesSold": 1}]}', /Row 0 of the response, licensesDeployed/],
  ])('a body that is no answer is an unreadable response: %s', async (body, description) => {
    const { client } = clientOf([new Response(body, { headers: { 'MS-RequestId': 'echoed' } })]);
    expect(await failureOf(client.licenseDeployment(QUERY))).toMatchObject({
      kind: 'unreadableResponse',
      status: 200,
      requestId: 'echoed',
      description: expect.stringMatching(description) as string,
    });
  });

  test('a body that breaks off is an unreadable response', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"Value": ['));
        controller.error(new TypeError('network error'));
      },
    });
    const { client } = clientOf([new Response(body)]);
    expect(await failureOf(client.licenseDeployment(QUERY))).toMatchObject({ kind: 'unreadableResponse' });
  });

  test("the caller's abort stays an abort", async () => {
    const { client } = clientOf([new DOMException('Stopped', 'AbortError')]);
    expect(await failureOf(client.licenseDeployment(QUERY))).toMatchObject({ name: 'AbortError' });
  });
});
