import { describe, expect, test } from 'vitest';
import type { PartnerCenterClient } from '#partner-center/client.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import { MAX_BACKGROUND } from '#partner-center/queue.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { Rows } from '#engine/engine.ts';
import { fakeService, testRow, type TestRow } from '#partner-center/reading/fake-service.ts';
import { createTableAnswers } from './answers/table-answers.ts';
import { createFakeWorker, type FakeWorker } from './worker/fake-worker.ts';
import { createSnapshotLoader, type LoadState, type Origin, type SnapshotLoader } from './loader.ts';
import { mergeParts } from './load/merge-parts.ts';
import { createPartBuilder, transferablesOf } from './load/part-builder.ts';
import type { Table } from './columns/table.ts';

function dayRows(day: string, count: number): TestRow[] {
  return Array.from({ length: count }, (_, index) =>
    testRow({
      processedDateTime: `${day}T00:00:00`,
      customerTenantId: `tenant-${index % 97}`,
      customerName: `Customer ${index % 97}`,
      productName: `Product ${index % 7}`,
      licensesSold: index,
      licensesDeployed: 1,
    }),
  );
}

function snapshotOf(day: string, totalCount: number | null = null): Snapshot {
  return { processedDateTime: `${day}T00:00:00`, date: day, totalCount };
}

const TODAY = snapshotOf('2026-11-22', 450);
const whole = (snapshot: Snapshot): readonly [Rows, Snapshot] => [{ filter: null, search: '' }, snapshot];

/**
 * A loader over the given client whose workers are on this thread, and their store a map. `held`: how many tables the
 * workers that answer hold, where none of them has ended.
 */
function loaderOf(client: PartnerCenterClient, workers = 2, limit = () => Number.POSITIVE_INFINITY) {
  const store = new Map<string, Table>();
  const started: FakeWorker[] = [];
  const ended: FakeWorker[] = [];
  const states: LoadState[] = [];
  let asksOfStore = 0;
  let held = 0;
  const loader = createSnapshotLoader({
    client,
    workers,
    limit,
    storeIdOf: ({ date }) => ({ account: 'account', key: date }),
    startWorker: () => {
      const worker = createFakeWorker({
        fetch,
        createPartBuilder,
        transferablesOf,
        mergeParts,
        createTableAnswers: (table, budget) => {
          const answers = createTableAnswers(table, budget);
          held += 1;
          return {
            ...answers,
            forget: () => {
              held -= 1;
              answers.forget();
            },
          };
        },
        createTableStore: (account) => ({
          keep: (key, table) => {
            store.set(`${account} ${key}`, table);
            return Promise.resolve(12_345);
          },
          restore: (key) => {
            asksOfStore += 1;
            return Promise.resolve(store.get(`${account} ${key}`) ?? null);
          },
        }),
      });
      const noting: FakeWorker = {
        ...worker,
        terminate: () => {
          ended.push(noting);
          worker.terminate();
        },
      };
      started.push(noting);
      return noting;
    },
  });
  loader.subscribe(() => {
    const state = loader.stateOf(TODAY);
    if (state !== states.at(-1)) states.push(state);
  });
  const running = () => started.length - ended.length;
  return { loader, started, ended, states, running, asksOfStore: () => asksOfStore, held: () => held };
}

/** Waits for a state of a snapshot, and gives it. */
function until(
  loader: SnapshotLoader,
  snapshot: Snapshot,
  isMeant: (state: LoadState) => boolean,
): Promise<LoadState> {
  return new Promise((resolve) => {
    const look = (): void => {
      const state = loader.stateOf(snapshot);
      if (!isMeant(state)) return;
      unsubscribe();
      resolve(state);
    };
    const unsubscribe = loader.subscribe(look);
    look();
  });
}

/** The state of a snapshot once it is no longer being loaded. */
function settled(loader: SnapshotLoader, snapshot: Snapshot): Promise<LoadState> {
  return until(loader, snapshot, ({ status }) => status !== 'restoring' && status !== 'loading');
}

/** Waits until a snapshot is being loaded. */
function begun(loader: SnapshotLoader, snapshot: Snapshot): Promise<LoadState> {
  return until(loader, snapshot, ({ status }) => status === 'loading');
}

