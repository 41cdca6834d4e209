import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeWindow } from '#view/fake-page.ts';
import type * as Busy from './busy.ts';

// The module has one state for the whole page, so each test loads a module of its own.
let busy: typeof Busy;
let page: EventTarget & { readonly documentElement: { readonly dataset: { readonly busy?: string } } };

/** The callbacks that wait for the next frame. */
let frames: (() => void)[] = [];

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  page = fakeWindow({ documentElement: { dataset: {} } });
  frames = [];
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', fakeWindow({}));
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => void frames.push(frame));
  busy = await import('./busy.ts');
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const said = () => page.documentElement.dataset.busy;

/** The state once nothing has happened for a while and everything has been painted. */
async function saidAtRest(): Promise<string | undefined> {
  await vi.advanceTimersByTimeAsync(200);
  for (const frame of frames.splice(0)) frame();
  return said();
}

function held(): { readonly promise: Promise<string>; readonly end: () => void } {
  let end: () => void = () => undefined;
  const promise = new Promise<string>((resolve) => void (end = () => resolve('done')));
  return { promise, end };
}

test('a page is busy from its beginning until it is painted, with nothing under way', async () => {
  busy.watchBusy(new QueryClient());
  expect(said()).toBe('true');
  await vi.advanceTimersByTimeAsync(100);
  expect(frames).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(said()).toBe('true');
  expect(await saidAtRest()).toBe('false');
});

test.each(['pointerdown', 'click', 'keydown', 'input', 'change'])(
  'a %s makes it busy, and each one from then on anew',
  async (type) => {
    busy.watchBusy(new QueryClient());
    await saidAtRest();
    page.dispatchEvent(new Event(type));
    expect(said()).toBe('true');
    await vi.advanceTimersByTimeAsync(100);
    page.dispatchEvent(new Event(type));
    await vi.advanceTimersByTimeAsync(100);
    expect(frames).toEqual([]);
    expect(await saidAtRest()).toBe('false');
  },
);

test('a step back in the history makes it busy', async () => {
  busy.watchBusy(new QueryClient());
  await saidAtRest();
  window.dispatchEvent(new Event('popstate'));
  expect(said()).toBe('true');
});

test('what happens before it is painted keeps it busy', async () => {
  busy.watchBusy(new QueryClient());
  await vi.advanceTimersByTimeAsync(200);
  page.dispatchEvent(new Event('click'));
  for (const frame of frames.splice(0)) frame();
  expect(said()).toBe('true');
  expect(await saidAtRest()).toBe('false');
});

test('it is busy while a question is asked, and when its answer has come until that is painted', async () => {
  const client = new QueryClient();
  busy.watchBusy(client);
  expect(await saidAtRest()).toBe('false');
  const { promise, end } = held();
  void client.query({ queryKey: ['q'], queryFn: () => promise });
  expect(await saidAtRest()).toBe('true');
  end();
  await vi.advanceTimersByTimeAsync(1);
  expect(said()).toBe('true');
  expect(await saidAtRest()).toBe('false');
});

test('whoever comes to look at an answer that is there, and leaves, makes nothing busy', async () => {
  const client = new QueryClient();
  busy.watchBusy(client);
  client.setQueryData(['q'], 'there');
  await saidAtRest();
  const observer = new QueryObserver(client, { queryKey: ['q'], staleTime: Number.POSITIVE_INFINITY });
  observer.subscribe(() => undefined)();
  expect(said()).toBe('false');
});

test('what is answered between rest and paint, and asked anew, is not final', async () => {
  const client = new QueryClient();
  busy.watchBusy(client);
  await vi.advanceTimersByTimeAsync(200);
  const { promise } = held();
  void client.query({ queryKey: ['q'], queryFn: () => promise });
  for (const frame of frames.splice(0)) frame();
  expect(said()).toBe('true');
});

test('it is busy while the person’s wish is carried out', async () => {
  const client = new QueryClient();
  busy.watchBusy(client);
  const { promise, end } = held();
  const wish = client
    .getMutationCache()
    .build(client, { mutationFn: () => promise })
    .execute(undefined);
  expect(await saidAtRest()).toBe('true');
  end();
  await wish;
  page.dispatchEvent(new Event('click'));
  expect(await saidAtRest()).toBe('false');
});

test('it is busy while a snapshot is loaded', async () => {
  busy.watchBusy(new QueryClient());
  let tell: () => void = () => undefined;
  let isUnderWay = false;
  busy.watchLoading({
    isUnderWay: () => isUnderWay,
    subscribe(listener) {
      tell = listener;
      return () => undefined;
    },
  });
  expect(await saidAtRest()).toBe('false');
  isUnderWay = true;
  tell();
  expect(said()).toBe('true');
  expect(await saidAtRest()).toBe('true');
  isUnderWay = false;
  tell();
  expect(await saidAtRest()).toBe('false');
});

test('it is busy until all other work has ended, whichever way', async () => {
  // This also holds where nothing else is watched yet, as during the sign-in.
  const [one, other] = [held(), held()];
  const done = busy.unfinished(one.promise);
  const failed = busy.unfinished(
    other.promise.then(() => {
      throw new Error('no');
    }),
  );
  failed.catch(() => undefined);
  expect(said()).toBe('true');
  expect(await saidAtRest()).toBe('true');
  one.end();
  expect(await done).toBe('done');
  expect(await saidAtRest()).toBe('true');
  other.end();
  await expect(failed).rejects.toThrow('no');
  expect(said()).toBe('true');
  expect(await saidAtRest()).toBe('false');
});
