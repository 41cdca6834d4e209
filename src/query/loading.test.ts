import { expect, test } from 'vitest';
import type { Snapshot } from '#engine/engine.ts';
import type { LoadState, SnapshotLoader } from '#engine/snapshot/loader.ts';
import { createLoading } from './loading.ts';

const TODAY: Snapshot = { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: 7 };
const LOADED: LoadState = { status: 'loaded', rows: 7, countDisagrees: false, bytes: 100 };

/** A loader that has everything at once, and notes what it is told to keep. */
function fakeLoader(kept: string[]): SnapshotLoader {
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
        state = LOADED;
        for (const listener of listeners) listener();
      });
    },
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
  });
  loading.load(TODAY);
  await expect.poll(() => kept).toEqual(['2026-11-22']);
  // In between the store was emptied, which is none of the loading's business.
  await loading.keep();
  expect(kept).toEqual(['2026-11-22', '2026-11-22']);
});
