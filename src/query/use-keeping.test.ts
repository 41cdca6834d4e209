import { act } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { StorageRefused } from '#engine/snapshot/store/storage-refused.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { createQueryClient } from './client.ts';
import { fakeSource, settled, TODAY, usedWith } from './fake-source.ts';
import type { KeptSnapshots } from './source.ts';
import { useKeeping } from './use-keeping.ts';
import { useSnapshot } from './use-license-deployment.ts';

beforeEach(() => {
  vi.stubGlobal('window', fakeWindow({}));
});

/**
 * What the browser keeps, and the hook in use. With `refuse` the next wishes fail with this refusal, until it is null.
 */
async function keepingOf() {
  const store = { isAllowed: false, bytes: 0, refusal: null as Error | null };
  let finish: () => void = () => undefined;
  const wish = (isAllowed: boolean, bytes: number) => async (): Promise<void> => {
    await new Promise<void>((resolve) => void (finish = resolve));
    if (store.refusal !== null) throw store.refusal;
    Object.assign(store, { isAllowed, bytes });
  };
  const keeping: KeptSnapshots = {
    isAllowed: () => Promise.resolve(store.isAllowed),
    storedBytes: () => Promise.resolve(store.bytes),
    allow: wish(true, 500),
    withdraw: wish(false, 0),
  };
  const page = usedWith(fakeSource({ keeping }).source, useKeeping);
  const before = page.now();
  await settled();
  const done = (): Promise<void> => {
    finish();
    return settled();
  };
  return { page, store, before, done };
}

test('what is kept is looked for, and not known before', async () => {
  const { page, before } = await keepingOf();
  expect(before).toMatchObject({ isAllowed: undefined, bytes: 0, isWorking: false, refusal: null });
  expect(page.now()).toMatchObject({ isAllowed: false, bytes: 0, isWorking: false, refusal: null });
});

test('the person allows it and takes it back, and it is told how much is kept then', async () => {
  const { page, done } = await keepingOf();
  for (const [wish, isAllowed, bytes] of [
    ['allow', true, 500],
    ['withdraw', false, 0],
  ] as const) {
    act(() => page.now()[wish]());
    await settled();
    expect(page.now()).toMatchObject({ isAllowed: !isAllowed, isWorking: true });
    await done();
    expect(page.now()).toMatchObject({ isAllowed, bytes, isWorking: false, refusal: null });
  }
});

test('nothing else is asked anew because of it', async () => {
  let finds = 0;
  const { source } = fakeSource({
    findSnapshot: () => Promise.resolve({ ...TODAY, totalCount: (finds += 1) }),
  });
  const page = usedWith(source, () => ({
    keeping: useKeeping(),
    snapshot: useSnapshot({ processedDateTime: null }),
  }));
  await settled();
  act(() => page.now().keeping.allow());
  await settled();
  expect(finds).toBe(1);
});

test('a wish that is refused is told with its reason, until the next wish', async () => {
  const { page, store, done } = await keepingOf();
  store.refusal = new StorageRefused('full');
  const other = { allow: 'withdraw', withdraw: 'allow' } as const;
  for (const wish of ['allow', 'withdraw'] as const) {
    store.refusal = new StorageRefused('full');
    act(() => page.now()[wish]());
    await settled();
    await done();
    expect(page.now()).toMatchObject({ isWorking: false, refusal: 'full' });
    act(() => page.now()[other[wish]]());
    await settled();
    expect(page.now()).toMatchObject({ isWorking: true, refusal: null });
    store.refusal = null;
    await done();
  }
});

test('whatever it is refused with, there is a sentence for the person', async () => {
  const { page, store, done } = await keepingOf();
  store.refusal = new TypeError('x is undefined');
  act(() => page.now().allow());
  await settled();
  await done();
  const { refusal } = page.now();
  expect(refusal).toBe('failed');
});

test('shown again, it is looked for again', async () => {
  let bytes = 5;
  const { source } = fakeSource();
  const keeping = { ...source.keeping, storedBytes: () => Promise.resolve(bytes) };
  const client = createQueryClient();
  for (bytes of [5, 9]) {
    const page = usedWith({ ...source, keeping }, useKeeping, client);
    await settled();
    expect(page.now().bytes).toBe(bytes);
    page.leave();
  }
});
