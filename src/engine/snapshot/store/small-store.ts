import { hashOf, inTransaction, resultOf, withDatabase, type ColumnRecord } from './database.ts';
import { keyFor, type KeyRecord } from './keys.ts';
import { seal, unseal } from './seal.ts';

// What is small and belongs to the person, encrypted and ended as their snapshots are: with the account's key, which is
// there exactly where there is consent, in a record that goes whenever those of the account go.

async function placeOf(
  accountKey: string,
  name: string,
): Promise<{ account: string; snapshot: string; part: string }> {
  return { account: await hashOf(accountKey), snapshot: await hashOf(accountKey, name), part: name };
}

const recordOf = async (keys: IDBObjectStore, account: string): Promise<KeyRecord | undefined> =>
  (await resultOf(keys.get([account]))) as KeyRecord | undefined;

/**
 * Keeps a text in this browser, in the place of what was kept under the same name; null: keeps none.
 *
 * @returns whether it is kept: not so without the person's consent, or where the browser stores nothing
 */
export async function keepText(accountKey: string, name: string, text: string | null): Promise<boolean> {
  try {
    const place = await placeOf(accountKey, name);
    const names = [place.account, place.snapshot, place.part];
    const isKept = await withDatabase('leave', async (database) => {
      const consent = await inTransaction(database, ['keys'], 'readonly', (store) =>
        recordOf(store('keys'), place.account),
      );
      if (consent === undefined) return false;
      // Before the transaction, which does not wait for anything but itself.
      const key = await keyFor(consent);
      if (key === null) return false;
      const sealed = text === null ? null : await seal(key, names, new TextEncoder().encode(text));
      return inTransaction(database, ['keys', 'columns'], 'readwrite', async (store) => {
        // The consent may have been taken back meanwhile.
        if ((await recordOf(store('keys'), place.account))?.id !== consent.id) return false;
        if (sealed === null) store('columns').delete(names);
        else store('columns').put({ ...place, sealed } satisfies ColumnRecord);
        return sealed !== null;
      });
    });
    return isKept ?? false;
  } catch {
    return false;
  }
}

/** The text that was kept under a name; null where there is none, or none that can be read. Never rejects. */
export async function keptText(accountKey: string, name: string): Promise<string | null> {
  try {
    const place = await placeOf(accountKey, name);
    const names = [place.account, place.snapshot, place.part];
    return await withDatabase('leave', async (database) => {
      const { consent, record } = await inTransaction(
        database,
        ['keys', 'columns'],
        'readonly',
        async (store) => ({
          consent: await recordOf(store('keys'), place.account),
          record: (await resultOf(store('columns').get(names))) as ColumnRecord | undefined,
        }),
      );
      if (consent === undefined || record === undefined) return null;
      const key = await keyFor(consent);
      return key === null ? null : new TextDecoder().decode(await unseal(key, names, record.sealed));
    });
  } catch {
    return null;
  }
}