const ANYWHERE: readonly Origin[] = ['store', 'service'];

async function load(
  loader: SnapshotLoader,
  snapshot: Snapshot,
  from: readonly Origin[] = ['service'],
): Promise<LoadState> {
  void loader.load(snapshot, from);
  return settled(loader, snapshot);
}

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

/** A client that does something before its n-th request (from 0). */
function before(client: PartnerCenterClient, act: (request: number) => void): PartnerCenterClient {
  let requests = 0;
  return {
    ...client,
    read: async (...asked) => {
      const request = requests;
      requests += 1;
      act(request);
      return client.read(...asked);
    },
  };
}

test('a snapshot is loaded, and answers without a request', async () => {
  const rows = dayRows('2026-11-22', 450);
  const { client, asked } = fakeService(rows, 100);
  const { loader, states, running } = loaderOf(client);
  expect(loader.stateOf(TODAY)).toEqual({ status: 'idle' });
  expect(await load(loader, TODAY)).toMatchObject({ status: 'loaded', rows: 450, countDisagrees: false });
  expect(loader.isUnderWay()).toBe(false);
  // Those that read it gave their rows away and went.
  expect(running()).toBe(1);
  expect(states[0]).toEqual({ status: 'loading', loaded: 0, total: 450, secondsLeft: null });
  expect(states[1]).toEqual({ status: 'loading', loaded: 100, total: 450, secondsLeft: null });
  expect(asked).toHaveLength(5);

  const summary = await loader.engine.summary(...whole(TODAY));
  expect(summary).toMatchObject({
    totals: { licensesSold: (450 * 449) / 2, licensesDeployed: 450 },
    customers: 97,
    coverage: { engine: 'snapshot', rowsRead: 450, totalCount: 450, countDisagrees: false, search: '' },
  });
  expect(summary).not.toHaveProperty('rowsRead');

  const filter = { kind: 'comparison', field: 'productName', operator: 'eq', value: 'product 3' } as const;
  const page = await loader.engine.page({ filter, search: '' }, TODAY, {
    groupby: [],
    sort: [],
    offset: 0,
    limit: 3,
    readAll: false,
  });
  expect(page.rows.map(({ licensesSold }) => licensesSold)).toEqual([3, 10, 17]);
  expect(page.coverage).toMatchObject({ filter, totalCount: null });
  const groups = await loader.engine.groups({ filter: null, search: 'CUSTOMER 96' }, TODAY, {
    by: ['customerName'],
    rankBy: 'licensesSold',
    top: 5,
  });
  expect(groups.top.map(({ key }) => key)).toEqual([['Customer 96']]);
  const members = await loader.engine.members(...whole(TODAY), {
    field: 'productName',
    containing: '',
    limit: 2,
  });
  expect(members.total).toBe(7);
  expect(asked).toHaveLength(5);
  loader.forget();
});

test('pages read by several workers at once make the table of the service’s order', async () => {
  const rows = dayRows('2026-11-22', 32_500);
  const { client } = fakeService(rows);
  const { loader, started } = loaderOf(client, 4);
  expect(await load(loader, TODAY)).toMatchObject({ rows: 32_500, countDisagrees: false });
  expect(started.length).toBeGreaterThan(1);
  const question = { groupby: [], sort: [], limit: 3, readAll: false };
  for (const offset of [0, 9_999, 19_998, 29_999]) {
    const page = await loader.engine.page(...whole(TODAY), { ...question, offset });
    expect(page.rows.map(({ licensesSold }) => licensesSold)).toEqual([offset, offset + 1, offset + 2]);
  }
  loader.forget();
}, 30_000);

test('the state is the same object until it changes', async () => {
  const { client } = fakeService(dayRows('2026-11-22', 450), 100);
  const { loader } = loaderOf(client);
  await load(loader, TODAY);
  const state = loader.stateOf(TODAY);
  expect(await loader.load(TODAY, ANYWHERE)).toBeNull();
  loader.stop(TODAY);
  expect(loader.stateOf({ ...TODAY })).toBe(state);
  loader.forget();
});

