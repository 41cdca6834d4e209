import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeFileSystem } from '#engine/snapshot/store/records.fixture.ts';
import { createKeeping, forgetKept, forgetKeptByOthers, mayKeepRows } from './keeping.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  vi.stubGlobal('navigator', { storage: fakeFileSystem().storage });
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  vi.stubGlobal('requestAnimationFrame', () => 0);
  const items = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => items.set(name, value),
    removeItem: (name: string) => items.delete(name),
  });
});

const keepNothing = () => Promise.resolve();

test('rows may be kept from the consent on until it is taken back', async () => {
  const seen: boolean[] = [];
  const keeping = createKeeping('a', () => {
    seen.push(mayKeepRows());
    return Promise.resolve();
  });
  expect(mayKeepRows()).toBe(false);
  await keeping.allow();
  expect(seen).toEqual([true]);
  expect(mayKeepRows()).toBe(true);
  await keeping.withdraw();
  expect(mayKeepRows()).toBe(false);
});

test('where the consent is another’s, or its note is lost, the database tells', async () => {
  await createKeeping('a', keepNothing).allow();
  localStorage.removeItem('license-lens.keep-rows');
  await forgetKeptByOthers('a');
  expect(mayKeepRows()).toBe(true);
  await forgetKeptByOthers('b');
  expect(mayKeepRows()).toBe(false);
  expect(await createKeeping('a', keepNothing).isAllowed()).toBe(false);
});

test('how much is kept, and whether it may be, is asked of the database', async () => {
  const keeping = createKeeping('a', keepNothing);
  expect(await keeping.storedBytes()).toBe(0);
  await keeping.allow();
  localStorage.removeItem('license-lens.keep-rows');
  expect(await keeping.isAllowed()).toBe(true);
  // The note follows what the database says.
  expect(mayKeepRows()).toBe(true);
});

test('what is loaded is kept once it is allowed, and that may fail', async () => {
  const error = new Error('full');
  await expect(createKeeping('a', () => Promise.reject(error)).allow()).rejects.toBe(error);
  expect(mayKeepRows()).toBe(true);
});

test('at sign-out nothing stays, and a browser that stores nothing is in nobody’s way', async () => {
  await createKeeping('a', keepNothing).allow();
  await forgetKept();
  expect(await createKeeping('a', keepNothing).isAllowed()).toBe(false);
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new Error('no storage');
    },
  });
  await forgetKept();
  await forgetKeptByOthers('a');
  expect(mayKeepRows()).toBe(false);
});

test('where the browser stores nothing, nothing is kept', async () => {
  vi.stubGlobal('localStorage', undefined);
  vi.stubGlobal('indexedDB', undefined);
  await expect(createKeeping('a', keepNothing).allow()).rejects.toMatchObject({ name: 'StorageRefused' });
  expect(mayKeepRows()).toBe(false);
});
