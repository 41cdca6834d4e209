import { beforeEach, expect, test, vi } from 'vitest';
import { createPart, inTurn, prefetch } from './part.ts';

const dataset: Record<string, string> = {};

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { dataset } });
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 0));
});

/** A part whose first fetches fail, and the number of times that it was fetched. */
function partFailing(times: number) {
  let fetches = 0;
  const part = createPart(async () => {
    fetches += 1;
    if (fetches <= times) throw new TypeError('Failed to fetch dynamically imported module');
    return 'code';
  });
  return { part, fetches: () => fetches };
}

test('what has come, or is on its way, is not fetched again', async () => {
  const { part, fetches } = partFailing(0);
  expect(part.hasFailed()).toBe(false);
  prefetch(part);
  expect(fetches()).toBe(1);
  const read = part.read();
  expect(part.fetch()).toBe(read);
  expect(await read).toBe('code');
  expect(part.read()).toBe(read);
  expect(part.fetch()).toBe(read);
  expect(fetches()).toBe(1);
  expect(part.hasFailed()).toBe(false);
});

test('what has come says so, also to React, which draws it at once', async () => {
  const { part } = partFailing(1);
  expect(part.hasCome()).toBe(false);
  await expect(part.fetch()).rejects.toThrow();
  expect(part.hasCome()).toBe(false);
  await part.fetch();
  expect(part.hasCome()).toBe(true);
  expect(part.read()).toMatchObject({ status: 'fulfilled', value: 'code' });
});

test('what has failed is fetched anew by an event, and not by being drawn', async () => {
  const { part, fetches } = partFailing(2);
  prefetch(part);
  const failed = part.read();
  await expect(failed).rejects.toThrow('Failed to fetch');
  expect(part.hasFailed()).toBe(true);
  expect(part.read()).toBe(failed);
  expect(fetches()).toBe(1);

  const second = part.fetch();
  expect(part.hasFailed()).toBe(false);
  expect(part.read()).toBe(second);
  await expect(second).rejects.toThrow('Failed to fetch');

  expect(await part.fetch()).toBe('code');
  expect(await part.read()).toBe('code');
  expect(fetches()).toBe(3);
  expect(part.hasFailed()).toBe(false);
});

test('the page counts as unfinished while a part is on its way, whichever way that ends', async () => {
  const { part } = partFailing(1);
  const first = part.fetch();
  expect(dataset['busy']).toBe('true');
  await expect(first).rejects.toThrow('Failed to fetch');
  await expect.poll(() => dataset['busy']).toBe('false');
});

test('the page counts as unfinished while something stands in the place of a part', async () => {
  const { part } = partFailing(0);
  await part.fetch();
  const end = part.awaited();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(dataset['busy']).toBe('true');
  end();
  await expect.poll(() => dataset['busy']).toBe('false');
});

test('those who show a part are told when it is fetched anew, and not of the first time', async () => {
  const { part } = partFailing(2);
  const tell = vi.fn();
  const stop = part.subscribe(tell);
  await expect(part.read()).rejects.toThrow();
  expect([tell.mock.calls.length, part.retries()]).toEqual([0, 0]);
  await expect(part.fetch()).rejects.toThrow();
  expect([tell.mock.calls.length, part.retries()]).toEqual([1, 1]);
  stop();
  expect(await part.fetch()).toBe('code');
  void part.fetch();
  expect([tell.mock.calls.length, part.retries()]).toEqual([1, 2]);
});

test('parts that draw much arrive one after the other', async () => {
  const arrived: string[] = [];
  const parts = ['chart', 'grid'].map((name) => createPart(inTurn(() => Promise.resolve(name))));
  const all = parts.map((part) => part.fetch().then((name) => arrived.push(name)));
  await all[0];
  expect(arrived).toEqual(['chart']);
  await all[1];
  expect(arrived).toEqual(['chart', 'grid']);
  // Nobody is before it any more.
  expect(await inTurn(() => Promise.resolve('trend'))()).toBe('trend');
});