test('rows that are not as many as the service says are told of', async () => {
  const { client } = fakeService(dayRows('2026-11-22', 450), 100);
  const wrong: PartnerCenterClient = {
    ...client,
    read: async (query, reader, options) => ({
      ...(await client.read(query, reader, options)),
      totalCount: 457,
    }),
  };
  const { loader } = loaderOf(wrong);
  expect(await load(loader, TODAY)).toMatchObject({ rows: 450, countDisagrees: true });
  const { coverage } = await loader.engine.summary(...whole(TODAY));
  expect(coverage).toMatchObject({ rowsRead: 450, totalCount: 457, countDisagrees: true });
  loader.forget();
});

test('stopped midway it is idle, its workers are gone, and it can be loaded again', async () => {
  const { client, asked } = fakeService(dayRows('2026-11-22', 450), 100);
  const stopping = before(client, (request) => request === 2 && loader.stop(TODAY));
  const { loader, running } = loaderOf(stopping);
  expect(await load(loader, TODAY)).toEqual({ status: 'idle' });
  expect(loader.isUnderWay()).toBe(false);
  expect(await load(loader, TODAY)).toMatchObject({ status: 'loaded', rows: 450 });
  // Two pages and the one that was stopped, then all five.
  expect(asked).toHaveLength(3 + 5);
  expect(running()).toBe(1);
  loader.forget();
  expect(running()).toBe(0);
});

test('what fails says why, and can be loaded again', async () => {
  const { client } = fakeService(dayRows('2026-11-22', 450), 100);
  const failing = before(client, (request) => {
    if (request === 2) throw new PartnerCenterError({ kind: 'roleMissing', description: 'Gone' });
  });
  const { loader, running } = loaderOf(failing);
  expect(await load(loader, TODAY)).toMatchObject({ status: 'failed', error: { kind: 'roleMissing' } });
  expect(running()).toBe(0);
  expect(await load(loader, TODAY)).toMatchObject({ status: 'loaded', rows: 450 });
  loader.forget();
});

test('a row that can’t be read is named by its place in the snapshot', async () => {
  const rows = dayRows('2026-11-22', 450).map((row, index) =>
    index === 312 ? { ...row, licensesSold: -1 } : row,
  );
  const { loader } = loaderOf(fakeService(rows, 100).client);
  expect(await load(loader, TODAY)).toMatchObject({
    status: 'failed',
    error: { description: 'Row 312 of the snapshot, licensesSold: expected a whole number, 0 or more.' },
  });
});

test('more rows than the person lets in end it, and they can be loaded when more are let in', async () => {
  const { client } = fakeService(dayRows('2026-11-22', 450), 100);
  let limit = 250;
  const { loader, running } = loaderOf(client, 2, () => limit);
  const uncounted = { ...TODAY, totalCount: null };
  expect(await load(loader, uncounted)).toEqual({ status: 'overLimit', rows: 300 });
  expect(loader.isUnderWay()).toBe(false);
  expect(running()).toBe(0);
  limit = 450;
  expect(await load(loader, uncounted)).toMatchObject({ status: 'loaded', rows: 450 });
  await loader.keep(TODAY);
  loader.forget();
  limit = 449;
  expect(await load(loader, uncounted, ['store'])).toEqual({ status: 'overLimit', rows: 450 });
  expect(running()).toBe(0);
});

test('pages of two snapshots are never mixed', async () => {
  const { client } = fakeService(dayRows('2026-11-22', 450), 100);
  const yesterday = fakeService(dayRows('2026-11-21', 450), 100).client;
  let torn = 0;
  const tearing: PartnerCenterClient = {
    ...client,
    read: (query, reader, options) => {
      if (options?.continuation === undefined && query.skip !== 200)
        return client.read(query, reader, options);
      torn += 1;
      const served = torn === 1 ? { ...query, processedDateTime: '2026-11-21T00:00:00' } : query;
      return (torn === 1 ? yesterday : client).read(served, reader, options);
    },
  };
  const { loader } = loaderOf(tearing);
  expect(await load(loader, TODAY)).toMatchObject({ status: 'loaded', rows: 450 });
  expect(torn).toBeGreaterThan(1);
  const { totals } = await loader.engine.summary(...whole(TODAY));
  expect(totals.licensesSold).toBe((450 * 449) / 2);
  loader.forget();
});

