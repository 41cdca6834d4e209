import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { expect, test as base } from '@playwright/test';
import fc from 'fast-check';
import { createServices } from '#emulator/services.ts';
import { securityHeaders } from '#emulator/security-headers.ts';
import { createAuthority, selfSigned } from './support/certificate.ts';
import { lineTo, startGateway, type Gateway, type GatewayOptions, type Line } from './support/gateway.ts';
import { startNameServer, type NameServer } from './support/name-server.ts';
import { couldNotBeHad, findRealPart, type GatewayPart } from './support/real-parts.ts';
import { startServer } from './support/server.ts';
import { startService, type Service } from './support/service.ts';

// What stands before the page, held against what must reach the service, what must come back, and what must not.

const REPORT = '/v1/analytics/commercial/deployment/license/';
const LOCAL = 'the local server';
const GATEWAYS = ['Caddy', 'nginx'] as const;
/** What the policy of the files in `deploy/` lets the page reach. */
const DEPLOYED = { signIn: ['https://login.microsoftonline.com'], report: [] };

/** What the page sends to the service, with values that are seen to come through. */
const SENT: Readonly<Record<string, string>> = {
  Accept: 'application/json',
  'Accept-Encoding': 'gzip, deflate, br',
  Authorization: 'Bearer token',
  'MS-Contract-Version': 'v1',
  'MS-CorrelationId': '11111111-1111-4111-8111-111111111111',
  'MS-PartnerCenter-Application': 'License Lens',
  'MS-RequestId': '22222222-2222-4222-8222-222222222222',
  'User-Agent': 'Browser/1.0',
  'X-Locale': 'de-DE',
};

/** Headers of a request that are none of the service's business, some of which would change what is asked. */
const UNASKED: Readonly<Record<string, string>> = {
  Cookie: 'session=1',
  Forwarded: 'for=1.2.3.4',
  'If-None-Match': '"x"',
  MS_RequestId: 'underscores',
  Origin: 'https://evil.example',
  'Proxy-Authorization': 'Basic eDp5',
  Range: 'bytes=0-1',
  Referer: 'https://evil.example/?filter=secret',
  'Sec-Fetch-Site': 'cross-site',
  Via: '1.1 evil',
  'X-Forwarded-For': '1.2.3.4',
  'X-Forwarded-Host': 'evil.example',
  'X-Forwarded-Proto': 'http',
  'X-HTTP-Method': 'DELETE',
  'X-HTTP-Method-Override': 'DELETE',
  'X-Method-Override': 'DELETE',
  'X-Original-URL': '/v1/customers',
  'X-Real-IP': '1.2.3.4',
  'X-Rewrite-URL': '/v1/customers',
};

/** Headers of an answer that the page reads, or that belong to its body. */
const READ: Readonly<Record<string, string>> = {
  'Content-Type': 'application/json; charset=utf-8',
  isMfaCompliant: 'false',
  'MS-CorrelationId': '11111111-1111-4111-8111-111111111111',
  'MS-CV': 'cv.0',
  'MS-RequestId': '22222222-2222-4222-8222-222222222222',
  'MS-ServerId': '102030524',
  'Retry-After': '7',
  'WWW-Authenticate': 'Bearer error="insufficient_claims", claims="e30="',
};

/** Headers of an answer that a browser would act on, or that would change what a gateway sends. */
const UNREAD: Readonly<Record<string, string>> = {
  'Accept-CH': 'Sec-CH-UA-Model',
  'Access-Control-Allow-Credentials': 'true',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Allow-Methods': '*',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': '*',
  'Alt-Svc': 'h3=":443"',
  'Clear-Site-Data': '"*"',
  'Content-Disposition': 'attachment',
  'Content-Location': 'https://evil.example/',
  'Content-Security-Policy-Report-Only': "default-src 'none'",
  ETag: '"x"',
  Expires: 'Fri, 01 Jan 2100 00:00:00 GMT',
  'Last-Modified': 'Fri, 01 Jan 2010 00:00:00 GMT',
  Link: '</x>; rel=preload',
  Location: 'https://evil.example/',
  NEL: '{}',
  Pragma: 'x',
  Refresh: '0; url=https://evil.example/',
  'Report-To': '{}',
  'Service-Worker-Allowed': '/',
  'Set-Cookie': 'session=1',
  SourceMap: '/x',
  'Timing-Allow-Origin': '*',
  'X-Accel-Buffering': 'yes',
  'X-Accel-Charset': 'koi8-r',
  'X-Accel-Expires': '1000',
  'X-Accel-Limit-Rate': '1',
  'X-Accel-Redirect': '/index.html',
  'X-Frame-Options': 'ALLOWALL',
  'X-Powered-By': 'x',
};

