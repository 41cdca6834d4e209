import * as fc from 'fast-check';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Table } from '#engine/snapshot/columns/table.ts';
import { arbitraryTable } from './table.arbitrary.ts';
import { consentOf, giveConsent, storedBytes, withdraw } from './consent.ts';
import { hashOf, type ColumnRecord, type Sealed, type SnapshotRecord } from './database.ts';
import { keyFor, type KeyRecord } from './keys.ts';
import { decodeShape } from './parts.ts';
import { allRecords, connect, fakeFileSystem, forge, type AnyRecord } from './records.fixture.ts';
import { FORMAT_VERSION, seal, unseal } from './seal.ts';
import { createTableStore } from './table-store.ts';

let files: ReturnType<typeof fakeFileSystem>['files'];

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  const system = fakeFileSystem();
  ({ files } = system);
  vi.stubGlobal('navigator', { storage: system.storage });
});

/** All bytes that a value of a record holds. */
function bytesOf(value: unknown): readonly Uint8Array[] {
  if (value instanceof ArrayBuffer) return [new Uint8Array(value)];
  if (value instanceof Uint8Array) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(bytesOf) : [];
}

const ANNA = 'anna@contoso';
const BO = 'bo@fabrikam';
const DAY = 'https://api.partnercenter.microsoft.com 2018-10-02T00:00:00';
const NEXT_DAY = 'https://api.partnercenter.microsoft.com 2018-10-03T00:00:00';

function tableOf(name: string, rows = 3): Table {
  const column = (text: string) => ({
    codes: new Uint8Array(rows).fill(1),
    dictionary: [null, text] as const,
  });
  return {
    rows,
    texts: {
      serviceCode: column('o365'),
      serviceName: column('Office 365'),
      channel: column('reseller'),
      customerTenantId: column('0c2d'),
      customerName: column(name),
      productId: column('cfq7'),
      productName: column('Office 365 E3'),
      processedDateTime: column('2018-10-02T00:00:00'),
    },
    counts: {
      licensesDeployed: new Uint32Array(rows).fill(5),
      licensesSold: new Float64Array(rows).fill(2 ** 40),
    },
  };
}

/** Anna has consented, and one table is stored. */
async function storeWithOne(table = tableOf('Contoso')) {
  await giveConsent(ANNA);
  const store = createTableStore(ANNA);
  await store.keep(DAY, table);
  return store;
}

async function expectGone() {
  expect(await allRecords('snapshots')).toEqual([]);
  expect(await allRecords('columns')).toEqual([]);
}

test('a table comes back as it was: arrays of the same kind, texts to the code unit', async () => {
  await giveConsent(ANNA);
  const store = createTableStore(ANNA);
  await fc.assert(
    fc.asyncProperty(arbitraryTable, async (table) => {
      await store.keep(DAY, table);
      expect(await createTableStore(ANNA).restore(DAY)).toStrictEqual(table);
    }),
  );
});

test('each array of a restored table owns its buffer', async () => {
  const store = await storeWithOne();
  const table = await store.restore(DAY);
  const arrays = [
    ...Object.values(table?.texts ?? {}).map(({ codes }) => codes),
    ...Object.values(table?.counts ?? {}),
  ];
  expect(arrays).toHaveLength(10);
  expect(new Set(arrays.map(({ buffer }) => buffer)).size).toBe(10);
  for (const array of arrays) expect(array.byteLength).toBe(array.buffer.byteLength);
});

test('storing leaves the table itself as it is', async () => {
  const table = tableOf('Contoso');
  await storeWithOne(table);
  expect(table).toStrictEqual(tableOf('Contoso'));
});

test('without consent nothing is stored, not even a database', async () => {
  const store = createTableStore(ANNA);
  await expect(store.keep(DAY, tableOf('Contoso'))).rejects.toMatchObject({
    name: 'StorageRefused',
    reason: 'off',
  });
  expect(await store.restore(DAY)).toBeNull();
  expect(await indexedDB.databases()).toEqual([]);
});

