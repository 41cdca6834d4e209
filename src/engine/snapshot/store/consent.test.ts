import { IDBDatabase, IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  consentOf,
  forgetEverything,
  forgetOtherAccounts,
  giveConsent,
  storedBytes,
  withdraw,
} from './consent.ts';
import { deleteDatabase, hashOf, resultOf, withDatabase } from './database.ts';
import { allRecords, connect, fakeFileSystem, forge } from './records.fixture.ts';
import { refusalOf, StorageRefused } from './storage-refused.ts';

let files: ReturnType<typeof fakeFileSystem>['files'];

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  const system = fakeFileSystem();
  ({ files } = system);
  vi.stubGlobal('navigator', { storage: system.storage });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A snapshot of 100 bytes in one column, as far as anyone without the key can see. */
async function store(account: string, snapshot: string): Promise<void> {
  await forge('snapshots', { account, snapshot, edition: 'e', storedAt: 1, bytes: 100 });
  await forge('columns', { account, snapshot, part: 'channel.codes' });
}

test('off by default, and asking stores nothing', async () => {
  expect(await consentOf('a')).toBe(false);
  expect(await storedBytes('a')).toBe(0);
  await withdraw('a');
  await forgetOtherAccounts('a');
  await forgetEverything();
  expect(await indexedDB.databases()).toEqual([]);
});

test('consent is of one account, and the key is made once', async () => {
  await Promise.all([giveConsent('a'), giveConsent('a')]);
  const [first, ...others] = await allRecords('keys');
  expect(others).toEqual([]);
  await giveConsent('a');
  expect((await allRecords('keys')).map(({ id }) => id)).toEqual([first?.['id']]);
  expect(await consentOf('a')).toBe(true);
  expect(await consentOf('b')).toBe(false);
  expect([...files.keys()]).toContain(`license-lens.${await hashOf('a')}.${String(first?.['id'])}`);
});

test('the keys are destroyed first of all, whatever becomes of the database', async () => {
  await giveConsent('a');
  await giveConsent('b');
  expect(files.size).toBe(2);
  vi.stubGlobal('indexedDB', undefined);
  await forgetEverything();
  expect([...files.keys()]).toEqual([]);
});

test('where the key is gone there is no consent, and giving it anew makes another key', async () => {
  await giveConsent('a');
  const [before] = files.keys();
  files.clear();
  expect(await consentOf('a')).toBe(false);
  await giveConsent('a');
  expect(await consentOf('a')).toBe(true);
  expect([...files.keys()]).not.toEqual([before]);
  expect(await allRecords('keys')).toHaveLength(1);
});

test('where the browser has no such files, consent is refused', async () => {
  vi.stubGlobal('navigator', { storage: {} });
  await expect(giveConsent('a')).rejects.toMatchObject({ reason: 'unavailable' });
  expect(await consentOf('a')).toBe(false);
  await withdraw('a');
  await forgetOtherAccounts('a');
  await forgetEverything();
});

test('a database that holds the keys themselves, as an earlier version wrote it, is emptied', async () => {
  const old = indexedDB.open('license-lens', 1);
  old.addEventListener('upgradeneeded', () => {
    const store = old.result.createObjectStore('keys', { keyPath: ['account'] });
    store.put({ account: 'x', id: '1', key: 'a key' });
  });
  ((await resultOf(old)) as IDBDatabase).close();
  expect(await consentOf('a')).toBe(false);
  expect(await allRecords('keys')).toEqual([]);
  await giveConsent('a');
  expect(await consentOf('a')).toBe(true);
});

test('withdrawing and switching accounts delete what they should and no more', async () => {
  // Many accounts: hashes before and after each other.
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  for (const name of names) {
    await giveConsent(name);
    const account = await hashOf(name);
    await store(account, 's1');
    await store(account, 's2');
  }
  await withdraw('b');
  expect(await Promise.all(names.map(storedBytes))).toEqual([200, 0, 200, 200, 200, 200]);
  expect(await allRecords('columns')).toHaveLength(10);
  await forgetOtherAccounts('d');
  expect(await Promise.all(names.map(consentOf))).toEqual([false, false, false, true, false, false]);
  expect(await Promise.all(names.map(storedBytes))).toEqual([0, 0, 0, 200, 0, 0]);
  expect(await allRecords('keys')).toHaveLength(1);
  expect(await allRecords('columns')).toHaveLength(2);
  expect(files.size).toBe(1);
});

