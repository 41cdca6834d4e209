// The keys of what is kept. Each lies in a file of its own of the origin-private file system, apart from the database: a
// database writes deletions to a log and leaves what was deleted in its files, and so do a browser's other stores. A file
// that is removed is gone from the browser's profile.

/** A record of `keys` in the database: the consent, and which key it goes with. */
export type KeyRecord = {
  readonly account: string;
  /** Another one for each key, random. */
  readonly id: string;
};

/** What the names of their files begin with. */
const PREFIX = 'license-lens.';

const nameOf = ({ account, id }: KeyRecord): string => `${PREFIX}${account}.${id}`;

const folder = (): Promise<FileSystemDirectoryHandle> => navigator.storage.getDirectory();

/**
 * Makes the key of a record: 256 random bits.
 *
 * @throws whatever the browser throws where it has no such files, or no room
 */
export async function makeKey(record: KeyRecord): Promise<void> {
  const file = await (await folder()).getFileHandle(nameOf(record), { create: true });
  const writing = await file.createWritable();
  await writing.write(crypto.getRandomValues(new Uint8Array(32)));
  await writing.close();
}

/** The key of a record, which scripts can use but not read: AES-GCM, 256 bits. null where there is none, or none any more. */
export async function keyFor(record: KeyRecord): Promise<CryptoKey | null> {
  try {
    const file = await (await folder()).getFileHandle(nameOf(record));
    const bytes = await (await file.getFile()).arrayBuffer();
    return await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  } catch {
    return null;
  }
}

/**
 * Destroys the keys of the accounts that `isMeant` is true of.
 *
 * @throws whatever the browser throws where it does not remove one
 */
export async function destroyKeys(isMeant: (account: string) => boolean): Promise<void> {
  // Where there is no such file system there are no keys.
  if (navigator.storage?.getDirectory === undefined) return;
  const found = await folder();
  const names: string[] = [];
  for await (const name of found.keys()) {
    if (name.startsWith(PREFIX) && isMeant(name.slice(PREFIX.length).split('.', 1)[0] ?? ''))
      names.push(name);
  }
  // Once all are read: what is removed while they are read may make the reading skip another.
  for (const name of names) {
    try {
      await found.removeEntry(name);
    } catch (error) {
      // Another tab may have been first.
      if ((error as Error).name !== 'NotFoundError') throw error;
    }
  }
}
