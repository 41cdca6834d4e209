import { describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { LoadState, Origin, SnapshotLoader } from '#engine/snapshot/loader.ts';
import { PartnerCenterError, type ErrorKind } from '#partner-center/error.ts';
import { nextTurn } from '#partner-center/turn.ts';
import { createVirtualClock } from '#partner-center/virtual-clock.ts';
import { planLoad } from '#engine/plan.ts';
import { createLoading, planOf, prospectOf } from './loading.ts';

const TODAY: Snapshot = { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: 7 };
/** It has more rows than are loaded unasked. */
const LARGE: Snapshot = { ...TODAY, totalCount: 1_000_000 };
const LOADED: LoadState = { status: 'loaded', rows: 7, countDisagrees: false, bytes: 100 };
const IDLE: LoadState = { status: 'idle' };

/**
 * A loader that has everything at once. Its store has the snapshots in `store`. It notes what it is asked for and told
 * to keep. `loaded` is the state of a snapshot that the service has sent.
 */
function fakeLoader({ store = [], loaded = LOADED }: { store?: string[]; loaded?: LoadState } = {}) {
  let state = IDLE;
  const listeners = new Set<() => void>();
  const loads: string[] = [];
  const kept: string[] = [];
  const told: string[] = [];
  const never = () => Promise.reject(new Error('Nothing is asked here.'));
  const set = (next: LoadState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const loader: SnapshotLoader = {
    stateOf: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load({ date }, from) {
      loads.push(from.join(', '));
      await Promise.resolve();
      const origin: Origin | undefined = from.find((place) => place === 'service' || store.includes(date));
      set(origin === undefined ? IDLE : origin === 'store' ? LOADED : loaded);
      if (origin === undefined) return 'nowhere';
      return state.status === 'loaded' ? origin : null;
    },
    show: (snapshots) => void told.push(`show ${snapshots.map(({ date }) => date).join(', ')}`),
    stop: ({ date }) => void told.push(`stop ${date}`),
    isUnderWay: () => false,
    forget: () => set(IDLE),
    keep: ({ date }) => {
      store.push(date);
      return Promise.resolve(kept.push(date));
    },
    engine: {
      totals: never,
      summary: never,
      groups: never,
      page: never,
      members: never,
      standing: never,
      changes: never,
      anomalies: never,
      forget: () => undefined,
    },
  };
  return { loader, loads, kept, told, set, makeRoom: () => set(IDLE) };
}

function loadingOf(
  loader: SnapshotLoader,
  {
    mayKeep = () => true,
    limit = () => 2_000_000,
    onMissed = () => undefined,
  }: { mayKeep?: () => boolean; limit?: () => number; onMissed?: (snapshot: Snapshot) => void } = {},
) {
  const open = vi.fn(() => Promise.resolve(loader));
  const onLoaded = vi.fn();
  return { open, onLoaded, loading: createLoading({ open, mayKeep, limit, onLoaded, onMissed }) };
}

test('what was deleted is kept again when the person allows it again', async () => {
  const { loader, kept } = fakeLoader();
  const { loading } = loadingOf(loader);
  loading.load(TODAY);
  await expect.poll(() => kept).toEqual(['2026-11-22']);
  // Meanwhile the store was emptied, which does not concern the loading.
  await loading.keep();
  expect(kept).toEqual(['2026-11-22', '2026-11-22']);
});

test('what was kept is not kept once more when it comes back', async () => {
  const { loader, loads, kept } = fakeLoader({ store: ['2026-11-22'] });
  const { loading } = loadingOf(loader);
  loading.load(TODAY);
  await expect.poll(() => loading.stateOf(TODAY)).toEqual(LOADED);
  expect(loads).toEqual(['store, service']);
  expect(kept).toEqual([]);
});

test('loaded again, it comes from the service, and takes the place of what was kept', async () => {
  const { loader, loads, kept, makeRoom } = fakeLoader({ store: ['2026-11-22'] });
  const { loading } = loadingOf(loader);
  loading.follow(TODAY);
  await expect.poll(() => loading.stateOf(TODAY)).toEqual(LOADED);
  loading.forget();
  loading.follow(TODAY);
  await expect.poll(() => kept).toEqual(['2026-11-22']);
  // The kept snapshot is now the one that the service has sent.
  makeRoom();
  loading.follow(TODAY);
  await expect.poll(() => loads).toEqual(['store, service', 'service', 'store, service']);
});

test('a large one that was loaded is loaded again without being asked for once more', async () => {
  const { loader, loads, makeRoom } = fakeLoader();
  const { loading } = loadingOf(loader, { mayKeep: () => false });
  loading.follow(LARGE);
  loading.load(LARGE);
  await expect.poll(() => loading.stateOf(LARGE)).toEqual(LOADED);
  loading.forget();
  loading.follow(LARGE);
  await expect.poll(() => loading.stateOf(LARGE)).toEqual(LOADED);
  expect(loads).toEqual(['service', 'service']);
  makeRoom();
  loading.follow(LARGE);
  await Promise.resolve();
  expect(loads).toHaveLength(2);
});

test('what has not as many rows as the service counts is not kept', async () => {
  const { loader, kept } = fakeLoader({ loaded: { ...LOADED, countDisagrees: true } });
  const { loading } = loadingOf(loader);
  loading.load(TODAY);
  await expect.poll(() => loading.stateOf(TODAY).status).toBe('loaded');
  await loading.keep();
  expect(kept).toEqual([]);
});

test('what was kept is there before anything is asked about it', async () => {
  const { loader, loads } = fakeLoader({ store: ['2026-11-22'] });
  const { loading } = loadingOf(loader);
  await loading.restore(LARGE);
  expect(loading.stateOf(LARGE)).toEqual(LOADED);
  expect(loading.wasKept(LARGE)).toBe(true);
  expect(loads).toEqual(['store']);
});

test('what was not kept is waited for no longer, and comes from the service once it is followed', async () => {
  const { loader, loads } = fakeLoader();
  const { loading } = loadingOf(loader);
  await loading.restore(TODAY);
  expect(loading.stateOf(TODAY)).toEqual(IDLE);
  loading.follow(TODAY);
  await expect.poll(() => loading.stateOf(TODAY)).toEqual(LOADED);
  expect(loading.wasKept(TODAY)).toBe(false);
  await loading.restore(TODAY);
  expect(loads).toEqual(['store', 'service']);
});

test('without consent nothing is restored', async () => {
  const { loader, loads } = fakeLoader({ store: ['2026-11-22'] });
  const { loading } = loadingOf(loader, { mayKeep: () => false });
  await loading.restore(TODAY);
  expect(loads).toEqual([]);
});

test('a store that does not answer holds nothing up, and what was followed meanwhile still comes', async () => {
  const { loader, loads } = fakeLoader();
  let giveUp: () => void = () => undefined;
  const slow: SnapshotLoader = {
    ...loader,
    stateOf: (snapshot) => (loads.length === 0 ? { status: 'restoring' } : loader.stateOf(snapshot)),
    load: async (snapshot, from) => {
      if (from.includes('store')) await new Promise<void>((resolve) => void (giveUp = resolve));
      return loader.load(snapshot, from);
    },
  };
  const clock = createVirtualClock(0);
  const loading = createLoading({
    open: () => Promise.resolve(slow),
    mayKeep: () => true,
    limit: () => 2_000_000,
    onLoaded: () => undefined,
    clock,
  });
  await clock.run(loading.restore(TODAY));
  expect(clock.now()).toBe(1_000);
  loading.follow(TODAY);
  expect(loads).toEqual([]);
  giveUp();
  await expect.poll(() => loads).toEqual(['store', 'service']);
  await expect.poll(() => loading.stateOf(TODAY)).toEqual(LOADED);
});

test('without consent nothing is kept, and the store is not asked', async () => {
  const { loader, loads, kept } = fakeLoader({ store: ['2026-11-22'] });
  const { loading } = loadingOf(loader, { mayKeep: () => false });
  loading.follow(TODAY);
  await expect.poll(() => loading.stateOf(TODAY)).toEqual(LOADED);
  expect(loads).toEqual(['service']);
  expect(kept).toEqual([]);
});

test('a large one that was kept comes back by itself', async () => {
  const { loader, loads, makeRoom } = fakeLoader({ store: ['2026-11-22'] });
  const { loading } = loadingOf(loader);
  for (let times = 0; times < 2; times += 1) {
    makeRoom();
    loading.follow(LARGE);
    await expect.poll(() => loading.stateOf(LARGE)).toEqual(LOADED);
  }
  expect(loads).toEqual(['store', 'store']);
});

test('where nothing was kept of a large one, the store is asked once', async () => {
  const { loader, loads } = fakeLoader();
  const { loading } = loadingOf(loader);
  loading.follow(LARGE);
  expect(loading.stateOf(LARGE)).toEqual({ status: 'restoring' });
  expect(loading.isUnderWay()).toBe(true);
  await expect.poll(() => loading.stateOf(LARGE)).toEqual(IDLE);
  loading.follow(LARGE);
  loading.load(LARGE);
  await expect.poll(() => loads).toEqual(['store', 'service']);
});

test('code that can’t be fetched is trouble for what was asked for, not for what might have been kept', async () => {
  const error = new Error('404');
  const loading = createLoading({
    open: () => Promise.reject(error),
    mayKeep: () => true,
    limit: () => 2_000_000,
    onLoaded: () => undefined,
  });
  loading.follow(LARGE);
  await expect.poll(() => loading.stateOf(LARGE)).toEqual(IDLE);
  loading.load(LARGE);
  await expect
    .poll(() => loading.stateOf(LARGE))
    .toMatchObject({ status: 'failed', error: { kind: 'network', cause: error } });
  const state = loading.stateOf(LARGE);
  expect(state.status === 'failed' && state.error.description).toContain('could not be fetched');
  expect(loading.isUnderWay()).toBe(false);
});

test('code that could not be fetched is fetched again when the person tries again', async () => {
  const { loader } = fakeLoader();
  let isThere = false;
  const loading = createLoading({
    open: () => (isThere ? Promise.resolve(loader) : Promise.reject(new Error('404'))),
    mayKeep: () => false,
    limit: () => 2_000_000,
    onLoaded: () => undefined,
  });
  loading.load(TODAY);
  await expect.poll(() => loading.stateOf(TODAY).status).toBe('failed');
  isThere = true;
  loading.load(TODAY);
  expect(loading.stateOf(TODAY)).toEqual({ status: 'loading', loaded: 0, total: 7, secondsLeft: null });
  await expect.poll(() => loading.stateOf(TODAY)).toEqual(LOADED);
});

test('whatever the loader fails with is told as an error that has a sentence', async () => {
  const { loader } = fakeLoader();
  const cause = new TypeError('out of hand');
  const { loading } = loadingOf({ ...loader, load: () => Promise.reject(cause) });
  loading.load(TODAY);
  await expect.poll(() => loading.stateOf(TODAY).status).toBe('failed');
  const state = loading.stateOf(TODAY);
  expect(state).toMatchObject({ error: { kind: 'unexpected', description: 'out of hand', cause } });
  expect(state.status === 'failed' && state.error).toBeInstanceOf(PartnerCenterError);
  expect(loading.isUnderWay()).toBe(false);
  // The page did not ask for what might have been kept.
  const { loading: unasked } = loadingOf({ ...loader, load: () => Promise.reject(cause) });
  await unasked.restore(TODAY);
  expect(unasked.stateOf(TODAY)).toEqual(IDLE);
});

/** A loading whose code is there when `arrive` is called. */
function pendingLoadingOf(loader: SnapshotLoader, mayKeep = false) {
  let arrive: () => void = () => undefined;
  const loading = createLoading({
    open: () => new Promise((resolve) => void (arrive = () => resolve(loader))),
    mayKeep: () => mayKeep,
    limit: () => 2_000_000,
    onLoaded: () => undefined,
  });
  /** Lets the code arrive, and waits for all that follows from it. */
  const arrived = async (): Promise<void> => {
    arrive();
    await nextTurn();
  };
  return { loading, arrived };
}

const LOADING: LoadState = { status: 'loading', loaded: 0, total: 7, secondsLeft: null };

test('stopped before its code has come, it does not come', async () => {
  const { loader, loads } = fakeLoader();
  const { loading, arrived } = pendingLoadingOf(loader);
  const changes = vi.fn();
  loading.subscribe(changes);
  loading.load(TODAY);
  expect(loading.stateOf(TODAY)).toEqual(LOADING);
  expect(loading.isStopped(TODAY)).toBe(false);
  expect(changes).toHaveBeenCalledTimes(1);
  loading.stop(TODAY);
  expect(loading.stateOf(TODAY)).toEqual(IDLE);
  expect(loading.isStopped(TODAY)).toBe(true);
  expect(changes).toHaveBeenCalledTimes(2);
  await arrived();
  expect(loads).toEqual([]);
  expect(loading.isUnderWay()).toBe(false);
  // It does not begin unasked; it does when the person asks.
  loading.follow(TODAY);
  await loading.restore(TODAY);
  expect(loads).toEqual([]);
  loading.load(TODAY);
  expect(loading.isStopped(TODAY)).toBe(false);
  await expect.poll(() => loads).toEqual(['service']);
});

test('of a stopped one nothing is taken from the store', async () => {
  const { loader, loads } = fakeLoader({ store: ['2026-11-22'] });
  const { open, loading } = loadingOf(loader);
  loading.stop(TODAY);
  await loading.restore(TODAY);
  loading.follow(TODAY);
  await nextTurn();
  expect(loads).toEqual([]);
  // Even the code is not fetched.
  expect(open).not.toHaveBeenCalled();
});

test('forgotten before its code has come, it does not come until it is looked at again', async () => {
  const { loader, loads } = fakeLoader({ store: ['2026-11-22'] });
  const { loading, arrived } = pendingLoadingOf(loader);
  loading.load(LARGE);
  loading.forget();
  expect(loading.stateOf(LARGE)).toEqual(IDLE);
  expect(loading.isUnderWay()).toBe(false);
  await arrived();
  expect(loads).toEqual([]);
  loading.follow(LARGE);
  await expect.poll(() => loading.stateOf(LARGE)).toEqual(LOADED);
  expect(loads).toEqual(['service']);
});

test('what is to be taken from the store, and forgotten before the code has come, is not taken', async () => {
  const { loader, loads } = fakeLoader({ store: ['2026-11-22'] });
  const { loading, arrived } = pendingLoadingOf(loader, true);
  const restored = loading.restore(TODAY);
  expect(loading.stateOf(TODAY)).toEqual({ status: 'restoring' });
  loading.forget();
  await arrived();
  await restored;
  expect(loads).toEqual([]);
});

test('another than the one that waits for the code is idle', async () => {
  const { loader, loads } = fakeLoader();
  const { loading, arrived } = pendingLoadingOf(loader);
  const other: Snapshot = { ...TODAY, processedDateTime: '2026-11-21T00:00:00' };
  loading.load(TODAY);
  expect(loading.stateOf(other)).toEqual(IDLE);
  expect(loading.engineOf(TODAY)).toBeNull();
  await arrived();
  expect(loads).toEqual(['service']);
  expect(loading.engineOf(TODAY)).toBe(loader.engine);
});

test('what is asked for is on screen, and stopping it ends what is under way', async () => {
  const { loader, told } = fakeLoader();
  const { loading } = loadingOf(loader);
  loading.load(TODAY);
  await expect.poll(() => loading.stateOf(TODAY)).toEqual(LOADED);
  expect(told).toEqual(['show 2026-11-22']);
  loading.follow(TODAY);
  loading.stop(TODAY);
  expect(told).toEqual(['show 2026-11-22', 'stop 2026-11-22']);
});

describe('what is on screen', () => {
  const [first, second, third] = ['2026-11-20', '2026-11-21', '2026-11-22'].map((date) => ({
    processedDateTime: `${date}T00:00:00`,
    date,
    totalCount: 7,
  })) as [Snapshot, Snapshot, Snapshot];

  test('is as it is shown, whatever is followed of it', async () => {
    const { loader, told, loads } = fakeLoader();
    const { loading } = loadingOf(loader, { mayKeep: () => false });
    // The same holds before the loader's code is there.
    loading.show([second, first]);
    loading.follow(first);
    loading.follow(second);
    await expect.poll(() => loads).toHaveLength(2);
    expect(told).toEqual(['show 2026-11-21, 2026-11-20']);
    loading.show([first]);
    expect(told.at(-1)).toBe('show 2026-11-20');
  });

  test('is what is followed or loaded, too, before it is shown: two at most', async () => {
    const { loader, told } = fakeLoader();
    const { loading } = loadingOf(loader, { mayKeep: () => false });
    loading.follow(first);
    await expect.poll(() => loading.stateOf(first)).toEqual(LOADED);
    loading.follow(second);
    loading.load(third);
    expect(told).toEqual(['show 2026-11-20', 'show 2026-11-21, 2026-11-20', 'show 2026-11-22, 2026-11-21']);
  });

  test('may be two that wait for the code', async () => {
    const { loader, loads } = fakeLoader();
    const { loading, arrived } = pendingLoadingOf(loader);
    loading.show([first, second]);
    loading.follow(first);
    loading.follow(second);
    expect([first, second, third].map((snapshot) => loading.stateOf(snapshot).status)).toEqual([
      'loading',
      'loading',
      'idle',
    ]);
    loading.stop(first);
    expect(loading.stateOf(first)).toEqual(IDLE);
    expect(loading.stateOf(second).status).toBe('loading');
    await arrived();
    expect(loads).toEqual(['service']);
    expect(loading.stateOf(second)).toEqual(LOADED);
    expect(loading.isUnderWay()).toBe(false);
  });
});

test('what comes from the service was not kept, whatever was kept before', async () => {
  const { loader } = fakeLoader({ store: ['2026-11-22'] });
  const { loading } = loadingOf(loader);
  await loading.restore(TODAY);
  expect(loading.wasKept(TODAY)).toBe(true);
  loading.forget();
  loading.follow(TODAY);
  await expect.poll(() => loading.stateOf(TODAY)).toEqual(LOADED);
  expect(loading.wasKept(TODAY)).toBe(false);
});

test('stopped while it is taken from the store, it is still kept, and taken from there the next time', async () => {
  const { loader, loads } = fakeLoader({ store: ['2026-11-22'] });
  let stopped: (() => void) | null = null;
  let isRestoring = false;
  const { loading } = loadingOf({
    ...loader,
    stateOf: (snapshot) => (isRestoring ? { status: 'restoring' } : loader.stateOf(snapshot)),
    load: (snapshot, from) => {
      if (stopped !== null) return loader.load(snapshot, from);
      isRestoring = true;
      return new Promise((resolve) => {
        stopped = () => {
          isRestoring = false;
          resolve(null);
        };
      });
    },
    stop: () => stopped?.(),
  });
  const restored = loading.restore(TODAY);
  await nextTurn();
  loading.follow(TODAY);
  loading.stop(TODAY);
  await restored;
  expect(loads).toEqual([]);
  loading.load(TODAY);
  await expect.poll(() => loading.stateOf(TODAY)).toEqual(LOADED);
  expect(loads).toEqual(['store, service']);
  expect(loading.wasKept(TODAY)).toBe(true);
});

test('of a snapshot that is gone the page is told, so that it finds out which one is there now', async () => {
  const { loader, set } = fakeLoader();
  const missed: string[] = [];
  let kind: 'snapshotChanged' | 'unavailable' = 'unavailable';
  const { loading } = loadingOf(
    {
      ...loader,
      load: () => {
        set({ status: 'failed', error: new PartnerCenterError({ kind, description: 'gone' }) });
        return Promise.resolve(null);
      },
    },
    { onMissed: ({ date }) => void missed.push(date) },
  );
  loading.load(TODAY);
  await nextTurn();
  expect(missed).toEqual([]);
  kind = 'snapshotChanged';
  loading.load(TODAY);
  await expect.poll(() => missed).toEqual(['2026-11-22']);
});

test('what the store fails with is not asked of it again', async () => {
  const { loader, loads, set } = fakeLoader();
  const error = new PartnerCenterError({ kind: 'browserFailed', description: 'out of memory' });
  const { loading } = loadingOf({
    ...loader,
    load: async (snapshot, from) => {
      if (!from.includes('store')) return loader.load(snapshot, from);
      set({ status: 'failed', error });
      return null;
    },
  });
  await loading.restore(TODAY);
  expect(loading.stateOf(TODAY)).toEqual({ status: 'failed', error });
  loading.load(TODAY);
  await expect.poll(() => loads).toEqual(['service']);
});

test('what is too large now comes from the store once more is let in', async () => {
  let limit = 10;
  const { loader, loads, set } = fakeLoader({ store: ['2026-11-22'] });
  const { loading } = loadingOf(
    {
      ...loader,
      load: async (snapshot, from) => {
        if (limit >= 20) return loader.load(snapshot, from);
        set({ status: 'overLimit', rows: 20 });
        return null;
      },
    },
    { limit: () => limit },
  );
  await loading.restore(TODAY);
  limit = 20;
  loading.follow(TODAY);
  await expect.poll(() => loading.stateOf(TODAY)).toEqual(LOADED);
  expect(loads).toEqual(['store']);
});

test('whoever listens no more is told nothing more', async () => {
  const { loader, set } = fakeLoader();
  const { loading } = loadingOf(loader);
  const [one, other] = [vi.fn(), vi.fn()];
  const leave = loading.subscribe(one);
  loading.subscribe(other);
  leave();
  loading.load(TODAY);
  await expect.poll(() => loading.stateOf(TODAY)).toEqual(LOADED);
  // It also holds for a snapshot that the loader dropped by itself, to make room for another.
  other.mockClear();
  set(IDLE);
  expect(other).toHaveBeenCalledTimes(1);
  expect(one).not.toHaveBeenCalled();
});

test('it is told when rows have come, and only then', async () => {
  const { loader } = fakeLoader();
  const { onLoaded, loading } = loadingOf(loader);
  // Nothing was kept of it.
  loading.follow(LARGE);
  await expect.poll(() => loading.isUnderWay()).toBe(false);
  expect(onLoaded).not.toHaveBeenCalled();
  loading.load(LARGE);
  await expect.poll(() => loading.stateOf(LARGE)).toEqual(LOADED);
  await expect.poll(() => onLoaded.mock.calls.length).toBe(1);
});

test('nothing is loaded over the limit, however it is asked for', async () => {
  let limit = 6;
  const { open, loading } = loadingOf(fakeLoader().loader, { limit: () => limit });
  loading.load(TODAY);
  loading.follow(TODAY);
  expect(open).not.toHaveBeenCalled();
  expect(loading.isUnderWay()).toBe(false);
  limit = 7;
  loading.follow(TODAY);
  await expect.poll(() => loading.stateOf(TODAY)).toEqual(LOADED);
});

test('what turned out to be over the limit is loaded when more is let in', async () => {
  let limit = 8;
  const { loader, loads } = fakeLoader({ loaded: { status: 'overLimit', rows: 9 } });
  const { loading } = loadingOf(loader, { mayKeep: () => false, limit: () => limit });
  loading.follow(TODAY);
  await expect.poll(() => loading.stateOf(TODAY).status).toBe('overLimit');
  loading.follow(TODAY);
  loading.load(TODAY);
  limit = 9;
  // It is no longer known how many rows there are, so nothing is loaded unasked.
  loading.follow(TODAY);
  await Promise.resolve();
  expect(loads).toHaveLength(1);
  loading.load(TODAY);
  await expect.poll(() => loads).toHaveLength(2);
});

test('only what is loaded is kept, and only what is loaded answers', async () => {
  const { loader, kept, makeRoom } = fakeLoader();
  const { loading } = loadingOf(loader);
  // Before any snapshot has come, there is nothing to keep.
  await loading.keep();
  loading.load(TODAY);
  await expect.poll(() => kept).toHaveLength(1);
  makeRoom();
  expect(loading.engineOf(TODAY)).toBeNull();
  await loading.keep();
  expect(kept).toHaveLength(1);
});

test('what is over the limit is not looked for in the store', async () => {
  const { loader, loads } = fakeLoader({ store: ['2026-11-22'] });
  const { loading } = loadingOf(loader, { limit: () => 6 });
  await loading.restore(TODAY);
  expect(loads).toEqual([]);
  expect(loading.stateOf(TODAY)).toEqual(IDLE);
});

test('what was neither there nor coming when everything was forgotten is not loaded unasked', async () => {
  const { loader, loads, makeRoom } = fakeLoader();
  const { loading } = loadingOf(loader, { mayKeep: () => false });
  loading.load(LARGE);
  await expect.poll(() => loading.stateOf(LARGE)).toEqual(LOADED);
  makeRoom();
  loading.forget();
  loading.follow(LARGE);
  await nextTurn();
  expect(loads).toEqual(['service']);
});

test('looked at while it is there, it is not loaded from the service once it is looked for in the store', async () => {
  const store = ['2026-11-22'];
  const { loader, loads, makeRoom } = fakeLoader({ store });
  const { loading } = loadingOf(loader);
  await loading.restore(TODAY);
  loading.follow(TODAY);
  makeRoom();
  store.length = 0;
  await loading.restore(TODAY);
  await nextTurn();
  expect(loads).toEqual(['store', 'store']);
});

test('listeners hear how it ended, also where nothing came', async () => {
  const loading = createLoading({
    open: () => Promise.reject(new Error('404')),
    mayKeep: () => false,
    limit: () => 2_000_000,
    onLoaded: () => undefined,
  });
  const heard: string[] = [];
  loading.subscribe(() => heard.push(loading.stateOf(TODAY).status));
  loading.load(TODAY);
  await expect.poll(() => heard).toEqual(['loading', 'failed']);
});

test('a snapshot that the service no longer has is told of, other trouble is not', async () => {
  const { loader, set } = fakeLoader();
  const missed: Snapshot[] = [];
  let kind: ErrorKind = 'network';
  const loading = createLoading({
    open: () =>
      Promise.resolve({
        ...loader,
        load: () => {
          set({ status: 'failed', error: new PartnerCenterError({ kind, description: 'no' }) });
          return Promise.resolve(null);
        },
      }),
    mayKeep: () => false,
    limit: () => 2_000_000,
    onLoaded: () => undefined,
    onMissed: (snapshot) => missed.push(snapshot),
  });
  loading.load(TODAY);
  await nextTurn();
  expect(missed).toEqual([]);
  kind = 'snapshotChanged';
  loading.load(TODAY);
  await expect.poll(() => missed).toEqual([TODAY]);
});

test('rows are promised only where they come by themselves, else they are offered', () => {
  const small = planLoad(TODAY, 100);
  const large = planLoad(LARGE, 2_000_000);
  const failed: LoadState = {
    status: 'failed',
    error: new PartnerCenterError({ kind: 'network', description: 'no' }),
  };
  expect(prospectOf(IDLE, small, false, false)).toBe('coming');
  // Where the first figures could not be had, nothing is loaded by itself.
  expect(prospectOf(IDLE, small, false, true)).toBe('offered');
  expect(prospectOf(IDLE, small, true, false)).toBe('offered');
  expect(prospectOf(IDLE, large, false, false)).toBe('offered');
  expect(prospectOf(failed, small, false, false)).toBe('offered');
  for (const areFiguresMissing of [true, false]) {
    expect(prospectOf({ status: 'restoring' }, large, false, areFiguresMissing)).toBe('coming');
    expect(prospectOf(LOADED, small, false, areFiguresMissing)).toBe('loaded');
    expect(prospectOf(failed, planLoad(TODAY, 6), false, areFiguresMissing)).toBe('none');
  }
});

test('what has come of a snapshot says nothing against its count, but where it was too much', () => {
  expect(planOf(TODAY, { ...LOADED, rows: 9 }, 100).rows).toBe(7);
  expect(planOf(TODAY, { status: 'overLimit', rows: 9 }, 100).rows).toBeNull();
});