test('the key goes first: what interrupts the rest does not bring it back', async () => {
  await giveConsent('a');
  const account = await hashOf('a');
  await store(account, 's');
  const transaction = Reflect.get(IDBDatabase.prototype, 'transaction') as (
    ...args: unknown[]
  ) => IDBTransaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function stopAtColumns(
    this: IDBDatabase,
    stores,
    ...rest
  ) {
    if ([stores].flat().includes('columns'))
      throw new DOMException('The browser is closing.', 'InvalidStateError');
    return Reflect.apply(transaction, this, [stores, ...rest]);
  });
  await expect(withdraw('a')).rejects.toMatchObject({ name: 'StorageRefused', reason: 'not-deleted' });
  vi.restoreAllMocks();
  expect(await consentOf('a')).toBe(false);
  expect(await storedBytes('a')).toBe(100);
  await withdraw('a');
  expect(await storedBytes('a')).toBe(0);
});

test('signing out leaves no database', async () => {
  await giveConsent('a');
  const account = await hashOf('a');
  await giveConsent('b');
  await store(account, 's');
  await forgetEverything();
  expect(await indexedDB.databases()).toEqual([]);
});

test('a tab in the middle of something lets go of the database', async () => {
  await giveConsent('a');
  // The app's own way of opening it, with a deletion asked for meanwhile.
  const left = await withDatabase('leave', async () => {
    await deleteDatabase();
    return indexedDB.databases();
  });
  expect(left).toEqual([]);
});

test('a tab that does not let go holds up neither the sign-out nor the page after it, and keeps no key', async () => {
  await giveConsent('a');
  const stubborn = await connect();
  // Time stands still: whatever only patience ends would never end.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await forgetEverything();
  expect([...files.keys()]).toEqual([]);

  // The deletion is still to come, and whoever wants to open the database waits for it.
  const asked = Promise.all([
    consentOf('a'),
    storedBytes('a'),
    giveConsent('a').catch((error: unknown) => error),
    withdraw('a').catch((error: unknown) => error),
  ]);
  await vi.waitUntil(() => vi.getTimerCount() === 4);
  await vi.runAllTimersAsync();
  expect(await asked).toEqual([
    false,
    0,
    new StorageRefused('unavailable'),
    new StorageRefused('not-deleted'),
  ]);
  vi.useRealTimers();

  // What opens too late is closed again: nothing is in the way of the next one.
  stubborn.close();
  await giveConsent('b');
  expect(await consentOf('b')).toBe(true);
  await forgetEverything();
  expect(await indexedDB.databases()).toEqual([]);
});

test.each([
  ['is missing', undefined],
  [
    'refuses',
    {
      open: () => {
        throw new DOMException('Not here.', 'SecurityError');
      },
      deleteDatabase: () => {
        throw new DOMException('Not here.', 'SecurityError');
      },
    },
  ],
])('where IndexedDB %s nothing is stored, and only who wants to store hears of it', async (_, factory) => {
  vi.stubGlobal('indexedDB', factory);
  expect(await consentOf('a')).toBe(false);
  expect(await storedBytes('a')).toBe(0);
  await forgetOtherAccounts('a');
  await forgetEverything();
  await expect(giveConsent('a')).rejects.toMatchObject({
    name: 'StorageRefused',
    reason: 'unavailable',
  });
});

test('a full disk is told from a locked one', () => {
  expect(refusalOf(new DOMException('', 'QuotaExceededError')).reason).toBe('full');
  expect(refusalOf(new DOMException('', 'InvalidStateError')).reason).toBe('unavailable');
  expect(refusalOf(new StorageRefused('off')).reason).toBe('off');
});