test('a worker that ends while it reads fails the load', async () => {
  const { client } = fakeService(dayRows('2026-11-22', 450), 100);
  const crashing = before(client, (request) => request === 3 && started[1]?.crash());
  const { loader, started, running } = loaderOf(crashing);
  expect(await load(loader, TODAY)).toMatchObject({ status: 'failed', error: { kind: 'browserFailed' } });
  expect(running()).toBe(0);
});

test('where the worker that is to answer ends while others read, another takes its place', async () => {
  const { client } = fakeService(dayRows('2026-11-22', 450), 100);
  const crashing = before(client, (request) => request === 3 && started[0]?.crash());
  const { loader, started } = loaderOf(crashing);
  expect(await load(loader, TODAY)).toMatchObject({ status: 'loaded', rows: 450 });
  expect(await loader.engine.summary(...whole(TODAY))).toMatchObject({ customers: 97 });
  loader.forget();
});

test('the worker that answers takes every snapshot with it where it ends, and the next load starts another', async () => {
  const days = ['2026-11-21', '2026-11-22'];
  const { client } = fakeService(
    days.flatMap((day) => dayRows(day, 250)),
    100,
  );
  const [first, second] = days.map((day) => snapshotOf(day, 250)) as [Snapshot, Snapshot];
  const { loader, started, running } = loaderOf(client, 1);
  await load(loader, first);
  await load(loader, second);
  expect(running()).toBe(1);
  const asked = [first, second].map((snapshot) => failureOf(loader.engine.summary(...whole(snapshot))));
  started[0]?.crash();
  for (const failure of asked) expect(await failure).toMatchObject({ kind: 'browserFailed' });
  for (const snapshot of [first, second]) {
    expect(loader.stateOf(snapshot)).toMatchObject({ status: 'failed', error: { kind: 'browserFailed' } });
  }
  expect(await load(loader, second)).toMatchObject({ status: 'loaded' });
  expect(loader.stateOf(first)).toMatchObject({ status: 'failed' });
  expect(await loader.engine.summary(...whole(second))).toMatchObject({ customers: 97 });
  loader.forget();
});

test('a worker that ends later takes its snapshot with it, not the page', async () => {
  const { client } = fakeService(dayRows('2026-11-22', 450), 100);
  const { loader, started } = loaderOf(client);
  await load(loader, TODAY);
  const asked = failureOf(loader.engine.summary(...whole(TODAY)));
  started[0]?.crash();
  expect(await asked).toMatchObject({ kind: 'browserFailed' });
  expect(loader.stateOf(TODAY)).toMatchObject({ status: 'failed', error: { kind: 'browserFailed' } });
  expect(await failureOf(loader.engine.summary(...whole(TODAY)))).toMatchObject({ kind: 'browserFailed' });
  expect(await load(loader, TODAY)).toMatchObject({ status: 'loaded' });
  loader.forget();
});

test('a question that is no longer asked ends with its reason', async () => {
  const { client } = fakeService(dayRows('2026-11-22', 450), 100);
  const { loader } = loaderOf(client);
  await load(loader, TODAY);
  const leaving = new AbortController();
  const left = failureOf(loader.engine.summary(...whole(TODAY), { signal: leaving.signal }));
  leaving.abort();
  expect(await left).toBe(leaving.signal.reason);
  loader.forget();
});

