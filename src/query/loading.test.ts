import { expect, test, vi } from 'vitest';
import type { Snapshot } from '#engine/engine.ts';
import type { LoadState, Origin, SnapshotLoader } from '#engine/snapshot/loader.ts';
import { createVirtualClock } from '#partner-center/virtual-clock.ts';
import { createLoading } from './loading.ts';

const TODAY: Snapshot = { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: 7 };
/** More than what is loaded unasked. */
const LARGE: Snapshot = { ...TODAY, totalCount: 1_000_000 };
const LOADED: LoadState = { status: 'loaded', rows: 7, countDisagrees: false, bytes: 100 };
const IDLE: LoadState = { status: 'idle' };

/**
 * A loader that has everything at once, of the store what is in `store`, and notes what it is asked for and told to
 * keep. `loaded`: how a snapshot is that the service has sent.
 */
function fakeLoader({ store = [], loaded = LOADED }: { store?: string[]; loaded?: LoadState } = {}) {
  let state = IDLE;
  const listeners = new Set<() => void>();
  const loads: string[] = [];
  const kept: string[] = [];
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
      return origin !== undefined && state.status === 'loaded' ? origin : null;
    },
    prefer: () => undefined,
    stop: () => undefined,
    isUnderWay: () => false,
    forget: () => set(IDLE),
    keep: ({ date }) => {
      store.push(date);
      return Promise.resolve(kept.push(date));
    },
    engine: { summary: never, groups: never, page: never, members: never, forget: () => undefined },
  };
  return { loader, loads, kept, makeRoom: () => set(IDLE) };
}

function loadingOf(
  loader: SnapshotLoader,
  { mayKeep = () => true, limit = () => 2_000_000 }: { mayKeep?: () => boolean; limit?: () => number } = {},
) {
  const open = vi.fn(() => Promise.resolve(loader));
  const onLoaded = vi.fn();
  return { open, onLoaded, loading: createLoading({ open, mayKeep, limit, onLoaded }) };
}

test('what was deleted is kept again when the person allows it again', async () => {
  const { loader, kept } = fakeLoader();
  const { loading } = loadingOf(loader);
  loading.load(TODAY);
  await expect.poll(() => kept).toEqual(['2026-11-22']);
  // In between the store was emptied, which is none of the loading's business.
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
  // What is kept now is what the person wanted.
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
    .toMatchObject({ status: 'failed', error: { cause: error } });
});

test('it is told when rows have come, and only then', async () => {
  const { loader } = fakeLoader();
  const { onLoaded, loading } = loadingOf(loader);
  // Nothing of it was kept.
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
  // How many there are, nobody knows any more: not unasked.
  loading.follow(TODAY);
  await Promise.resolve();
  expect(loads).toHaveLength(1);
  loading.load(TODAY);
  await expect.poll(() => loads).toHaveLength(2);
});
