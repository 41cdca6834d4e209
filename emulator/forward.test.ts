import { once } from 'node:events';
import {
  request as httpRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createForward } from './forward.ts';
import { LICENSE_DEPLOYMENT_PATH } from './license-deployment.ts';
import { listen, type Listening } from './listen.ts';

const open: Listening[] = [];
afterEach(() => {
  for (const { server } of open.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function start(listener: RequestListener): Promise<number> {
  const listening = await listen(listener, 0, '127.0.0.1');
  open.push(listening);
  return listening.port;
}

/** A service that answers with `listener`, and a forward to it at `prefix`. Gives the forward's port. */
async function startForward(listener: RequestListener, prefix = ''): Promise<number> {
  const port = await start(listener);
  return start(createForward(`http://127.0.0.1:${port}${prefix}`));
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Sends a request exactly as it is written here, which `fetch` would not do. */
async function ask(
  port: number,
  path: string,
  options: { readonly method?: string; readonly headers?: OutgoingHttpHeaders; readonly body?: string } = {},
): Promise<{ readonly message: IncomingMessage; readonly text: string }> {
  const { body, ...others } = options;
  const outgoing = httpRequest({ host: '127.0.0.1', port, path, ...others }).end(body);
  const [message] = (await once(outgoing, 'response')) as [IncomingMessage];
  return { message, text: await textOf(message) };
}

/** The headers of a message as `name: value`. */
const pairsOf = (raw: readonly string[]): readonly string[] =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${raw[index + 1]}`] : []));

test('keeps path and query as they are written, and of the headers those that the app sends', async () => {
  const port = await startForward((request, response) => {
    void textOf(request).then((body) => {
      const { method, url, rawHeaders: raw } = request;
      response.end(JSON.stringify({ method, url, raw, body }));
    });
  }, '/base');
  const passed = {
    Accept: 'application/json',
    'Accept-Encoding': 'gzip',
    Authorization: 'Bearer t',
    'MS-Contract-Version': 'v1',
    'MS-CorrelationId': 'a',
    'MS-PartnerCenter-Application': 'License Lens',
    'MS-RequestId': 'AbC',
    'User-Agent': 'x',
    'X-Locale': 'de-DE',
  };
  const { text } = await ask(port, `${LICENSE_DEPLOYMENT_PATH}?filter=a%20eq%20%27x%27&empty=&&x+y%2F`, {
    headers: {
      ...passed,
      Connection: 'keep-alive, X-Hop',
      'Content-Length': 7,
      Cookie: 'a=1',
      Forwarded: 'for=1.2.3.4',
      'MS-Other': '1',
      Origin: 'https://evil.example',
      Referer: 'https://evil.example/',
      TE: 'trailers',
      Via: '1.1 x',
      'X-Forwarded-For': '1.2.3.4',
      'X-Hop': '1',
      'X-HTTP-Method-Override': 'DELETE',
    },
    body: '{"a":1}',
  });
  const seen = JSON.parse(text) as { method: string; url: string; raw: string[]; body: string };
  expect(seen.method).toBe('GET');
  expect(seen.url).toBe(`/base${LICENSE_DEPLOYMENT_PATH}?filter=a%20eq%20%27x%27&empty=&&x+y%2F`);
  expect(seen.body).toBe('');
  const own = pairsOf(seen.raw).filter((pair) => !/^(?:Host|Connection): /.test(pair));
  expect(own).toEqual(Object.entries(passed).map((header) => header.join(': ')));
  const hosts = pairsOf(seen.raw).filter((pair) => pair.startsWith('Host: '));
  expect(hosts).toHaveLength(1);
  expect(hosts[0]).not.toContain(String(port));
});

test.each([
  ['GET', '/v1/customers', 404],
  ['GET', LICENSE_DEPLOYMENT_PATH.slice(0, -1), 404],
  ['GET', `/${LICENSE_DEPLOYMENT_PATH}`, 404],
  ['GET', LICENSE_DEPLOYMENT_PATH.replace('v1', '%76%31'), 404],
  ['GET', LICENSE_DEPLOYMENT_PATH.toUpperCase(), 404],
  ['GET', `${LICENSE_DEPLOYMENT_PATH}../../../../../customers`, 404],
  ['GET', `${LICENSE_DEPLOYMENT_PATH}%2e%2e/x`, 404],
  ['GET', `${LICENSE_DEPLOYMENT_PATH}#?x`, 404],
  ['GET', `/x/..${LICENSE_DEPLOYMENT_PATH}`, 404],
  ['GET', `http://evil.example${LICENSE_DEPLOYMENT_PATH}`, 404],
  ['POST', LICENSE_DEPLOYMENT_PATH, 405],
  ['DELETE', LICENSE_DEPLOYMENT_PATH, 405],
  ['OPTIONS', LICENSE_DEPLOYMENT_PATH, 405],
  ['POST', '/v1/customers', 404],
] as const)('refuses %s %s', async (method, path, status) => {
  let reached = false;
  const port = await startForward((_request, response) => {
    reached = true;
    response.end();
  });
  const { message, text } = await ask(port, path, { method });
  expect(message.statusCode).toBe(status);
  expect(message.headers.allow).toBe(status === 405 ? 'GET, HEAD' : undefined);
  expect(JSON.parse(text)).toMatchObject({ description: expect.any(String) as string });
  expect(reached).toBe(false);
});

test('keeps the status of the answer, its bytes, and of its headers those that the app reads', async () => {
  const passed = [
    ['Content-Encoding', 'gzip'],
    ['Content-Type', 'application/json'],
    ['isMfaCompliant', 'false'],
    ['MS-CV', 'x.0'],
    ['Retry-After', '3'],
    ['Vary', 'Accept-Encoding'],
    ['WWW-Authenticate', 'Bearer a'],
    ['WWW-Authenticate', 'Bearer b'],
  ];
  const port = await startForward((_request, response) => {
    const others = [
      ['Access-Control-Allow-Origin', '*'],
      ['Cache-Control', 'public'],
      ['Location', 'https://evil.example/'],
      ['Refresh', '0; url=https://evil.example/'],
      ['Server', 'x'],
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
      ['X-Other', '1'],
    ];
    response.writeHead(429, 'Slow Down', [...passed, ...others].flat());
    response.end(Buffer.from([0x1f, 0x8b, 0xff, 0x00]));
  });
  const outgoing = httpRequest({ host: '127.0.0.1', port, path: LICENSE_DEPLOYMENT_PATH }).end();
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  expect([response.statusCode, response.statusMessage]).toEqual([429, 'Slow Down']);
  const own = pairsOf(response.rawHeaders).filter(
    (pair) => !/^(?:Date|Connection|Keep-Alive|Transfer-Encoding): /.test(pair),
  );
  expect(own.toSorted()).toEqual(
    [...passed.map((header) => header.join(': ')), 'Cache-Control: no-store'].toSorted(),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks)).toEqual(Buffer.from([0x1f, 0x8b, 0xff, 0x00]));
});

test('follows no redirect', async () => {
  const asked: (string | undefined)[] = [];
  const port = await startForward((request, response) => {
    asked.push(request.url);
    response.writeHead(302, { Location: '/elsewhere' }).end();
  });
  const { message } = await ask(port, LICENSE_DEPLOYMENT_PATH);
  expect([message.statusCode, message.headers.location]).toEqual([302, undefined]);
  expect(asked).toEqual([LICENSE_DEPLOYMENT_PATH]);
});

test('streams the answer: its beginning comes before its end exists', async () => {
  let finish: (() => void) | undefined;
  const port = await startForward((_request, response) => {
    response.write('beginning');
    finish = () => response.end(' end');
  });
  const response = await fetch(`http://127.0.0.1:${port}${LICENSE_DEPLOYMENT_PATH}`);
  const reader = response.body?.getReader();
  const decode = async (): Promise<string> => new TextDecoder().decode((await reader?.read())?.value);
  expect(await decode()).toBe('beginning');
  finish?.();
  expect(await decode()).toBe(' end');
});

test('gives up at the service when the caller goes away', async () => {
  let serving: ((response: ServerResponse) => void) | undefined;
  const served = new Promise<ServerResponse>((resolve) => (serving = resolve));
  const port = await startForward((_request, response) => {
    response.write('beginning');
    serving?.(response);
  });
  const abort = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}${LICENSE_DEPLOYMENT_PATH}`, {
    signal: abort.signal,
  });
  const upstream = await served;
  const closed = once(upstream, 'close');
  abort.abort();
  await expect(response.text()).rejects.toThrow();
  await closed;
  expect(upstream.writableFinished).toBe(false);
});

test('breaks off where the service breaks off', async () => {
  const port = await startForward((_request, response) => {
    response.writeHead(200, { 'Content-Length': 100 });
    response.write('half', () => response.destroy());
  });
  const response = await fetch(`http://127.0.0.1:${port}${LICENSE_DEPLOYMENT_PATH}`);
  await expect(response.text()).rejects.toThrow();
});

test('answers 502 with a documented body where nobody listens', async () => {
  const free = await listen(() => undefined, 0, '127.0.0.1');
  free.server.close();
  const port = await start(createForward(`http://127.0.0.1:${free.port}`));
  const response = await fetch(`http://127.0.0.1:${port}${LICENSE_DEPLOYMENT_PATH}`);
  expect(response.status).toBe(502);
  expect(await response.json()).toEqual({
    code: 'BadGateway',
    description: expect.stringContaining(`127.0.0.1:${free.port}`) as string,
    data: [],
    source: expect.any(String) as string,
  });
});
