import { expect, test } from 'vitest';
import type { Snapshot } from '#engine/engine.ts';
import type { LoadState, SnapshotLoader } from '#engine/snapshot/loader.ts';
import { createLoading } from './loading.ts';

const TODAY: Snapshot = { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: 7 };
const LOADED: LoadState = { status: 'loaded', rows: 7, countDisagrees: false, bytes: 100 };

/** A loader that has everything at once, and notes what it is told to keep. */
function fakeLoader(kept: string[], loaded: LoadState = LOADED): SnapshotLoader {
  let state: LoadState = { status: 'idle' };
  const listeners = new Set<() => void>();
  const never = () => Promise.reject(new Error('Nothing is asked here.'));
  return {
    stateOf: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load() {
      // Once whoever loads has had time to listen.
      void Promise.resolve().then(() => {
        state = loaded;
        for (const listener of listeners) listener();
      });
    },
    prefer: () => undefined,
    stop: () => undefined,
    isUnderWay: () => false,
    forget: () => undefined,
    keep: ({ date }) => Promise.resolve(kept.push(date)),
    restore: () => Promise.resolve(false),
    engine: { summary: never, groups: never, page: never, members: never, forget: () => undefined },
  };
}

test('what was deleted is kept again when the person allows it again', async () => {
  const kept: string[] = [];
  const loading = createLoading({
    open: () => Promise.resolve(fakeLoader(kept)),
    mayKeep: () => Promise.resolve(true),
    limit: () => 7,
  });
  loading.load(TODAY);
  await expect.poll(() => kept).toEqual(['2026-11-22']);
  // In between the store was emptied, which is none of the loading's business.
  await loading.keep();
  expect(kept).toEqual(['2026-11-22', '2026-11-22']);
});

test('nothing is loaded over the limit, however it is asked for', async () => {
  let opened = 0;
  let limit = 6;
  const loading = createLoading({
    open: () => {
      opened += 1;
      return Promise.resolve(fakeLoader([]));
    },
    mayKeep: () => Promise.resolve(true),
    limit: () => limit,
  });
  loading.load(TODAY);
  await loading.follow(TODAY);
  expect(opened).toBe(0);
  expect(loading.isUnderWay()).toBe(false);
  limit = 7;
  await loading.follow(TODAY);
  await expect.poll(() => loading.stateOf(TODAY)).toEqual(LOADED);
});

test('what turned out to be over the limit is loaded when more is let in', async () => {
  let limit = 8;
  const loader = fakeLoader([], { status: 'overLimit', rows: 9 });
  let loads = 0;
  const counting: SnapshotLoader = {
    ...loader,
    load: (snapshot) => {
      loads += 1;
      loader.load(snapshot);
    },
  };
  const loading = createLoading({
    open: () => Promise.resolve(counting),
    mayKeep: () => Promise.resolve(false),
    limit: () => limit,
  });
  await loading.follow(TODAY);
  await expect.poll(() => loading.stateOf(TODAY).status).toBe('overLimit');
  await loading.follow(TODAY);
  loading.load(TODAY);
  expect(loads).toBe(1);
  limit = 9;
  // How many there are, nobody knows any more: not unasked.
  await loading.follow(TODAY);
  expect(loads).toBe(1);
  loading.load(TODAY);
  await expect.poll(() => loads).toBe(2);
});
