import type { Table } from '#engine/snapshot/columns/table.ts';
import {
  STORE_NAMES,
  allOf,
  hashOf,
  inTransaction,
  resultOf,
  withDatabase,
  type ColumnRecord,
  type SnapshotRecord,
} from './database.ts';
import { keyFor, type KeyRecord } from './keys.ts';
import { PARTS, decodeShape, encodeShape, partsOf, tableFrom } from './parts.ts';
import { seal, unseal } from './seal.ts';
import { StorageRefused, refusalOf } from './storage-refused.ts';

/** How many snapshots of an account are kept: the one that is looked at, and one to compare it with. */
const SNAPSHOTS_KEPT = 2;

/** Tables of one account, encrypted, in this browser's IndexedDB. */
export type TableStore = {
  /**
   * Stores a table, in the place of what was stored under the same key. All of it or, where this rejects, nothing.
   *
   * @param key what the table is of: service, account and day in one text; it is stored as a hash only
   * @returns bytes taken
   * @throws StorageRefused without the person's consent, without room, or where the browser stores nothing
   */
  readonly keep: (key: string, table: Table) => Promise<number>;
  /**
   * The table that was stored under this key; null where none is. One that does not verify, or that another version of
   * the app wrote, is deleted and null. Never rejects.
   */
  readonly restore: (key: string) => Promise<Table | null>;
};

// What lies in the database is what `keep` put there: the database alone is no one else's to write. Should a record be
// another all the same, it fails where it is used, and the snapshot is deleted.
type Found = {
  readonly consent: KeyRecord | undefined;
  readonly snapshot: SnapshotRecord | undefined;
  readonly columns: readonly (ColumnRecord | undefined)[];
};

/** Names of the sealed record that describes a snapshot; its size in clear is thereby signed. */
function manifestNames({
  account,
  snapshot,
  edition,
  bytes,
}: Omit<SnapshotRecord, 'manifest' | 'storedAt'>): readonly (string | number)[] {
  return [account, snapshot, edition, 'manifest', bytes];
}

/** Names of one part. The edition: parts of an earlier storing of the same snapshot do not fit. */
function partNames(
  { account, snapshot, edition }: Pick<SnapshotRecord, 'account' | 'snapshot' | 'edition'>,
  part: string,
  rows: number,
): readonly (string | number)[] {
  return [account, snapshot, edition, 'part', part, rows];
}

async function consentIn(store: IDBObjectStore, account: string): Promise<KeyRecord> {
  const record = (await resultOf(store.get([account]))) as KeyRecord | undefined;
  if (record === undefined) throw new StorageRefused('off');
  return record;
}

async function sealTable(
  account: string,
  key: CryptoKey,
  snapshot: string,
  table: Table,
): Promise<{ readonly record: Omit<SnapshotRecord, 'storedAt'>; readonly columns: readonly ColumnRecord[] }> {
  const edition = crypto.randomUUID();
  const columns = await Promise.all(
    Array.from(partsOf(table), async ([part, bytes]): Promise<ColumnRecord> => {
      const names = partNames({ account, snapshot, edition }, part, table.rows);
      return { account, snapshot, part, sealed: await seal(key, names, bytes) };
    }),
  );
  const bytes = columns.reduce((sum, { sealed }) => sum + sealed.data.byteLength, 0);
  const about = { account, snapshot, edition, bytes };
  return {
    record: { ...about, manifest: await seal(key, manifestNames(about), encodeShape(table)) },
    columns,
  };
}

async function unsealTable(
  key: CryptoKey,
  record: SnapshotRecord,
  columns: Found['columns'],
): Promise<Table> {
  const shape = decodeShape(await unseal(key, manifestNames(record), record.manifest));
  const parts = await Promise.all(
    PARTS.map(async (part, index) => {
      const column = columns[index];
      if (column === undefined) throw new RangeError(`The part ${part} is missing.`);
      return [part, await unseal(key, partNames(record, part, shape.rows), column.sealed)] as const;
    }),
  );
  return tableFrom(shape, new Map(parts));
}

