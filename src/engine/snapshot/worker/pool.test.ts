import { expect, test } from 'vitest';
import type { Head } from '#partner-center/exchange.ts';
import { createFakeWorker } from './fake-worker.ts';
import { createPool, poolSize } from './pool.ts';
import { tools } from './worker-tools.ts';

test.each([
  [Number.NaN, 1],
  [1, 1],
  [2, 1],
  [3, 2],
  [5, 4],
  [64, 4],
])('on %i cores %i workers read', (cores, workers) => {
  expect(poolSize(cores)).toBe(workers);
});

test('a response that began is told of, though it stalls and is left', async () => {
  const startWorker = () =>
    createFakeWorker({
      ...tools,
      fetch: () =>
        Promise.resolve(
          new Response(new ReadableStream(), { status: 203, headers: { 'MS-RequestId': 'r' } }),
        ),
    });
  const pool = createPool(startWorker, 1, { onFailed: () => undefined, onPrepared: () => undefined });
  const leaving = new AbortController();
  let left: Promise<unknown> = Promise.resolve();
  const head = await new Promise<Head>((resolve) => {
    left = pool
      .exchange({ url: 'https://service.example/page', headers: {} }, leaving.signal, resolve)
      .catch((error: unknown) => error);
  });
  expect(head.status).toBe(203);
  expect(head.headers.get('MS-RequestId')).toBe('r');
  leaving.abort();
  expect(await left).toBe(leaving.signal.reason);
  pool.end(null);
});