/** Headers that the gateway sends in its own name; the service's must not stand beside or in place of them. */
const OWN: Readonly<Record<string, string>> = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Content-Security-Policy': "default-src 'none'",
  'Cross-Origin-Opener-Policy': 'unsafe-none',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Permissions-Policy': 'geolocation=*',
  'Referrer-Policy': 'unsafe-url',
  'X-Content-Type-Options': 'none',
};

/** What no gateway may pass on: methods, and ways to write addresses. */
const REFUSED = [
  ['POST', REPORT],
  ['PUT', REPORT],
  ['PATCH', REPORT],
  ['DELETE', REPORT],
  ['OPTIONS', REPORT],
  ['TRACE', REPORT],
  ['PROPFIND', REPORT],
  ['get', REPORT],
  ['GET', REPORT.slice(0, -1)],
  ['GET', '/v1/'],
  ['GET', '/v1/customers'],
  ['DELETE', '/v1/customers/1'],
  ['GET', `/${REPORT}`],
  ['GET', REPORT.replace('/analytics', '//analytics')],
  ['GET', `${REPORT}/`],
  ['GET', `${REPORT}x`],
  ['GET', REPORT.replace('v1', '%76%31')],
  ['GET', REPORT.replace('license', '%6Cicense')],
  ['GET', REPORT.replace('/license', '%2Flicense')],
  ['GET', REPORT.replace('/license', '%5Clicense')],
  ['GET', REPORT.replaceAll('/', '\\')],
  ['GET', REPORT.toUpperCase()],
  ['GET', `${REPORT}../../../../../customers`],
  ['GET', `${REPORT}%2e%2e/%2e%2e/%2e%2e/%2e%2e/customers`],
  ['GET', `${REPORT}..%2f..%2f..%2f..%2fcustomers`],
  ['GET', `/v1/..${REPORT}`],
  ['GET', `/v1/.${REPORT.slice(3)}`],
  ['GET', `/assets/..${REPORT}`],
  ['GET', `${REPORT};x=1`],
  ['GET', `${REPORT}%00`],
  ['GET', `${REPORT}%3Fx`],
  ['GET', `${REPORT}#x`],
] as const;

type Fixtures = {
  readonly nameServer: NameServer;
  /** A folder with built files, and in it the certificate to trust. */
  readonly root: string;
  readonly trusted: string;
  readonly authority: ReturnType<typeof createAuthority>;
  /** The service that all gateways of this worker stand before. */
  readonly service: Service;
  /** Starts a gateway like the one of this worker, apart from some options. It is stopped with the worker. */
  readonly startOther: (part: GatewayPart, options: Partial<GatewayOptions>) => Promise<Gateway>;
  /** The gateway of that name. */
  readonly gatewayOf: (name: GatewayPart | typeof LOCAL) => Promise<Line>;
};

const test = base.extend<object, Fixtures>({
  nameServer: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const server = await startNameServer();
      await use(server);
      server.stop();
    },
    { scope: 'worker' },
  ],
  authority: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern.
    async ({}, use) => use(createAuthority()),
    { scope: 'worker' },
  ],
  root: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'root-'));
      const script = 'export {};\n'.repeat(1_000);
      for (const [name, text] of [
        ['index.html', '<!doctype html><title>Page</title>'],
        ['config.json', '{}'],
        ['assets/main-abc.js', script],
        ['assets/.hidden.js', script],
        ['.vite/manifest.json', '{}'],
        ['.well-known/microsoft-identity-association.json', '{}'],
        ['licenses/index.html', '<!doctype html><title>In a folder</title>'],
        ['licenses/assets/main-abc.js', script],
        ['licenses/.git/config', '{}'],
      ] as const) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), text);
      }
      // As the build writes them, but for a mark by which they are known.
      writeFileSync(join(folder, 'assets/main-abc.js.gz'), gzipSync('// gzip'));
      writeFileSync(join(folder, 'assets/main-abc.js.br'), brotliCompressSync('// Brotli'));
      await use(folder);
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  trusted: [
    async ({ authority }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'trusted-'));
      const file = join(folder, 'authority.pem');
      writeFileSync(file, authority.cert);
      await use(file);
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  service: [
    async ({ authority }, use) => {
      const service = await startService(authority.certify(['localhost']));
      await use(service);
      service.stop();
    },
    { scope: 'worker' },
  ],
  startOther: [
    async ({ service, trusted, root, nameServer }, use) => {
      const started: Gateway[] = [];
      await use(async (part, options) => {
        const usual = {
          service: `https://localhost:${service.port}`,
          trusted,
          root,
          nameServer: nameServer.port,
        };
        const gateway = await startGateway(part, { ...usual, ...options });
        started.push(gateway);
        return gateway;
      });
      for (const { stop } of started) stop();
    },
    { scope: 'worker' },
  ],
  gatewayOf: [
    async ({ startOther, service, trusted }, use) => {
      const started = new Map<string, Promise<Line>>();
      const stops: (() => void)[] = [];
      const startLocal = async (): Promise<Line> => {
        const { origin, stop } = await startServer({
          PARTNER_CENTER_URL: `https://localhost:${service.port}`,
          NODE_EXTRA_CA_CERTS: trusted,
        });
        stops.push(stop);
        return lineTo(origin);
      };
      await use((name) => {
        const line = started.get(name) ?? (name === LOCAL ? startLocal() : startOther(name, {}));
        started.set(name, line);
        return line;
      });
      for (const stop of stops) stop();
    },
    { scope: 'worker' },
  ],
});

