import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeFileSystem } from '#engine/snapshot/store/records.fixture.ts';
import { forgetEverything, giveConsent, withdraw } from '#engine/snapshot/store/consent.ts';
import { PRICE_LIST as LIST } from '#view/prices.fixture.ts';
import { priceEntry } from './prices.ts';
import { keepPriceList, parsePriceList, readPriceList, writePriceList } from './prices-store.ts';

let tab: Map<string, string>;
const anotherTab = (): void => {
  tab = new Map();
};

beforeEach(() => {
  anotherTab();
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  vi.stubGlobal('navigator', { storage: fakeFileSystem().storage });
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => tab.get(name) ?? null,
    setItem: (name: string, text: string) => void tab.set(name, text),
    removeItem: (name: string) => void tab.delete(name),
  });
});

test('without consent prices last as long as the tab', async () => {
  await writePriceList('me', LIST);
  expect(await readPriceList('me')).toEqual(LIST);
  expect(await readPriceList('somebody else')).toBeNull();
  anotherTab();
  expect(await readPriceList('me')).toBeNull();
});

test('with the consent to keep rows they are there in any tab, encrypted, and end with it', async () => {
  await giveConsent('me');
  await writePriceList('me', LIST);
  anotherTab();
  expect(await readPriceList('somebody else')).toBeNull();
  expect(await readPriceList('me')).toEqual(LIST);
  // This tab has the prices from now on.
  expect(tab.has(priceEntry('me'))).toBe(true);
  await withdraw('me');
  expect(await readPriceList('me')).toEqual(LIST);
  anotherTab();
  expect(await readPriceList('me')).toBeNull();
});

test('who consents keeps what the tab has; signing out ends it', async () => {
  await writePriceList('me', LIST);
  await giveConsent('me');
  await keepPriceList('me');
  anotherTab();
  expect(await readPriceList('me')).toEqual(LIST);
  await forgetEverything();
  anotherTab();
  await giveConsent('me');
  expect(await readPriceList('me')).toBeNull();
});

test('prices that are removed are gone', async () => {
  await giveConsent('me');
  await writePriceList('me', LIST);
  await writePriceList('me', null);
  expect(await readPriceList('me')).toBeNull();
  anotherTab();
  expect(await readPriceList('me')).toBeNull();
});

test.for([
  '',
  '{}',
  JSON.stringify({ ...LIST, of: [] }),
  JSON.stringify({ ...LIST, of: [['a', -1]] }),
  JSON.stringify({ ...LIST, currency: '€' }),
])('what was stored and is no list is none: %s', (text) => {
  expect(parsePriceList(text)).toBeNull();
});
