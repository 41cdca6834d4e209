import { once } from 'node:events';
import {
  request as httpRequest,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createForward } from './forward.ts';
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

/** A service that answers with `listener`, and a forward to it at `prefix`; gives the forward's port. */
async function startForward(listener: RequestListener, prefix = ''): Promise<number> {
  const port = await start(listener);
  return start(createForward(`http://127.0.0.1:${port}${prefix}`));
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

test('keeps method, path, query, headers and body, but for those of the connection', async () => {
  const port = await startForward((request, response) => {
    void textOf(request).then((body) => {
      response.end(
        JSON.stringify({ method: request.method, url: request.url, raw: request.rawHeaders, body }),
      );
    });
  }, '/base');
  const outgoing = httpRequest({
    host: '127.0.0.1',
    port,
    method: 'PUT',
    path: '/v1/a%2Fb/?filter=a%20eq%20%27x%27&empty=&&x+y',
    headers: {
      Authorization: 'Bearer t',
      'MS-RequestId': 'AbC',
      'X-Twice': ['1', '2'],
      Connection: 'keep-alive, X-Hop',
      'X-Hop': 'only here',
      TE: 'trailers',
    },
  });
  outgoing.end('{"a":1}');
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  const seen = JSON.parse(await textOf(response)) as {
    method: string;
    url: string;
    raw: string[];
    body: string;
  };
  expect(seen.method).toBe('PUT');
  expect(seen.url).toBe('/base/v1/a%2Fb/?filter=a%20eq%20%27x%27&empty=&&x+y');
  expect(seen.body).toBe('{"a":1}');
  const pairs = seen.raw.flatMap((name, index) =>
    index % 2 === 0 ? [`${name}: ${seen.raw[index + 1]}`] : [],
  );
  expect(pairs).toEqual(
    expect.arrayContaining(['Authorization: Bearer t', 'MS-RequestId: AbC', 'X-Twice: 1', 'X-Twice: 2']),
  );
  const names = pairs.map((pair) => pair.split(':')[0]?.toLowerCase());
  expect(names).not.toContain('x-hop');
  expect(names).not.toContain('te');
  expect(names.filter((name) => name === 'host')).toHaveLength(1);
  expect(pairs.find((pair) => pair.startsWith('Host: '))).not.toContain(String(port));
});

test('keeps status and headers of the answer, repeated ones too, and its bytes', async () => {
  const port = await startForward((_request, response) => {
    response.writeHead(
      429,
      'Slow Down',
      [
        ['Retry-After', '3'],
        ['MS-CV', 'x.0'],
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
        ['Content-Encoding', 'gzip'],
      ].flat(),
    );
    response.end(Buffer.from([0x1f, 0x8b, 0xff, 0x00]));
  });
  const outgoing = httpRequest({ host: '127.0.0.1', port, path: '/v1/' }).end();
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  expect([response.statusCode, response.statusMessage]).toEqual([429, 'Slow Down']);
  expect(response.headers['retry-after']).toBe('3');
  expect(response.headers['set-cookie']).toEqual(['a=1', 'b=2']);
  expect(response.rawHeaders).toContain('MS-CV');
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks)).toEqual(Buffer.from([0x1f, 0x8b, 0xff, 0x00]));
});

test('streams the answer: its beginning comes before its end exists', async () => {
  let finish: (() => void) | undefined;
  const port = await startForward((_request, response) => {
    response.write('beginning');
    finish = () => response.end(' end');
  });
  const response = await fetch(`http://127.0.0.1:${port}/v1/`);
  const reader = response.body?.getReader();
  const decode = async (): Promise<string> => new TextDecoder().decode((await reader?.read())?.value);
  expect(await decode()).toBe('beginning');
  finish?.();
  expect(await decode()).toBe(' end');
});

test('streams the request: its beginning arrives before its end is sent', async () => {
  let arrived: ((text: string) => void) | undefined;
  const beginning = new Promise<string>((resolve) => (arrived = resolve));
  const port = await startForward((request, response) => {
    request.once('data', (chunk: Buffer) => arrived?.(chunk.toString()));
    request.on('end', () => response.end('done'));
  });
  const outgoing = httpRequest({ host: '127.0.0.1', port, path: '/v1/', method: 'POST' });
  outgoing.write('beginning');
  expect(await beginning).toBe('beginning');
  outgoing.end();
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  expect(await textOf(response)).toBe('done');
});

test('gives up at the service when the caller goes away', async () => {
  let serving: ((response: ServerResponse) => void) | undefined;
  const served = new Promise<ServerResponse>((resolve) => (serving = resolve));
  const port = await startForward((_request, response) => {
    response.write('beginning');
    serving?.(response);
  });
  const abort = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}/v1/`, { signal: abort.signal });
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
  const response = await fetch(`http://127.0.0.1:${port}/v1/`);
  await expect(response.text()).rejects.toThrow();
});

test('answers 502 with a documented body where nobody listens', async () => {
  const free = await listen(() => undefined, 0, '127.0.0.1');
  free.server.close();
  const port = await start(createForward(`http://127.0.0.1:${free.port}`));
  const response = await fetch(`http://127.0.0.1:${port}/v1/`);
  expect(response.status).toBe(502);
  expect(await response.json()).toEqual({
    code: 'BadGateway',
    description: expect.stringContaining(`127.0.0.1:${free.port}`) as string,
    data: [],
    source: expect.any(String) as string,
  });
});