describe('several snapshots at once', () => {
  const days = ['2026-11-20', '2026-11-21', '2026-11-22'];
  const [first, second, third] = days.map((day) => snapshotOf(day, 900)) as [Snapshot, Snapshot, Snapshot];

  /** A loader of all these days, 100 rows a page, that does something at the n-th request (from 0). */
  function loaderOfDays(act: (request: number, loader: SnapshotLoader) => void) {
    const { client } = fakeService(
      days.flatMap((day) => dayRows(day, 900)),
      100,
    );
    const asked: string[] = [];
    const noting: PartnerCenterClient = {
      ...client,
      read: (query, reader, options) => {
        asked.push(query.processedDateTime ?? '');
        act(asked.length - 1, of.loader);
        return client.read(query, reader, options);
      },
    };
    const of = loaderOf(noting, 1);
    return {
      ...of,
      asked: (snapshot: Snapshot) => asked.filter((day) => day === snapshot.processedDateTime),
    };
  }

  test('the one asked for last goes first, the one before it goes on afterwards, and nothing twice', async () => {
    const { loader, asked } = loaderOfDays(
      (request) => request === 4 && void loader.load(second, ['service']),
    );
    void loader.load(first, ['service']);
    await begun(loader, second);
    expect(await settled(loader, second)).toMatchObject({ status: 'loaded', rows: 900 });
    expect(loader.stateOf(first)).toMatchObject({ status: 'loading' });
    // Those that were under way, but no more.
    expect(asked(first).length).toBeLessThanOrEqual(4 + MAX_BACKGROUND);
    expect(await settled(loader, first)).toMatchObject({ status: 'loaded', rows: 900 });
    expect([asked(first).length, asked(second).length]).toEqual([9, 9]);
    loader.forget();
  });

  test('the one the person comes back to goes first again', async () => {
    const { loader } = loaderOfDays((request) => {
      if (request === 3) void loader.load(second, ['service']);
      if (request === 8) loader.show([first]);
    });
    void loader.load(first, ['service']);
    expect(await settled(loader, first)).toMatchObject({ status: 'loaded', rows: 900 });
    expect(loader.stateOf(second)).toMatchObject({ status: 'loading' });
    expect(await settled(loader, second)).toMatchObject({ status: 'loaded', rows: 900 });
    loader.forget();
  });

  test('one that was left longest gives way, so that no more than two are under way', async () => {
    let then: readonly unknown[] = [];
    const { loader, running } = loaderOfDays((request) => {
      if (request === 3) void loader.load(second, ['service']);
      if (request !== 6) return;
      void loader.load(third, ['service']);
      then = [loader.stateOf(first), loader.stateOf(second).status, running()];
    });
    void loader.load(first, ['service']);
    await begun(loader, third);
    expect(then).toEqual([{ status: 'idle' }, 'loading', 2]);
    expect(await settled(loader, third)).toMatchObject({ status: 'loaded' });
    expect(await settled(loader, second)).toMatchObject({ status: 'loaded' });
    expect(await load(loader, first)).toMatchObject({ status: 'loaded', rows: 900 });
    loader.forget();
  });

  test('one that waits can be stopped, and fails where its worker ends', async () => {
    const { loader, started, running } = loaderOfDays((request) => {
      if (request === 3) void loader.load(second, ['service']);
    });
    void loader.load(first, ['service']);
    await begun(loader, second);
    // The first one that reads: the one before it is to answer.
    started[1]?.crash();
    expect(await settled(loader, first)).toMatchObject({ status: 'failed' });
    expect(await settled(loader, second)).toMatchObject({ status: 'loaded' });
    void loader.load(third, ['service']);
    void loader.load(first, ['service']);
    loader.stop(third);
    expect(await settled(loader, first)).toMatchObject({ status: 'loaded' });
    expect(loader.isUnderWay()).toBe(false);
    expect(running()).toBe(1);
    loader.forget();
  });

  test('what is compared with comes behind what is looked at, which answers meanwhile', async () => {
    let meanwhile: Promise<unknown> = Promise.resolve('not asked');
    const { loader, asked } = loaderOfDays((request, own) => {
      if (request === 12) meanwhile = own.engine.summary(...whole(second));
    });
    loader.show([second, first]);
    void loader.load(first, ['service']);
    void loader.load(second, ['service']);
    expect(await settled(loader, second)).toMatchObject({ status: 'loaded', rows: 900 });
    expect(loader.stateOf(first)).toMatchObject({ status: 'loading' });
    expect(asked(first).length).toBeLessThanOrEqual(1);
    expect(await settled(loader, first)).toMatchObject({ status: 'loaded', rows: 900 });
    expect(await meanwhile).toMatchObject({ customers: 97 });
    loader.forget();
  });

  test('what is on screen makes no room for a third, which stays until the screen changes', async () => {
    const { loader, held } = loaderOfDays(() => undefined);
    loader.show([first, second]);
    await load(loader, first);
    await load(loader, second);
    expect(await load(loader, third)).toMatchObject({ status: 'loaded' });
    const statuses = (): readonly string[] =>
      [first, second, third].map((snapshot) => loader.stateOf(snapshot).status);
    expect(statuses()).toEqual(['loaded', 'loaded', 'loaded']);
    loader.show([first, second]);
    expect(statuses()).toEqual(['loaded', 'loaded', 'idle']);
    await expect.poll(held).toBe(2);
    await load(loader, third);
    loader.show([third, second]);
    expect(statuses()).toEqual(['idle', 'loaded', 'loaded']);
    await expect.poll(held).toBe(2);
    loader.forget();
  });

  test('what is not on screen is not begun where both that are come', async () => {
    const { loader, asked } = loaderOfDays(() => undefined);
    loader.show([first, second]);
    void loader.load(first, ['service']);
    void loader.load(second, ['service']);
    expect(await loader.load(third, ['service'])).toBeNull();
    expect(loader.stateOf(third)).toEqual({ status: 'idle' });
    expect(await settled(loader, second)).toMatchObject({ status: 'loaded' });
    expect(asked(third)).toEqual([]);
    loader.forget();
  });

  test('what was kept waits for no download', async () => {
    let answers = true;
    const { client } = fakeService(
      days.flatMap((day) => dayRows(day, 900)),
      100,
    );
    const { loader } = loaderOf({
      ...client,
      read: (query, reader, options) =>
        answers ? client.read(query, reader, options) : new Promise(() => undefined),
    });
    await load(loader, second);
    await loader.keep(second);
    loader.forget();
    answers = false;
    void loader.load(first, ['service']);
    expect(await loader.load(second, ['store'])).toBe('store');
    expect(loader.stateOf(first)).toMatchObject({ status: 'loading' });
    loader.forget();
  });
});

