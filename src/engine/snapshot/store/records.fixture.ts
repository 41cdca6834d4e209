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

const absent = (): never => {
  throw new DOMException('There is none.', 'NotFoundError');
};

/** An origin-private file system without folders, for `navigator.storage`; for tests. Its files lie in `files`. */
export function fakeFileSystem() {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const root = {
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (!files.has(name) && !create) absent();
      if (!files.has(name)) files.set(name, new Uint8Array());
      return {
        getFile: async () => new Blob([files.get(name) ?? absent()]),
        createWritable: async () => {
          let written: Uint8Array<ArrayBuffer> = new Uint8Array();
          return {
            write: async (bytes: Uint8Array<ArrayBuffer>) => {
              written = bytes.slice();
            },
            close: async () => void files.set(name, written),
          };
        },
      };
    },
    async *keys() {
      yield* files.keys();
    },
    removeEntry: async (name: string) => void (files.delete(name) || absent()),
  };
  return { files, storage: { getDirectory: async () => root } };
}
