import { act } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { LoadState } from '#engine/snapshot/loader.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { DEFAULT_VIEW } from '#view/view.ts';
import { fakeSource, LOADED, settled, TODAY, usedWith } from './fake-source.ts';
import { useLicenseDeployment } from './use-license-deployment.ts';
import { useLoading, useLoadProspect, useLoadTrouble, useShown } from './use-loading.ts';

const VIEW = DEFAULT_VIEW;
const IDLE: LoadState = { status: 'idle' };
const LOADING: LoadState = { status: 'loading', loaded: 1, total: 7, secondsLeft: null };
const failedWith = (kind: 'network' | 'snapshotChanged'): LoadState => ({
  status: 'failed',
  error: new PartnerCenterError({ kind, description: 'no' }),
});
const LARGE: Snapshot = { ...TODAY, totalCount: 1_000_000 };

beforeEach(() => {
  vi.stubGlobal('window', fakeWindow({}));
  vi.stubGlobal('localStorage', { getItem: () => '1500000', setItem: () => undefined });
});

/**
 * A hook in use on a page about the latest snapshot. Each time it is asked, the service names the next one of
 * `snapshots`.
 */
async function on<T>(useIt: () => T, ...snapshots: readonly (Snapshot | null)[]) {
  let finds = 0;
  const fake = fakeSource({
    findSnapshot: () => Promise.resolve(snapshots[Math.min(finds++, snapshots.length - 1)] ?? null),
  });
  const page = usedWith(fake.source, useIt);
  const before = page.now();
  await settled();
  const set: typeof fake.loading.set = (...given) => act(() => fake.loading.set(...given));
  return { ...page, before, set, told: fake.loading.told, finds: () => finds };
}

test('what is on screen is said whenever that changes, with what it is compared with', async () => {
  const earlier: Snapshot = { ...TODAY, processedDateTime: '2026-11-15T00:00:00', date: '2026-11-15' };
  const { source, loading } = fakeSource();
  const page = usedWith(source, () => useShown(null));
  expect(loading.told).toEqual([]);
  page.again(() => useShown(TODAY));
  page.again();
  page.again(() => useShown(TODAY, earlier));
  page.again(() => useShown(earlier, null));
  expect(loading.told).toEqual(['show 2026-11-22', 'show 2026-11-22,2026-11-15', 'show 2026-11-15']);
});

describe('the loading of the view’s snapshot', () => {
  test('is not known before the snapshot is, nor where there is none', async () => {
    const { before, now } = await on(() => useLoading(VIEW), null);
    expect([before, now()]).toEqual([null, null]);
  });

  test('is followed', async () => {
    const { now, set } = await on(() => useLoading(VIEW), TODAY);
    expect(now()).toMatchObject({
      snapshot: TODAY,
      state: IDLE,
      plan: { when: 'atOnce', rows: 7 },
      isStopped: false,
    });
    set(LOADING);
    expect(now()).toMatchObject({ state: LOADING, isStopped: false });
    set(IDLE, { isStopped: true });
    set({ ...IDLE }, { isStopped: true });
    expect(now()?.isStopped).toBe(true);
  });

  test('is begun and stopped by the person', async () => {
    const { now, told } = await on(() => useLoading(VIEW), TODAY);
    now()?.load();
    now()?.stop();
    expect(told).toEqual(['load 2026-11-22', 'stop 2026-11-22']);
  });

  test('is planned by the limit that the person has set', async () => {
    const { now, set } = await on(() => useLoading(VIEW), { ...TODAY, totalCount: 1_500_001 });
    expect(now()?.plan.when).toBe('overLimit');
    const other = await on(() => useLoading(VIEW), { ...TODAY, totalCount: 1_500_000 });
    expect(other.now()?.plan.when).toBe('onDemand');
    other.set({ status: 'overLimit', rows: 1_500_001 });
    expect(other.now()?.plan).toMatchObject({ when: 'overLimit', rows: null });
    set(IDLE);
  });
});