test("one person's consent is not another's", async () => {
  await giveConsent(BO);
  await expect(createTableStore(ANNA).keep(DAY, tableOf('Contoso'))).rejects.toMatchObject({ reason: 'off' });
  await expectGone();
});

test('neither names nor keys stand in the database in clear', async () => {
  await storeWithOne();
  const everything = await Promise.all([allRecords('snapshots'), allRecords('columns')]);
  const written = everything.flat().map(({ manifest, sealed, ...clear }) => {
    const { iv, data } = (manifest ?? sealed) as Sealed;
    return (
      JSON.stringify(clear) + new TextDecoder('latin1').decode(iv) + new TextDecoder('latin1').decode(data)
    );
  });
  expect(written).toHaveLength(19);
  for (const secret of ['Contoso', 'contoso', 'anna', '2018', 'Office', 'partnercenter']) {
    expect(written.join('\n')).not.toContain(secret);
  }
  expect(
    new Set(everything.flat().map(({ manifest, sealed }) => String(((manifest ?? sealed) as Sealed).iv)))
      .size,
  ).toBe(19);
});

test('what is told as stored is what is stored', async () => {
  await giveConsent(ANNA);
  const bytes = await createTableStore(ANNA).keep(DAY, tableOf('Contoso', 1000));
  const columns = (await allRecords('columns')) as unknown as ColumnRecord[];
  expect(bytes).toBe(columns.reduce((sum, { sealed }) => sum + sealed.data.byteLength, 0));
  expect(bytes).toBeGreaterThan(8 * 1000 + 4 * 1000 + 8 * 1000);
  expect(await storedBytes(ANNA)).toBe(bytes);
  expect(await storedBytes(BO)).toBe(0);
});

test('the same snapshot stored again takes the place of the one before', async () => {
  const store = await storeWithOne(tableOf('Contoso', 10));
  const bytes = await store.keep(DAY, tableOf('Contoso Ltd', 4));
  expect(await store.restore(DAY)).toStrictEqual(tableOf('Contoso Ltd', 4));
  expect(await storedBytes(ANNA)).toBe(bytes);
});

test('the two newest snapshots of an account are kept, whatever the clock says', async () => {
  await giveConsent(ANNA);
  await giveConsent(BO);
  await createTableStore(BO).keep('a', tableOf('of Bo'));
  const store = createTableStore(ANNA);
  const clock = vi.spyOn(Date, 'now');
  for (const [key, now] of [
    ['a', 5000],
    ['b', 4000],
    ['c', 4000],
    ['b', 3000],
    ['d', 2000],
  ] as const) {
    clock.mockReturnValue(now);
    await store.keep(key, tableOf(key));
  }
  clock.mockRestore();
  expect(await store.restore('a')).toBeNull();
  expect(await store.restore('b')).toStrictEqual(tableOf('b'));
  expect(await store.restore('c')).toBeNull();
  expect(await store.restore('d')).toStrictEqual(tableOf('d'));
  expect(await createTableStore(BO).restore('a')).toStrictEqual(tableOf('of Bo'));
  expect(await allRecords('columns')).toHaveLength(3 * 18);
});

test('a snapshot of another day is another snapshot', async () => {
  const store = await storeWithOne();
  expect(await store.restore(NEXT_DAY)).toBeNull();
  expect(await store.restore(DAY)).not.toBeNull();
});

// --- Forged ---------------------------------------------------------------------------------------------------------

function flipped(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes.slice());
  copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ (1 << (at % 8));
  return copy;
}

