// Loaded with the page: small, and without anything that knows of tables.
import {
  allOf,
  deleteDatabase,
  hashOf,
  inTransaction,
  resultOf,
  withDatabase,
  type KeyRecord,
} from './database.ts';
import { StorageRefused, refusalOf } from './storage-refused.ts';

/**
 * Whether the person allowed this browser to keep snapshots.
 *
 * @param accountKey the account's id; it is stored as a hash only
 * @returns false also where the browser stores nothing
 */
export async function consentOf(accountKey: string): Promise<boolean> {
  try {
    const account = await hashOf(accountKey);
    const count = await withDatabase('leave', (database) =>
      inTransaction(database, ['keys'], 'readonly', (store) => resultOf(store('keys').count([account]))),
    );
    return count === 1;
  } catch {
    return false;
  }
}

/**
 * Notes the person's consent by making the key that their snapshots will be encrypted with. Where there is one already
 * it stays.
 *
 * @throws StorageRefused where the browser stores nothing
 */
export async function giveConsent(accountKey: string): Promise<void> {
  try {
    const account = await hashOf(accountKey);
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    const record: KeyRecord = { account, id: crypto.randomUUID(), key };
    await withDatabase('create', (database) =>
      inTransaction(database, ['keys'], 'readwrite', async (store) => {
        // Another tab may have been first, and may have stored something with its key.
        if ((await resultOf(store('keys').count([account]))) === 0) store('keys').put(record);
      }),
    );
  } catch (error) {
    throw refusalOf(error);
  }
}

/** Deletes all records in these ranges of keys, the accounts' keys first. */
async function destroy(database: IDBDatabase, ranges: readonly IDBKeyRange[]): Promise<void> {
  // In a transaction of its own: without the key the rest is noise, whether or not its deletion comes to an end.
  for (const stores of [['keys'], ['snapshots', 'columns']] as const) {
    await inTransaction(database, stores, 'readwrite', (store) => {
      for (const name of stores) for (const range of ranges) store(name).delete(range);
    });
  }
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
    await withDatabase('leave', (database) => destroy(database, [allOf(account)]));
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
    await withDatabase('leave', (database) => destroy(database, others));
  } catch {
    // Tried again at the next start. Until then it lies here encrypted, under a name nobody asks for.
  }
}

/**
 * At sign-out: destroys all keys, and with the database everything else. Never rejects, and waits a few seconds at most
 * for tabs that do not let go of the database: nothing may stand in the way of signing out.
 */
export async function forgetEverything(): Promise<void> {
  try {
    const found = await withDatabase('leave', async (database) => {
      await inTransaction(database, ['keys'], 'readwrite', (store) => store('keys').clear());
      return true;
    });
    if (found === null) return;
  } catch {
    // Then the database goes with the keys in it.
  }
  await deleteDatabase().catch(() => undefined);
}