test.beforeEach(({ service, nameServer }) => {
  service.takeAsked();
  service.answerWith((_request, response) => response.end('{}'));
  nameServer.point('127.0.0.1');
});

/** Names in the lower case in which they are compared. */
const lowerCase = (names: readonly string[]): string[] => names.map((name) => name.toLowerCase());

/** A request for one path as bytes. */
const bytesOf = (start: string, ...headers: readonly string[]): string =>
  [`${start} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', ''].join('\r\n');

/** What stands behind a request that ends too early, or is taken for its body. */
const INNER = 'DELETE /v1/customers/1 HTTP/1.1\r\nHost: localhost\r\n\r\n';
const CHUNKED = `${INNER.length.toString(16)}\r\n${INNER}\r\n0\r\n\r\n`;
const READING = `GET ${REPORT}`;

/**
 * Ways to have a gateway pass on something else than the one reading that it sees, or answer somebody with what is not
 * theirs. false: nothing at all may reach the service.
 */
const SMUGGLED: readonly (readonly [attempt: string, bytes: string, reaches?: boolean])[] = [
  ['a body', bytesOf(READING, `Content-Length: ${INNER.length}`) + INNER],
  ['two lengths', bytesOf(READING, `Content-Length: ${INNER.length}`, 'Content-Length: 0') + INNER, false],
  ['two lengths in one line', bytesOf(READING, `Content-Length: 0, ${INNER.length}`) + INNER, false],
  ['a length with a sign', bytesOf(READING, `Content-Length: +${INNER.length}`) + INNER, false],
  [
    'a length in hexadecimal',
    bytesOf(READING, `Content-Length: 0x${INNER.length.toString(16)}`) + INNER,
    false,
  ],
  ['a length below zero', bytesOf(READING, 'Content-Length: -1') + INNER, false],
  ['a length beside pieces', bytesOf(READING, 'Content-Length: 0', 'Transfer-Encoding: chunked') + CHUNKED],
  [
    'pieces beside a length',
    bytesOf(READING, 'Transfer-Encoding: chunked', `Content-Length: ${CHUNKED.length}`) + CHUNKED,
  ],
  [
    'pieces by a name that is none',
    bytesOf(READING, 'Transfer-Encoding: xchunked', `Content-Length: ${INNER.length}`) + INNER,
    false,
  ],
  [
    'pieces twice',
    bytesOf(READING, 'Transfer-Encoding: chunked', 'Transfer-Encoding: identity') + CHUNKED,
    false,
  ],
  ['pieces behind a blank', bytesOf(READING, 'Transfer-Encoding : chunked') + CHUNKED],
  ['pieces behind a tab', bytesOf(READING, 'Transfer-Encoding:\tchunked') + CHUNKED],
  ['pieces in another letter case', bytesOf(READING, 'tRANSFER-eNCODING: CHUNKED') + CHUNKED],
  ['a piece with an extension', `${bytesOf(READING, 'Transfer-Encoding: chunked')}0;x=1\r\n\r\n${INNER}`],
  ['a piece of a length that is none', `${bytesOf(READING, 'Transfer-Encoding: chunked')}-1\r\n${INNER}`],
  ['a folded header', bytesOf(READING, 'X-Locale: en\r\n Cookie: folded') + INNER],
  ['a header behind a bare line feed', bytesOf(READING, 'X-Locale: en\nCookie: bare')],
  ['a header behind a bare carriage return', bytesOf(READING, 'X-Locale: en\rCookie: bare')],
  ['a nul in a header', bytesOf(READING, 'X-Locale: a', 'X-Locale: b\0c')],
  ['a header without a name', bytesOf(READING, ': x')],
  [
    'a change of protocol',
    bytesOf(
      READING,
      'Connection: upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    ),
  ],
  [
    'a change to HTTP/2',
    bytesOf(READING, 'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQ'),
  ],
  [
    'headers named as the connection’s own',
    bytesOf(READING, 'Connection: Authorization, MS-RequestId', 'Expect: 100-continue'),
  ],
  ['a request without a version', `${READING}\r\n${INNER}`],
  [
    'a version of its own',
    `${READING} HTTP/1.1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    false,
  ],
  ['the beginning of HTTP/2', `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${INNER}`, false],
  ['another host’s report', bytesOf(`GET http://evil.example${REPORT}`)],
  ['another host’s other path', bytesOf('GET http://evil.example/v1/customers'), false],
  ['a user name in the address', bytesOf(`GET http://localhost@evil.example${REPORT}`)],
  ['an address of another protocol', bytesOf(`GET file://${REPORT}`)],
  ['a tunnel', bytesOf('CONNECT evil.example:443'), false],
  [
    'two hosts',
    `${READING} HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    false,
  ],
  ['no host', `${READING} HTTP/1.1\r\nConnection: close\r\n\r\n`, false],
  ['another host', `${READING} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`],
  [
    'a host with a path',
    `${READING} HTTP/1.1\r\nHost: evil.example/v1/customers?\r\nConnection: close\r\n\r\n`,
  ],
  ['a line in the address', bytesOf(`${READING}?x=1%0d%0aCookie:%20x%0d%0a%0d%0aDELETE%20/v1/customers/1`)],
  ['a blank in the address', bytesOf(`${READING}?x=1 /v1/customers`), false],
  ['a doubled slash', bytesOf(`GET /${REPORT}`), false],
  ['an encoded slash', bytesOf(`GET ${REPORT.replace('/license', '%2flicense')}`), false],
  ['a slash encoded twice', bytesOf(`GET ${REPORT.replace('/license', '%252flicense')}`), false],
  ['a way up, encoded', bytesOf(`GET ${REPORT}..%2f..%2fcustomers`), false],
  ['a header of 3 MB', bytesOf(READING, `X-Locale: ${'x'.repeat(3_000_000)}`), false],
  [
    'so many headers',
    bytesOf(
      READING,
      ...Array.from({ length: 30_000 }, (_, index) => `X-Padding-${index}: ${'x'.repeat(80)}`),
    ),
    false,
  ],
];

const statusOf = (answer: string): number => Number(/^HTTP\/1\.\d (\d{3})/.exec(answer)?.[1] ?? Number.NaN);

/** Fails where an answer lacks a security header, has one twice, or says which program in which version it is from. */
function expectOurs(answer: Awaited<ReturnType<Line['ask']>>): void {
  const wanted = [...securityHeaders(DEPLOYED), ['Strict-Transport-Security', 'max-age=31536000']] as const;
  for (const [name, value] of wanted) expect(answer.valuesOf(name), name).toEqual([value]);
  expect(answer.valuesOf('Server').join()).toMatch(/^(?:nginx)?$/u);
  expect(answer.body.toString()).not.toMatch(/caddy|nginx\/|\d\.\d/iu);
}

for (const name of [...GATEWAYS, LOCAL] as const) {
  test.describe(`${name} before the service`, () => {
    test.skip(name !== LOCAL && findRealPart(name) === undefined, name === LOCAL ? '' : couldNotBeHad(name));

    test('passes on the report’s address as it was sent, and the headers that the page sends', async ({
      gatewayOf,
      service,
    }) => {
      const { ask } = await gatewayOf(name);
      const url = `${REPORT}?filter=a%20eq%20%27x%27&b=c%2Bd+e%3D%3D&&empty=&%24skiptoken=abc%2Fdef`;
      for (const method of ['GET', 'HEAD']) {
        const { status, body } = await ask(url, { method, headers: { ...SENT, ...UNASKED } });
        expect([status, body.toString()]).toEqual([200, method === 'GET' ? '{}' : '']);
        const [asked] = service.takeAsked();
        expect(asked).toMatchObject({ method, url, body: '' });
        const headers = Object.fromEntries(
          (asked?.headers ?? []).map(([header, value]) => [header.toLowerCase(), value]),
        );
        const { connection: _, ...others } = headers;
        expect(others).toEqual({
          host: `localhost:${service.port}`,
          ...Object.fromEntries(Object.entries(SENT).map(([header, value]) => [header.toLowerCase(), value])),
        });
      }
    });

    test('adds nothing to a request that has little', async ({ gatewayOf, service }) => {
      const { send } = await gatewayOf(name);
      await send(bytesOf(`GET ${REPORT}`, 'Authorization: Bearer token'));
      const headers = service.takeAsked()[0]?.headers ?? [];
      const others = headers.filter(([header]) => header.toLowerCase() !== 'connection');
      expect(others.map((header) => header.join(': ')).toSorted()).toEqual([
        'Authorization: Bearer token',
        `Host: localhost:${service.port}`,
      ]);
    });

    test('before the local endpoint: the answers are the endpoint’s own', async ({ gatewayOf, service }) => {
      const { ask } = await gatewayOf(name);
      const options = { rows: 300, now: new Date('2026-11-02T12:00:00Z') };
      const open = await createServices({ ...options, auth: 'off' });
      service.answerWith(open.listener);
      const filter = `filter=${encodeURIComponent("channel eq 'reseller'")}&top=20`;
      const page = await ask(`${REPORT}?${filter}`, { headers: { ...SENT, 'Accept-Encoding': 'identity' } });
      expect(page.status).toBe(200);
      expect(page.valuesOf('MS-RequestId')).toEqual([SENT['MS-RequestId']]);
      expect(page.valuesOf('MS-CorrelationId')).toEqual([SENT['MS-CorrelationId']]);
      const { Value: rows, '@nextLink': next } = JSON.parse(page.body.toString()) as {
        Value: { channel: string }[];
        '@nextLink': string;
      };
      expect(rows.map(({ channel }) => channel)).toEqual(Array.from({ length: 20 }, () => 'reseller'));
      expect((await ask(next, { headers: SENT })).status).toBe(200);

      const closed = await createServices(options);
      service.answerWith(closed.listener);
      const refused = await ask(REPORT, { headers: SENT });
      expect([refused.status, refused.valuesOf('WWW-Authenticate')]).toEqual([
        401,
        ['Bearer realm="", error="invalid_token"'],
      ]);
    });

    test('refuses everything but reading the report', async ({ gatewayOf, service }) => {
      const { send } = await gatewayOf(name);
      for (const [method, target] of REFUSED) {
        const answer = await send(bytesOf(`${method} ${target}`, 'Authorization: Bearer token'));
        const asked = service.takeAsked();
        const redirected = /^location:/imu.test(answer);
        const refused = [400, 403, 404, 405].includes(statusOf(answer));
        expect({ method, target, refused, asked, redirected }).toEqual({
          method,
          target,
          refused: true,
          asked: [],
          redirected: false,
        });
      }
    });

    test('passes on the one way to write the address, and no other', async ({ gatewayOf, service }) => {
      const { send } = await gatewayOf(name);
      const change = fc.record({
        at: fc.nat({ max: REPORT.length - 1 }),
        to: fc.constantFrom<(written: string) => string>(
          (written) => `%${written.charCodeAt(0).toString(16)}`,
          (written) => written.toUpperCase(),
          (written) => written + written,
          (written) => `${written}./`,
          (written) => `${written}../`,
          () => '\\',
          () => '',
        ),
      });
      const spelling = fc.record({
        method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST', 'DELETE', 'get', 'GETT'),
        before: fc.constantFrom('', '', '', '/', '/.', '/..', '/x/..', '/v1/..', '\\', '%2F'),
        changes: fc.array(change, { maxLength: 3 }),
        after: fc.oneof(
          fc.constantFrom('', '?x=1', '?', '?/../x'),
          fc.constantFrom('#', '/', '../', '..%2f', '%2e%2e/', ';', '%00', '%3f'),
        ),
      });
      await fc.assert(
        fc.asyncProperty(spelling, async ({ method, before, changes, after }) => {
          const characters = REPORT.split('');
          for (const { at, to } of changes) characters[at] = to(characters[at] ?? '');
          const target = `${before}${characters.join('')}${after}`;
          await send(bytesOf(`${method} ${target}`));
          const [path] = target.split('?', 1);
          const passes = path === REPORT && (method === 'GET' || method === 'HEAD');
          expect(service.takeAsked().map((asked) => `${asked.method} ${asked.url}`)).toEqual(
            passes ? [`${method} ${target}`] : [],
          );
        }),
        {
          numRuns: 150,
          // nginx left out a question mark with nothing behind it.
          examples: [[{ method: 'GET', before: '', changes: [], after: '?' }]],
        },
      );
    });

    test('lets nothing be smuggled in', async ({ gatewayOf, service }) => {
      const { ask, send } = await gatewayOf(name);
      service.answerWith((request, response) => response.end(request.url));
      const passed = lowerCase([
        ...Object.keys(SENT),
        'Host',
        'Connection',
        'Content-Length',
        'Transfer-Encoding',
      ]);
      for (const [index, [attempt, bytes, reaches = true]] of SMUGGLED.entries()) {
        await send(bytes);
        const taken = service.takeAsked();
        const others = taken.filter(({ method, url }) => method !== 'GET' || url.split('?', 1)[0] !== REPORT);
        expect({ attempt, others }).toEqual({ attempt, others: [] });
        // Node takes the first of two hosts; neither goes further.
        if (!reaches && name !== LOCAL) expect({ attempt, taken }).toEqual({ attempt, taken: [] });
        for (const asked of taken) {
          // A byte is what Caddy can be made to stop at.
          expect(asked.body.length).toBeLessThan(2);
          expect(asked.headers.filter(([, value]) => value === `localhost:${service.port}`)).toHaveLength(1);
          const names = asked.headers.filter(([, value]) => value !== '').map(([header]) => header);
          expect(lowerCase(names).filter((header) => !passed.includes(header))).toEqual([]);
        }
        // Whoever asks next, by whichever connection to the service, gets the answer to their own question.
        const next = `${REPORT}?top=1&skip=${index}`;
        const { status, body } = await ask(next, { headers: { 'Accept-Encoding': 'identity' } });
        expect({ attempt, status, body: body.toString() }).toEqual({ attempt, status: 200, body: next });
        service.takeAsked();
      }
    });

    test('brings back what the page reads, and of the rest nothing', async ({ gatewayOf, service }) => {
      const { ask } = await gatewayOf(name);
      for (const status of [200, 302, 307, 400, 401, 403, 404, 429, 500, 503]) {
        service.answerWith((_request, response) => {
          response.writeHead(status, { ...READ, ...UNREAD, ...OWN, Server: 'IIS', Vary: 'X' }).end('{"a":1}');
        });
        const answer = await ask(`${REPORT}?top=1`, { headers: { 'Accept-Encoding': 'identity' } });
        expect([answer.status, answer.body.toString()]).toEqual([status, '{"a":1}']);
        for (const [header, value] of Object.entries(READ)) expect(answer.valuesOf(header)).toEqual([value]);
        const names = lowerCase(answer.headers.map(([header]) => header));
        expect(names.filter((header) => lowerCase(Object.keys(UNREAD)).includes(header))).toEqual([]);
        expect(answer.valuesOf('Cache-Control')).toEqual(['no-store']);
        for (const [header, value] of securityHeaders(name === LOCAL ? undefined : DEPLOYED)) {
          expect(answer.valuesOf(header)).toEqual([value]);
        }
        expect(answer.valuesOf('Server').join()).toMatch(/^(?:nginx)?$/u);
        // A redirect is not followed either.
        expect(service.takeAsked()).toHaveLength(1);
      }
    });

    test('passes on compressed bytes as they are', async ({ gatewayOf, service }) => {
      const { ask } = await gatewayOf(name);
      const compressed = gzipSync('{"a":1}'.repeat(1_000));
      service.answerWith((_request, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
        response.end(compressed);
      });
      const answer = await ask(REPORT, { headers: SENT });
      expect(answer.valuesOf('Content-Encoding')).toEqual(['gzip']);
      expect(answer.body.equals(compressed)).toBe(true);
    });

    test('passes on the beginning of an answer before its end exists', async ({ gatewayOf, service }) => {
      const { ask } = await gatewayOf(name);
      let serving: ServerResponse | undefined;
      service.answerWith((_request, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.write('{"a":');
        serving = response;
      });
      const headers: OutgoingHttpHeaders = { 'Accept-Encoding': 'identity' };
      const answer = await ask(REPORT, { headers, onPiece: () => serving?.end('1}') });
      expect(answer.body.toString()).toBe('{"a":1}');
      expect(answer.complete).toBe(true);
    });
  });
}

for (const name of GATEWAYS) {
  test.describe(`${name} as deploy/ has it`, () => {
    test.skip(findRealPart(name) === undefined, couldNotBeHad(name));

    test('lets built files be kept, and nothing else', async ({ gatewayOf }) => {
      const { ask } = await gatewayOf(name);
      const kept = 'public, max-age=31536000, immutable';
      for (const [path, status, cache] of [
        ['/', 200, 'no-cache'],
        ['/?filter=x', 200, 'no-cache'],
        ['/index.html', 200, 'no-cache'],
        ['/config.json', 200, 'no-cache'],
        ['/healthz', 200, 'no-store'],
        ['/assets/main-abc.js', 200, kept],
        ['/assets/main-old.js', 404, undefined],
        ['/assets/', 404, undefined],
        ['/assets', 404, undefined],
        ['/missing.js', 404, undefined],
        ['/healthz/', 404, undefined],
        [`/v1/customers`, 404, undefined],
        // Neither the build's own list of its files nor anything else that is hidden.
        ['/.vite/manifest.json', 404, undefined],
        ['/assets/.hidden.js', 404, undefined],
        ['/.well-known/microsoft-identity-association.json', 200, 'no-cache'],
      ] as const) {
        for (const method of ['GET', 'HEAD']) {
          const answer = await ask(path, { method });
          expect([path, answer.status]).toEqual([path, status]);
          const [said, ...more] = answer.valuesOf('Cache-Control');
          expect(more).toEqual([]);
          if (cache === undefined) expect(said).toMatch(/^no-(?:cache|store)$/u);
          else expect([path, said]).toEqual([path, cache]);
          expectOurs(answer);
        }
      }
    });

    test('sends the compressed files of the build as they are', async ({ gatewayOf }) => {
      const { ask } = await gatewayOf(name);
      const sent = async (encodings: string) => {
        const answer = await ask('/assets/main-abc.js', { headers: { 'Accept-Encoding': encodings } });
        expectOurs(answer);
        expect(answer.valuesOf('Vary').join()).toMatch(/accept-encoding/iu);
        expect(answer.valuesOf('Content-Type').join()).toMatch(/javascript/u);
        return [answer.valuesOf('Content-Encoding').join(), answer.body] as const;
      };
      const [gzip, bytes] = await sent('gzip');
      expect([gzip, gunzipSync(bytes).toString()]).toEqual(['gzip', '// gzip']);
      // nginx has no Brotli of its own.
      const [best, smaller] = await sent('gzip, deflate, br, zstd');
      expect(best).toBe(name === 'Caddy' ? 'br' : 'gzip');
      if (best === 'br') expect(brotliDecompressSync(smaller).toString()).toBe('// Brotli');
      const [plain, whole] = await sent('identity');
      expect([plain, whole.toString().slice(0, 9)]).toEqual(['', 'export {}']);
    });

    test('stands in a folder of its host, for another cloud', async ({ startOther, service }) => {
      const config = { clientId: 'id', cloud: 'china' };
      const { ask } = await startOther(name, { folder: '/licenses/', config });
      const kept = 'public, max-age=31536000, immutable';
      for (const [path, status, cache] of [
        ['/licenses/', 200, 'no-cache'],
        ['/licenses/?filter=x', 200, 'no-cache'],
        ['/licenses/index.html', 200, 'no-cache'],
        ['/licenses/assets/main-abc.js', 200, kept],
        ['/healthz', 200, 'no-store'],
        ['/', 404, undefined],
        ['/index.html', 404, undefined],
        ['/assets/main-abc.js', 404, undefined],
        ['/licensesx', 404, undefined],
        ['/licenses/.git/config', 404, undefined],
        [`/licenses${REPORT}`, 404, undefined],
        ['/licenses', 308, undefined],
      ] as const) {
        const answer = await ask(path);
        expect([path, answer.status]).toEqual([path, status]);
        if (cache !== undefined) expect([path, answer.valuesOf('Cache-Control')]).toEqual([path, [cache]]);
        const reached = { signIn: ['https://login.partner.microsoftonline.cn'], report: [] };
        for (const [header, value] of securityHeaders(reached)) {
          expect(answer.valuesOf(header)).toEqual([value]);
        }
      }
      const led = await ask('/licenses?filter=a%20b');
      expect([led.status, led.valuesOf('Location')]).toEqual([308, ['/licenses/?filter=a%20b']]);
      // The report stays where the page asks for it.
      expect((await ask(`${REPORT}?top=1`, { headers: SENT })).status).toBe(200);
      expect(service.takeAsked().map(({ url }) => url)).toEqual([`${REPORT}?top=1`]);
    });

    test('forwards nothing where another host has the report', async ({ startOther, service }) => {
      const config = { clientId: 'id', apiBaseUrl: 'https://gateway.example' };
      const { ask } = await startOther(name, { config });
      const answer = await ask(REPORT, { headers: SENT });
      expect(answer.status).toBe(404);
      expect(service.takeAsked()).toEqual([]);
      expect(answer.valuesOf('Content-Security-Policy').join()).toContain(
        "connect-src 'self' https://login.microsoftonline.com https://gateway.example;",
      );
    });

    test('answers again whether a kept file is still good', async ({ gatewayOf }) => {
      const { ask } = await gatewayOf(name);
      const [etag = ''] = (await ask('/assets/main-abc.js')).valuesOf('ETag');
      const answer = await ask('/assets/main-abc.js', { headers: { 'If-None-Match': etag } });
      expect([answer.status, answer.valuesOf('Cache-Control')]).toEqual([
        304,
        ['public, max-age=31536000, immutable'],
      ]);
    });

    test('says with its own words what it refuses', async ({ gatewayOf }) => {
      const { ask } = await gatewayOf(name);
      const answer = await ask(REPORT, { method: 'POST', body: '{}' });
      expect([answer.status, answer.valuesOf('Allow')]).toEqual([405, ['GET, HEAD']]);
      expectOurs(answer);
      const written = await ask('/index.html', { method: 'POST', body: '{}' });
      expect(written.status).toBe(405);
      expectOurs(written);
    });

    test('takes an address of 200 kB', async ({ gatewayOf }) => {
      const { ask } = await gatewayOf(name);
      expect((await ask(`/?filter=${'x'.repeat(200_000)}`)).status).toBe(200);
    });

    test('gives the token to nobody but the service', async ({ startOther, authority }) => {
      for (const certified of [
        selfSigned(['localhost']),
        createAuthority().certify(['localhost']),
        authority.certify(['evil.example']),
        authority.certify(['localhost'], -1),
      ]) {
        const impostor = await startService(certified);
        const { ask, stop } = await startOther(name, { service: `https://localhost:${impostor.port}` });
        const answer = await ask(REPORT, { headers: SENT });
        expect(answer.status).toBe(502);
        expectOurs(answer);
        expect(impostor.takeAsked()).toEqual([]);
        stop();
        impostor.stop();
      }
    });

    test('waits for an answer, and for its rest, no longer than it is told', async ({
      startOther,
      service,
    }) => {
      const { ask } = await startOther(name, { silence: '1s' });
      service.answerWith(() => undefined);
      const silent = await ask(REPORT, { headers: SENT });
      expect([502, 504]).toContain(silent.status);
      expectOurs(silent);
      service.answerWith((_request, response) => {
        response.writeHead(200, { 'Content-Length': 10 });
        response.write('{');
      });
      expect((await ask(REPORT, { headers: SENT })).complete).toBe(false);
    });

    test('says that nobody is there', async ({ startOther, authority }) => {
      const gone = await startService(authority.certify(['localhost']));
      gone.stop();
      const { ask } = await startOther(name, { service: `https://localhost:${gone.port}` });
      const answer = await ask(REPORT, { headers: SENT });
      expect(answer.status).toBe(502);
      expectOurs(answer);
    });
  });
}