function find(database: IDBDatabase, account: string, snapshot: string): Promise<Found> {
  return inTransaction(database, STORE_NAMES, 'readonly', async (store) => {
    // Asked for all at once: the browser reads them side by side.
    const [consent, record, ...columns] = await Promise.all([
      resultOf(store('keys').get([account])),
      resultOf(store('snapshots').get([account, snapshot])),
      ...PARTS.map((part) => resultOf(store('columns').get([account, snapshot, part]))),
    ]);
    return { consent, snapshot: record, columns } as Found;
  });
}

function remove(
  store: (name: 'snapshots' | 'columns') => IDBObjectStore,
  account: string,
  snapshot: string,
): void {
  store('snapshots').delete([account, snapshot]);
  store('columns').delete(allOf(account, snapshot));
}

/** Deletes a snapshot that could not be read, unless another tab has meanwhile stored it anew. */
function removeUnreadable(
  database: IDBDatabase,
  account: string,
  snapshot: string,
  read: SnapshotRecord | undefined,
): Promise<void> {
  return inTransaction(database, ['snapshots', 'columns'], 'readwrite', async (store) => {
    if (read !== undefined) {
      const now = (await resultOf(store('snapshots').get([account, snapshot]))) as SnapshotRecord | undefined;
      if (now?.edition !== read.edition) return;
    }
    remove(store, account, snapshot);
  });
}

/**
 * The tables of one account that this browser keeps, for a worker. They outlive the page, not the account's key:
 * `withdraw` and `forgetEverything` destroy it.
 *
 * @param accountKey the account's id; it is stored as a hash only
 */
export function createTableStore(accountKey: string): TableStore {
  const names = (key: string): Promise<[account: string, snapshot: string]> =>
    Promise.all([hashOf(accountKey), hashOf(accountKey, key)]);

  return {
    async keep(key, table) {
      try {
        const [account, snapshot] = await names(key);
        const bytes = await withDatabase('leave', async (database) => {
          const consent = await inTransaction(database, ['keys'], 'readonly', (store) =>
            consentIn(store('keys'), account),
          );
          // Before the transaction, which does not wait for anything but itself.
          const key = await keyFor(consent);
          if (key === null) throw new StorageRefused('off');
          const { record, columns } = await sealTable(account, key, snapshot, table);
          await inTransaction(database, STORE_NAMES, 'readwrite', async (store) => {
            // The person may have changed their mind meanwhile, twice even: then the key is another.
            const { id } = await consentIn(store('keys'), account);
            if (id !== consent.id) throw new StorageRefused('off');
            const stored = (await resultOf(store('snapshots').getAll(allOf(account)))) as SnapshotRecord[];
            const others = stored
              .filter((other) => other.snapshot !== snapshot)
              .toSorted((a, b) => b.storedAt - a.storedAt);
            for (const old of others.slice(SNAPSHOTS_KEPT - 1)) remove(store, account, old.snapshot);
            // A clock may have been set back; "newest" must still be the one that came last.
            const storedAt = Math.max(Date.now(), 1 + (others[0]?.storedAt ?? 0));
            store('snapshots').put({ ...record, storedAt } satisfies SnapshotRecord);
            for (const column of columns) store('columns').put(column);
          });
          return record.bytes;
        });
        if (bytes === null) throw new StorageRefused('off');
        return bytes;
      } catch (error) {
        throw refusalOf(error);
      }
    },

    async restore(key) {
      try {
        const [account, snapshot] = await names(key);
        return await withDatabase('leave', async (database) => {
          let read: SnapshotRecord | undefined;
          try {
            const found = await find(database, account, snapshot);
            read = found.snapshot;
            if (read === undefined) return null;
            const key = found.consent === undefined ? null : await keyFor(found.consent);
            if (key === null) throw new StorageRefused('off');
            return await unsealTable(key, read, found.columns);
          } catch {
            await removeUnreadable(database, account, snapshot, read);
            return null;
          }
        });
      } catch {
        return null;
      }
    },
  };
}