describe('why it could not be loaded', () => {
  test('is told where it failed, and only then', async () => {
    const { before, now, set } = await on(() => useLoadTrouble(VIEW), TODAY);
    expect([before, now()]).toEqual([null, null]);
    for (const state of [LOADING, LOADED, { status: 'overLimit', rows: 9 } as const]) {
      set(state);
      expect(now()).toBeNull();
    }
    const failed = failedWith('network');
    set(failed);
    expect(now()?.error).toBe(failed.status === 'failed' && failed.error);
  });

  test('is not told where no try would help', async () => {
    const { now, set } = await on(() => useLoadTrouble(VIEW), { ...TODAY, totalCount: 1_500_001 });
    set(failedWith('network'));
    expect(now()).toBeNull();
  });

  test('is nothing where there is no snapshot', async () => {
    const { now, set } = await on(() => useLoadTrouble(VIEW), null);
    set(failedWith('network'));
    expect(now()).toBeNull();
  });

  test('leads to another try', async () => {
    const { now, set, told, finds } = await on(() => useLoadTrouble(VIEW), TODAY);
    set(failedWith('network'));
    now()?.retry();
    await settled();
    expect(told).toEqual(['load 2026-11-22']);
    expect(finds()).toBe(1);
  });

  test('where it is gone, trying again first finds out which one is there now', async () => {
    const { now, set, told, finds } = await on(() => useLoadTrouble(VIEW), TODAY);
    set(failedWith('snapshotChanged'));
    now()?.retry();
    expect(told).toEqual([]);
    await settled();
    expect(finds()).toBe(2);
    expect(told).toEqual(['load 2026-11-22']);
  });

  test('where it is gone and another is there, or none, it is not loaded again', async () => {
    const later: Snapshot = { ...TODAY, processedDateTime: '2026-11-22T06:00:00' };
    for (const found of [later, null]) {
      const { now, set, told, finds } = await on(() => useLoadTrouble(VIEW), TODAY, found);
      set(failedWith('snapshotChanged'));
      now()?.retry();
      await settled();
      expect(finds()).toBe(2);
      expect(told).toEqual([]);
    }
  });
});

describe('what loading it means for a view that wants all of its rows', () => {
  test('is not known before the snapshot is', async () => {
    const { before, now } = await on(() => useLoadProspect(VIEW), null);
    expect([before, now()]).toEqual([null, null]);
  });

  test.each<readonly [string, Snapshot, LoadState, boolean, string]>([
    ['a small one', TODAY, IDLE, false, 'coming'],
    ['a small one that was stopped', TODAY, IDLE, true, 'offered'],
    ['a small one that failed', TODAY, failedWith('network'), false, 'offered'],
    ['a large one', LARGE, IDLE, false, 'offered'],
    ['one under way', LARGE, LOADING, false, 'coming'],
    ['one that is looked for in what was kept', LARGE, { status: 'restoring' }, false, 'coming'],
    ['one that is there', LARGE, LOADED, false, 'loaded'],
    ['one over the limit', { ...TODAY, totalCount: 2_000_000 }, IDLE, false, 'none'],
    ['one that turned out to be over it', TODAY, { status: 'overLimit', rows: 1_500_001 }, false, 'none'],
  ])('%s', async (_, snapshot, state, isStopped, prospect) => {
    const { now, set } = await on(() => useLoadProspect(VIEW), snapshot);
    set(state, { isStopped });
    expect(now()).toBe(prospect);
  });

  test('comes behind the first figures: it is offered where those cannot be had', async () => {
    const { source, service, loading } = fakeSource();
    const { now } = usedWith(source, () => {
      useLicenseDeployment(VIEW);
      return [useLoadProspect(VIEW), useLoading(VIEW)?.prospect];
    });
    await settled();
    expect(now()).toEqual(['coming', 'coming']);
    service.asked[0]?.fail(new Error('no'));
    await settled();
    expect(now()).toEqual(['offered', 'offered']);
    act(() => loading.set(LOADING));
    expect(now()).toEqual(['coming', 'coming']);
  });
});