test('one changed bit, and the snapshot is null and deleted', async () => {
  const store = await storeWithOne();
  const [snapshot] = (await allRecords('snapshots')) as unknown as SnapshotRecord[];
  const columns = (await allRecords('columns')) as unknown as ColumnRecord[];
  if (snapshot === undefined) throw new Error('Nothing is stored.');
  await fc.assert(
    fc.asyncProperty(
      fc.nat(columns.length),
      fc.constantFrom('iv', 'data'),
      fc.nat(4000),
      async (which, field, at) => {
        await forge('snapshots', snapshot);
        await forge('columns', ...(columns as unknown as AnyRecord[]));
        const column = columns[which];
        const sealed = column === undefined ? snapshot.manifest : column.sealed;
        const forged = {
          ...sealed,
          [field]: field === 'iv' ? flipped(sealed.iv, at) : flipped(sealed.data, at).buffer,
        };
        if (column === undefined) await forge('snapshots', { ...snapshot, manifest: forged });
        else await forge('columns', { ...column, sealed: forged });
        expect(await store.restore(DAY)).toBeNull();
        await expectGone();
      },
    ),
    { numRuns: 200 },
  );
  await forge('snapshots', snapshot);
  await forge('columns', ...(columns as unknown as AnyRecord[]));
  expect(await store.restore(DAY)).toStrictEqual(tableOf('Contoso'));
});

test('records in the place of others of the same snapshot do not open', async () => {
  const store = await storeWithOne();
  const columns = await allRecords('columns');
  const [first, second] = columns.filter(({ part }) => String(part).endsWith('.codes'));
  await forge('columns', { ...first, sealed: second?.['sealed'] }, { ...second, sealed: first?.['sealed'] });
  expect(await store.restore(DAY)).toBeNull();
  await expectGone();
});

test('records of another snapshot, or of an earlier storing of the same one, do not open', async () => {
  const store = await storeWithOne();
  const ofAnother = await allRecords('columns');
  await store.keep(NEXT_DAY, tableOf('Fabrikam'));
  const snapshot = await hashOf(ANNA, NEXT_DAY);
  await forge('columns', ...ofAnother.map((record) => ({ ...record, snapshot })));
  expect(await store.restore(NEXT_DAY)).toBeNull();
  await store.keep(DAY, tableOf('Fabrikam'));
  expect(await store.restore(DAY)).toStrictEqual(tableOf('Fabrikam'));
  await forge('columns', ...ofAnother.slice(0, 1));
  expect(await store.restore(DAY)).toBeNull();
  await expectGone();
});

test("one account's records in another's place do not open, not even with their key", async () => {
  await storeWithOne();
  const ofAnna = await Promise.all([allRecords('keys'), allRecords('snapshots'), allRecords('columns')]);
  await giveConsent(BO);
  const place = { account: await hashOf(BO), snapshot: await hashOf(BO, DAY) };
  const [keys, snapshots, columns] = ofAnna.map((records) =>
    records.map((record) => ({ ...record, ...place })),
  );
  await forge('snapshots', ...(snapshots ?? []));
  await forge('columns', ...(columns ?? []));
  expect(await createTableStore(BO).restore(DAY)).toBeNull();
  expect(await allRecords('columns')).toHaveLength(18);
  await forge('keys', ...(keys ?? []));
  await forge('snapshots', ...(snapshots ?? []));
  await forge('columns', ...(columns ?? []));
  expect(await createTableStore(BO).restore(DAY)).toBeNull();
  expect(await createTableStore(ANNA).restore(DAY)).toStrictEqual(tableOf('Contoso'));
});

test('a missing column, a shape that does not fit, a record of nonsense: null and deleted', async () => {
  const store = await storeWithOne();
  const [snapshot] = await allRecords('snapshots');
  const columns = await allRecords('columns');
  const nonsense: readonly AnyRecord[] = [
    { ...snapshot, manifest: null },
    { ...snapshot, manifest: { iv: 'x', data: 4 } },
    { ...snapshot, bytes: 1 },
    { ...snapshot, edition: 'other' },
    { account: snapshot?.['account'], snapshot: snapshot?.['snapshot'] },
  ];
  for (const record of nonsense) {
    await forge('columns', ...columns);
    await forge('snapshots', record);
    expect(await store.restore(DAY)).toBeNull();
    await expectGone();
  }
  await forge('snapshots', ...(snapshot === undefined ? [] : [snapshot]));
  await forge('columns', ...columns.slice(1));
  expect(await store.restore(DAY)).toBeNull();
  await expectGone();
});

