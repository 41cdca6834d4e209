import { StorageRefused } from './storage-refused.ts';

/** The database's name in the browser. */
export const DATABASE = 'license-lens';
/** Version 1 held the keys themselves, which its files then kept after their deletion. */
const DATABASE_VERSION = 2;

/**
 * How long the browser may take to open or delete the database, in milliseconds. It may never answer: a deletion that
 * waits for another tab holds up everyone who comes after it, and tells nobody.
 */
const PATIENCE = 3000;

/**
 * What is stored, by object store. The fields listed are the key, so that all of an account lies side by side.
 *
 * - `keys`: one record for each account that consented to storing, which names its key. The key itself lies elsewhere
 *   (`keys.ts`); there is consent exactly where there are both.
 * - `snapshots`: what a snapshot consists of, sealed, and beside it in clear how large it is and when it came.
 * - `columns`: the bytes of one column, sealed.
 */
const STORES = {
  keys: ['account'],
  snapshots: ['account', 'snapshot'],
  columns: ['account', 'snapshot', 'part'],
} as const;
export type StoreName = keyof typeof STORES;
export const STORE_NAMES: readonly StoreName[] = ['keys', 'snapshots', 'columns'];

/** Encrypted bytes, with AES-GCM's tag at their end. */
export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly data: ArrayBuffer };

/** A record of `snapshots`. */
export type SnapshotRecord = {
  readonly account: string;
  readonly snapshot: string;
  /** Random: the columns that were stored together with this record. */
  readonly edition: string;
  /** Milliseconds since 1970; later than that of every snapshot the account stored before. */
  readonly storedAt: number;
  /** Of all its columns, as they are stored. */
  readonly bytes: number;
  readonly manifest: Sealed;
};

/** A record of `columns`. */
export type ColumnRecord = {
  readonly account: string;
  readonly snapshot: string;
  readonly part: string;
  readonly sealed: Sealed;
};

/** SHA-256 of texts in hexadecimal: who has stored what does not stand in the database in clear. */
export async function hashOf(...texts: readonly string[]): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(texts)));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** All records whose key begins with these values (an array is greater than any text). */
export function allOf(...key: readonly string[]): IDBKeyRange {
  return IDBKeyRange.bound([...key], [...key, []]);
}

/** Settles as `promise` does, and rejects where that takes too long. */
async function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new StorageRefused('unavailable', 'The browser does not answer.')),
      PATIENCE,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Lets go of the database when another tab wants to delete it; what has begun is still brought to its end. */
function yieldToOthers(database: IDBDatabase): IDBDatabase {
  database.addEventListener('versionchange', () => database.close());
  return database;
}

function open(absent: 'create' | 'leave'): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    // Where storage is forbidden, `indexedDB` is missing or throws at once.
    const request = indexedDB.open(DATABASE, DATABASE_VERSION);
    let isAbsent = false;
    request.addEventListener('upgradeneeded', ({ oldVersion }) => {
      if (absent === 'leave' && oldVersion === 0) {
        isAbsent = true;
        request.transaction?.abort();
        return;
      }
      for (const name of request.result.objectStoreNames) request.result.deleteObjectStore(name);
      for (const name of STORE_NAMES) request.result.createObjectStore(name, { keyPath: [...STORES[name]] });
    });
    request.addEventListener('success', () => resolve(yieldToOthers(request.result)));
    request.addEventListener('error', (event) => {
      event.preventDefault();
      if (isAbsent) resolve(null);
      else reject(request.error ?? new Error('The database did not open.'));
    });
  });
}

/**
 * Opens the database for as long as `work` takes, so that no connection is in the way of a deletion.
 *
 * @param absent whether to create the database where there is none
 * @returns what `work` returns; null where there is no database
 * @throws whatever the browser, or `work`, throws; a `StorageRefused` where the browser does not answer
 */
export async function withDatabase<T>(
  absent: 'create' | 'leave',
  work: (database: IDBDatabase) => Promise<T>,
): Promise<T | null> {
  const opening = open(absent);
  let database: IDBDatabase | null;
  try {
    database = await inTime(opening);
  } catch (error) {
    // It may still open, with nobody there any more.
    void opening.then(
      (late) => late?.close(),
      () => undefined,
    );
    throw error;
  }
  if (database === null) return null;
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** A request's result. Within a transaction, wait for nothing else, or it ends. */
export function resultOf(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The request failed.')));
  });
}

/**
 * Runs `work` in one transaction: when this resolves all of it is stored, when it rejects nothing is.
 *
 * @throws what `work` threw, or why the browser ended the transaction
 */
export async function inTransaction<T>(
  database: IDBDatabase,
  stores: readonly StoreName[],
  mode: 'readonly' | 'readwrite',
  work: (store: (name: StoreName) => IDBObjectStore) => T | Promise<T>,
): Promise<T> {
  // Strict: what was deleted is gone from the disk's journal too when the answer comes.
  const transaction = database.transaction([...stores], mode, { durability: 'strict' });
  const ended = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('The transaction was given up.')),
    );
  });
  // Both are waited for below; until then a failure of one is no unhandled rejection.
  ended.catch(() => undefined);
  let result: T;
  try {
    result = await work((name) => transaction.objectStore(name));
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended by itself: then the browser's reason says more (no room left) than the request's.
      await ended;
    }
    throw error;
  }
  await ended;
  return result;
}

/** Deletes the database. Resolves in any case: a tab that does not let go delays the deletion, not the caller. */
export async function deleteDatabase(): Promise<void> {
  const deletion = new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => resolve());
    request.addEventListener('blocked', () => resolve());
  });
  await inTime(deletion).catch(() => undefined);
}
