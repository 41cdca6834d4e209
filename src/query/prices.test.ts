import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { act } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeWindow } from '#view/fake-page.ts';
import { PRICE_LIST as LIST } from '#view/prices.fixture.ts';
import { createQueryClient } from './client.ts';
import { fakeSource, settled, usedWith } from './fake-source.ts';
import { openStore, priceEntry, tabEntry, usePriceList } from './prices.ts';
import { useSetPriceList } from './set-prices.ts';

let tab: Map<string, string>;

beforeEach(() => {
  tab = new Map();
  vi.stubGlobal('window', fakeWindow({}));
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  vi.stubGlobal('requestAnimationFrame', () => 0);
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => tab.get(name) ?? null,
    setItem: (name: string, text: string) => void tab.set(name, text),
    removeItem: (name: string) => void tab.delete(name),
  });
});

describe('an entry of the tab', () => {
  test('is read, written and removed', () => {
    expect(tabEntry('a')).toBeNull();
    expect(tabEntry('a', 'text')).toBe('text');
    expect(tabEntry('a')).toBe('text');
    expect(tabEntry('b')).toBeNull();
    expect(tabEntry('a', null)).toBeNull();
    expect(tab.size).toBe(0);
  });

  test('is none where the browser stores nothing', () => {
    vi.stubGlobal('sessionStorage', undefined);
    expect(tabEntry('a', 'text')).toBeNull();
  });
});

/** Waits until the code of the store has come, too. */
async function storeHasAnswered(): Promise<void> {
  await act(async () => void (await openStore()));
  await settled();
  await settled();
}

describe('the person’s own prices', () => {
  test('are none at once where the tab has none and nothing may be kept', () => {
    const page = usedWith(fakeSource().source, usePriceList);
    expect(page.now()).toBeNull();
  });

  test('are not known before what the tab has was read', async () => {
    tab.set(priceEntry('me'), JSON.stringify(LIST));
    const page = usedWith(fakeSource().source, usePriceList);
    expect(page.now()).toBeUndefined();
    await storeHasAnswered();
    expect(page.now()).toEqual(LIST);
    const other = usedWith(fakeSource({ accountId: 'somebody else' }).source, usePriceList);
    expect(other.now()).toBeNull();
  });

  test('may be kept where the tab has none', async () => {
    vi.stubGlobal('localStorage', { getItem: () => 'yes' });
    const page = usedWith(fakeSource().source, usePriceList);
    expect(page.now()).toBeUndefined();
    await storeHasAnswered();
    await vi.waitFor(async () => {
      await settled();
      expect(page.now()).toBeNull();
    });
  });

  test('are others at once where the person sets them, here and in the tab', async () => {
    const client = createQueryClient();
    const { source } = fakeSource();
    const page = usedWith(source, usePriceList, client);
    const setting = usedWith(source, useSetPriceList, client);
    act(() => setting.now()(LIST));
    await settled();
    expect(page.now()).toEqual(LIST);
    await storeHasAnswered();
    expect(tab.get(priceEntry('me'))).toBe(JSON.stringify(LIST));
    act(() => setting.now()(null));
    await settled();
    expect(page.now()).toBeNull();
    await storeHasAnswered();
    expect(tab.size).toBe(0);
  });
});