test('what another version of the app wrote is null and deleted', async () => {
  const store = await storeWithOne();
  const [snapshot] = (await allRecords('snapshots')) as unknown as SnapshotRecord[];
  const [keyRecord] = (await allRecords('keys')) as unknown as KeyRecord[];
  if (snapshot === undefined || keyRecord === undefined) throw new Error('Nothing is stored.');
  const { account, edition, bytes, manifest } = snapshot;
  const names = [account, snapshot.snapshot, edition, 'manifest', bytes];
  const key = await keyFor(keyRecord);
  if (key === null) throw new Error('There is no key.');
  const shape = await unseal(key, names, manifest);
  expect(decodeShape(shape).rows).toBe(3);
  const again = (version: number) => seal(key, names, new Uint8Array(shape), version);
  // The forger's own doing is right: with this version it opens.
  await forge('snapshots', { ...snapshot, manifest: await again(FORMAT_VERSION) });
  expect(await store.restore(DAY)).not.toBeNull();
  await forge('snapshots', { ...snapshot, manifest: await again(FORMAT_VERSION + 1) });
  expect(await store.restore(DAY)).toBeNull();
  await expectGone();
});

// --- Taken back -----------------------------------------------------------------------------------------------------

test('withdrawn: no key, no record, and consent given again reads nothing of before', async () => {
  const store = await storeWithOne();
  const before = await Promise.all([allRecords('snapshots'), allRecords('columns')]);
  await withdraw(ANNA);
  expect(await consentOf(ANNA)).toBe(false);
  expect(await storedBytes(ANNA)).toBe(0);
  expect(await allRecords('keys')).toEqual([]);
  await expectGone();
  await giveConsent(ANNA);
  await forge('snapshots', ...before[0]);
  await forge('columns', ...before[1]);
  expect(await store.restore(DAY)).toBeNull();
  await expectGone();
});

test.each([
  [
    'consent',
    async () => {
      const database = await connect();
      database.transaction('keys', 'readwrite').objectStore('keys').clear();
      database.close();
    },
  ],
  ['key', async () => files.clear()],
])(
  'with the %s gone and the rest still there nothing is readable, and reading clears it away',
  async (_, remove) => {
    const store = await storeWithOne();
    await remove();
    expect(await store.restore(DAY)).toBeNull();
    await expectGone();
  },
);

test('the key is nowhere in the database', async () => {
  await storeWithOne();
  const [key, ...others] = [...files.values()];
  expect(others).toEqual([]);
  expect(key).toHaveLength(32);
  const [record] = (await allRecords('keys')) as unknown as KeyRecord[];
  expect(Object.keys(record ?? {}).toSorted()).toEqual(['account', 'id']);
  const stored = await Promise.all([allRecords('snapshots'), allRecords('columns')]);
  const bytes = stored.flat().flatMap((each) => Object.values(each).flatMap(bytesOf));
  expect(bytes.length).toBeGreaterThan(18);
  for (const each of bytes) expect(Buffer.from(each).includes(Buffer.from(key ?? []))).toBe(false);
});

/** Runs `act` after the columns of a table were encrypted, before they are written. */
function whileSealing(act: () => Promise<void>): void {
  const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
  let left = 1;
  vi.spyOn(crypto.subtle, 'encrypt').mockImplementation(async (...args) => {
    const sealed = await encrypt(...args);
    if (left > 0) {
      left -= 1;
      await act();
    }
    return sealed;
  });
}