test('the two snapshots used last stay', async () => {
  const days = ['2026-11-20', '2026-11-21', '2026-11-22'];
  const { client, asked } = fakeService(
    days.flatMap((day) => dayRows(day, 250)),
    100,
  );
  const { loader, running, held } = loaderOf(client, 1);
  const [first, second, third] = days.map((day) => snapshotOf(day, 250)) as [Snapshot, Snapshot, Snapshot];
  await load(loader, first);
  await load(loader, second);
  // The first was loaded first, but asked last.
  await loader.engine.summary(...whole(first));
  await load(loader, third);
  expect([first, second, third].map((snapshot) => loader.stateOf(snapshot).status)).toEqual([
    'loaded',
    'idle',
    'loaded',
  ]);
  await expect.poll(held).toBe(2);
  expect(running()).toBe(1);
  expect(asked).toHaveLength(9);
  loader.forget();
});

test('a snapshot that makes room still answers what it was asked, then its rows go', async () => {
  const days = ['2026-11-20', '2026-11-21', '2026-11-22'];
  const [first, second, third] = days.map((day) => snapshotOf(day, 250)) as [Snapshot, Snapshot, Snapshot];
  const leaving = new AbortController();
  let asked: Promise<unknown>[] = [];
  let left: Promise<unknown> = Promise.resolve('not asked');
  const { client } = fakeService(
    days.flatMap((day) => dayRows(day, 250)),
    100,
  );
  const { loader, held } = loaderOf(
    before(client, (request) => {
      // The last page of the third: more questions than are answered before it is there.
      if (request !== 8) return;
      asked = Array.from({ length: 100 }, () => loader.engine.summary(...whole(first)));
      left = failureOf(loader.engine.summary(...whole(first), { signal: leaving.signal }));
      asked.push(loader.engine.summary(...whole(second)));
    }),
    1,
  );
  await load(loader, first);
  await load(loader, second);
  await load(loader, third);
  expect(loader.stateOf(first)).toEqual({ status: 'idle' });
  expect(held()).toBe(3);
  // Asked from now on, it is not there.
  expect(await failureOf(loader.engine.summary(...whole(first)))).toMatchObject({ kind: 'browserFailed' });
  leaving.abort();
  expect(await left).toBe(leaving.signal.reason);
  const totals = { licensesSold: (250 * 249) / 2, licensesDeployed: 250 };
  for (const answer of asked) expect(await answer).toMatchObject({ totals });
  await expect.poll(held).toBe(2);
  loader.forget();
});