test.describe('nginx', () => {
  test.skip(findRealPart('nginx') === undefined, couldNotBeHad('nginx'));

  test('starts without a name server', async ({ startOther }) => {
    const gone = await startNameServer();
    gone.stop();
    const { ask } = await startOther('nginx', { nameServer: gone.port });
    expect((await ask('/')).status).toBe(200);
  });

  test('looks the service’s name up again', async ({ gatewayOf, nameServer }) => {
    const { ask } = await gatewayOf('nginx');
    const status = async (): Promise<number> => (await ask(REPORT, { headers: SENT })).status;
    await expect.poll(status).toBe(200);
    // Nobody listens there.
    nameServer.point('127.0.0.2');
    await expect.poll(status).toBe(502);
    nameServer.point('127.0.0.1');
    await expect.poll(status).toBe(200);
  });

  test('goes on to another address of the service', async ({ gatewayOf, nameServer }) => {
    const { ask } = await gatewayOf('nginx');
    nameServer.point('127.0.0.2');
    await expect.poll(async () => (await ask(REPORT, { headers: SENT })).status).toBe(502);
    // Nobody listens at the first, and either may be tried first.
    nameServer.point('127.0.0.2', '127.0.0.1');
    await expect.poll(async () => (await ask(REPORT, { headers: SENT })).status).toBe(200);
    for (let times = 0; times < 4; times += 1) {
      expect((await ask(REPORT, { headers: SENT })).status).toBe(200);
    }
  });
});