test.each([
  ['withdrawn', () => withdraw(ANNA)],
  [
    'withdrawn and given again',
    async () => {
      await withdraw(ANNA);
      await giveConsent(ANNA);
    },
  ],
])('consent %s in another tab while a table is being stored: nothing is stored', async (_, act) => {
  await giveConsent(ANNA);
  whileSealing(act);
  await expect(createTableStore(ANNA).keep(DAY, tableOf('Contoso'))).rejects.toMatchObject({ reason: 'off' });
  vi.restoreAllMocks();
  await expectGone();
});

// --- Other tabs, and browsers that refuse ---------------------------------------------------------------------------

test('two tabs that store and read at once leave whole snapshots', async () => {
  await giveConsent(ANNA);
  const tabs = [createTableStore(ANNA), createTableStore(ANNA)];
  const written = await Promise.all([
    ...tabs.map((tab, index) => tab.keep(DAY, tableOf(`tab ${index}`, 5 + index))),
    ...tabs.map((tab, index) => tab.keep(NEXT_DAY, tableOf(`tab ${index}`, 5 + index))),
    ...tabs.map(async (tab) => {
      const read = await tab.restore(DAY);
      return read === null ? 1 : read.rows;
    }),
  ]);
  for (const number of written) expect(number).toBeGreaterThan(0);
  for (const key of [DAY, NEXT_DAY]) {
    const table = await createTableStore(ANNA).restore(key);
    expect([tableOf('tab 0', 5), tableOf('tab 1', 6)]).toContainEqual(table);
  }
  expect(await allRecords('columns')).toHaveLength(2 * 18);
});

test('a snapshot that does not verify, but that another tab stores anew meanwhile, stays', async () => {
  const store = await storeWithOne();
  const [column] = await allRecords('columns');
  await forge('columns', { ...column, sealed: null });
  const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
  const spy = vi.spyOn(crypto.subtle, 'decrypt').mockImplementationOnce(async (...args) => {
    const shape = await decrypt(...args);
    await createTableStore(ANNA).keep(DAY, tableOf('stored anew'));
    return shape;
  });
  expect(await store.restore(DAY)).toBeNull();
  spy.mockRestore();
  expect(await store.restore(DAY)).toStrictEqual(tableOf('stored anew'));
});

test('a write that fails half way leaves what was there, and says that there is no room', async () => {
  const store = await storeWithOne();
  const put = Reflect.get(IDBObjectStore.prototype, 'put') as (...args: unknown[]) => IDBRequest;
  let puts = 0;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function putUntilFull(
    this: IDBObjectStore,
    ...args
  ) {
    puts += 1;
    if (puts > 7) throw new DOMException('No room.', 'QuotaExceededError');
    return Reflect.apply(put, this, args) as IDBRequest<IDBValidKey>;
  });
  await expect(store.keep(DAY, tableOf('Fabrikam'))).rejects.toMatchObject({
    name: 'StorageRefused',
    reason: 'full',
  });
  await expect(store.keep(NEXT_DAY, tableOf('Fabrikam'))).rejects.toMatchObject({ reason: 'full' });
  spy.mockRestore();
  expect(await store.restore(DAY)).toStrictEqual(tableOf('Contoso'));
  expect(await store.restore(NEXT_DAY)).toBeNull();
});

test.each([
  ['is missing', undefined],
  [
    'refuses',
    {
      open: () => {
        throw new DOMException('Not here.', 'SecurityError');
      },
    },
  ],
])('where IndexedDB %s, keeping says so and restoring finds nothing', async (_, factory) => {
  vi.stubGlobal('indexedDB', factory);
  const store = createTableStore(ANNA);
  await expect(store.keep(DAY, tableOf('Contoso'))).rejects.toMatchObject({
    name: 'StorageRefused',
    reason: 'unavailable',
  });
  expect(await store.restore(DAY)).toBeNull();
});