test('forgetting ends everything', async () => {
  const { client, asked } = fakeService(dayRows('2026-11-22', 450), 100);
  const again = { ...TODAY, processedDateTime: '2026-11-22T00:00:01' };
  const { loader, running } = loaderOf(
    before(client, (request) => {
      if (request !== 5) return;
      question = failureOf(loader.engine.summary(...whole(TODAY)));
      loader.forget();
    }),
  );
  let question: Promise<unknown> = Promise.resolve('not asked');
  await load(loader, TODAY);
  await load(loader, again);
  expect(await question).toMatchObject({ name: 'PartnerCenterError', kind: 'browserFailed' });
  expect(loader.stateOf(TODAY)).toEqual({ status: 'idle' });
  expect(loader.stateOf(again)).toEqual({ status: 'idle' });
  expect(loader.isUnderWay()).toBe(false);
  expect(running()).toBe(0);
  expect(asked.length).toBeLessThanOrEqual(6);
});

test('a kept snapshot comes back without a request', async () => {
  const { client, asked } = fakeService(dayRows('2026-11-22', 450), 100);
  const { loader, states, running } = loaderOf(client);
  expect(await loader.load(TODAY, ['store'])).toBe('nowhere');
  expect(loader.stateOf(TODAY)).toEqual({ status: 'idle' });
  expect(running()).toBe(0);
  expect(await failureOf(loader.keep(TODAY))).toMatchObject({ kind: 'browserFailed' });
  expect(asked).toHaveLength(0);

  await load(loader, TODAY);
  expect(await loader.keep(TODAY)).toBe(12_345);
  const before = await loader.engine.summary(...whole(TODAY));
  loader.forget();
  states.length = 0;
  expect(await loader.load(TODAY, ANYWHERE)).toBe('store');
  expect(states.map(({ status }) => status)).toEqual(['restoring', 'loaded']);
  expect(await loader.engine.summary(...whole(TODAY))).toEqual(before);
  loader.forget();
  expect(await loader.load({ ...TODAY, totalCount: null }, ['store'])).toBe('store');
  expect(asked).toHaveLength(5);
  loader.forget();
});

test('whether it was kept nobody knows of what was stopped, or given up, while it was looked for', async () => {
  const { client } = fakeService(dayRows('2026-11-22', 450), 100);
  const { loader } = loaderOf(client, 1);
  const stopped = loader.load(TODAY, ANYWHERE);
  // It is under way: nothing more is begun.
  expect(await loader.load(TODAY, ANYWHERE)).toBeNull();
  loader.stop(TODAY);
  expect(await stopped).toBeNull();
  const forgotten = loader.load(TODAY, ['store']);
  loader.forget();
  expect(await forgotten).toBeNull();
});

test('what was not kept is read by a worker of its own', async () => {
  const { client } = fakeService(dayRows('2026-11-22', 450), 100);
  const { loader, states, started, asksOfStore } = loaderOf(client, 1);
  expect(await loader.load(TODAY, ANYWHERE)).toBe('service');
  expect(states.slice(0, 2)).toEqual([
    { status: 'restoring' },
    { status: 'loading', loaded: 0, total: 450, secondsLeft: null },
  ]);
  expect(started).toHaveLength(2);
  expect(asksOfStore()).toBe(1);
  loader.forget();
  expect(await loader.load(TODAY, ['service'])).toBe('service');
  expect(asksOfStore()).toBe(1);
  loader.forget();
});

test('what was kept of as many rows as the service no longer counts is not taken', async () => {
  const { client, asked } = fakeService(dayRows('2026-11-22', 450), 100);
  const { loader, running, states } = loaderOf(client, 1);
  await load(loader, TODAY);
  await loader.keep(TODAY);
  loader.forget();
  const recounted = { ...TODAY, totalCount: 460 };
  expect(await loader.load(recounted, ['store'])).toBe('nowhere');
  expect(loader.stateOf(recounted)).toEqual({ status: 'idle' });
  expect(running()).toBe(0);
  states.length = 0;
  expect(await loader.load(recounted, ANYWHERE)).toBe('service');
  expect(states.slice(0, 3).map(({ status }) => status)).toEqual(['restoring', 'loading', 'loading']);
  expect(asked).toHaveLength(10);
  expect(running()).toBe(1);
  loader.forget();
});
