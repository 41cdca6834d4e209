// Loaded with the page: small, and without anything that knows of tables.
import {
  STORE_NAMES,
  allOf,
  deleteDatabase,
  hashOf,
  inTransaction,
  resultOf,
  withDatabase,
} from './database.ts';
import { destroyKeys, keyFor, makeKey, type KeyRecord } from './keys.ts';
import { StorageRefused, refusalOf } from './storage-refused.ts';

const recordOf = async (accountHash: string): Promise<KeyRecord | null> =>
  withDatabase('leave', (database) =>
    inTransaction(database, ['keys'], 'readonly', (store) => recordIn(store('keys'), accountHash)),
  );

const recordIn = async (keys: IDBObjectStore, accountHash: string): Promise<KeyRecord | null> =>
  ((await resultOf(keys.get([accountHash]))) as KeyRecord | undefined) ?? null;

/**
 * Whether the person allowed this browser to keep snapshots.
 *
 * @param accountKey the account's id; it is stored as a hash only
 * @returns false also where the browser stores nothing
 */
export async function consentOf(accountKey: string): Promise<boolean> {
  try {
    const record = await recordOf(await hashOf(accountKey));
    return record !== null && (await keyFor(record)) !== null;
  } catch {
    return false;
  }
}

/**
 * Notes the person's consent by making the key that their snapshots will be encrypted with. Where there is one already it
 * stays.
 *
 * @throws StorageRefused where the browser stores nothing
 */
export async function giveConsent(accountKey: string): Promise<void> {
  try {
    const account = await hashOf(accountKey);
    const before = await recordOf(account);
    if (before !== null && (await keyFor(before)) !== null) return;
    const record: KeyRecord = { account, id: crypto.randomUUID() };
    await makeKey(record);
    await withDatabase('create', (database) =>
      inTransaction(database, ['keys'], 'readwrite', async (store) => {
        // Another tab may have been first, and may have stored something with its key. Ours is then of no use, and goes
        // with the others.
        if ((await recordIn(store('keys'), account))?.id === before?.id) store('keys').put(record);
      }),
    );
  } catch (error) {
    throw refusalOf(error);
  }
}

/**
 * Destroys the keys of the accounts that `isMeant` is true of, then deletes all records in these ranges of the database's
 * keys: without the key they are noise, whether or not their deletion comes to an end.
 */
async function destroy(isMeant: (account: string) => boolean, ranges: readonly IDBKeyRange[]): Promise<void> {
  await destroyKeys(isMeant);
  await withDatabase('leave', (database) =>
    inTransaction(database, STORE_NAMES, 'readwrite', (store) => {
      for (const name of STORE_NAMES) for (const range of ranges) store(name).delete(range);
    }),
  );
}

/**
 * Takes the consent back: destroys the account's key, then everything that was stored for it.
 *
 * @throws StorageRefused where the browser does not confirm it
 */
export async function withdraw(accountKey: string): Promise<void> {
  if (typeof indexedDB === 'undefined') return;
  try {
    const account = await hashOf(accountKey);
    await destroy((other) => other === account, [allOf(account)]);
  } catch (error) {
    throw new StorageRefused('not-deleted', error);
  }
}

/** Bytes that snapshots of the account take in this browser; 0 where nothing is stored. */
export async function storedBytes(accountKey: string): Promise<number> {
  try {
    const account = await hashOf(accountKey);
    const snapshots = await withDatabase('leave', (database) =>
      inTransaction(database, ['snapshots'], 'readonly', (store) =>
        resultOf(store('snapshots').getAll(allOf(account))),
      ),
    );
    if (!Array.isArray(snapshots)) return 0;
    return snapshots.reduce<number>((sum, { bytes }: { bytes?: unknown }) => sum + (Number(bytes) || 0), 0);
  } catch {
    return 0;
  }
}

/** When someone has signed in: destroys what other accounts stored here, their consent included. */
export async function forgetOtherAccounts(accountKey: string): Promise<void> {
  try {
    const account = await hashOf(accountKey);
    const others = [IDBKeyRange.upperBound([account], true), IDBKeyRange.lowerBound([account, []], true)];
    await destroy((other) => other !== account, others);
  } catch {
    // Tried again at the next start. Until then it lies here encrypted, under a name nobody asks for.
  }
}

/**
 * At sign-out: destroys all keys, and with the database everything else. Never rejects, and waits a few seconds at most
 * for tabs that do not let go of the database: nothing may stand in the way of signing out.
 */
export async function forgetEverything(): Promise<void> {
  await destroyKeys(() => true).catch(() => undefined);
  await deleteDatabase().catch(() => undefined);
}
