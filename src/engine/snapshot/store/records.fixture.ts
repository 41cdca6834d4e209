import { DATABASE, inTransaction, resultOf, type StoreName } from './database.ts';

/** Any record, to be looked at and forged. */
export type AnyRecord = Record<string, unknown>;

/** Another connection to the database, as another tab or an attacker has one; for tests. It does not yield. */
export function connect(): Promise<IDBDatabase> {
  return resultOf(indexedDB.open(DATABASE)) as Promise<IDBDatabase>;
}

/** Everything that an object store holds; for tests. */
export async function allRecords(name: StoreName): Promise<AnyRecord[]> {
  const database = await connect();
  const records = await inTransaction(database, [name], 'readonly', (store) =>
    resultOf(store(name).getAll()),
  );
  database.close();
  return records as AnyRecord[];
}

/** Puts records into an object store behind the app's back; for tests. */
export async function forge(name: StoreName, ...records: readonly AnyRecord[]): Promise<void> {
  const database = await connect();
  await inTransaction(database, [name], 'readwrite', (store) => {
    for (const record of records) store(name).put(record);
  });
  database.close();
}
