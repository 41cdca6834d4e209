import { act } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Page } from '#engine/engine.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { coverage, fakeSource, LOADED, settled, summaryOf, TODAY, usedWith } from './fake-source.ts';
import { useReconciliation, useReload } from './reconciliation.ts';
import { useLicenseDeployment, type Asked } from './use-license-deployment.ts';

beforeEach(() => {
  vi.stubGlobal('window', fakeWindow({}));
});

const VIEW = { filter: null, processedDateTime: null, search: '' };

/** A page of rows with these sums, as the service or a loaded snapshot gives it. */
function pageOf(totals: Page['totals'], engine: 'service' | 'snapshot' = 'service'): Asked<Page> {
  const data: Page = {
    rows: [],
    total: 0,
    isEndKnown: true,
    order: 'asked',
    totals,
    coverage: coverage(engine),
  };
  return { data, isPrevious: false, isFetching: false, error: null, updatedAt: 1 };
}

const ROWS = pageOf({ licensesSold: 105, licensesDeployed: 40 });

test('the rows are compared with the figures of the same service, once both are there', async () => {
  const { source, service } = fakeSource();
  let page = ROWS;
  const used = usedWith(source, () => useReconciliation(VIEW, page));
  await settled();
  expect(used.now()).toBeNull();
  await act(async () => service.asked[0]?.answer(summaryOf(100, 42)));
  await settled();
  expect(used.now()).toEqual({ sold: 5, deployed: -2 });
  for (page of [pageOf(null), { ...ROWS, data: undefined }, { ...ROWS, isPrevious: true }]) {
    used.again();
    expect(used.now()).toBeNull();
  }
});

test('figures of the view before are compared with nothing', async () => {
  const { source, service } = fakeSource();
  const reconcile = (search: string) => () => {
    useLicenseDeployment(VIEW);
    return useReconciliation({ ...VIEW, processedDateTime: search === '' ? null : search }, ROWS);
  };
  const used = usedWith(source, reconcile(''));
  await settled();
  await act(async () => service.asked[0]?.answer(summaryOf(100, 42)));
  await settled();
  expect(used.now()).not.toBeNull();
  used.again(reconcile('2026-11-15'));
  expect(used.now()).toBeNull();
  used.leave();
});

test('rows of a loaded snapshot are compared with what the service said, not with their own sums', async () => {
  const { source, service, loaded, loading } = fakeSource();
  const page = pageOf({ licensesSold: 105, licensesDeployed: 40 }, 'snapshot');
  const used = usedWith(source, () => useReconciliation(VIEW, page));
  await settled();
  await act(async () => service.asked[0]?.answer(summaryOf(100, 40)));
  act(() => loading.set(LOADED));
  await settled();
  await act(async () => loaded.asked[0]?.answer(summaryOf(105, 40)));
  await settled();
  expect(used.now()).toEqual({ sold: 5, deployed: 0 });
});

test('where the service was not asked about a loaded snapshot, there is nothing to compare', async () => {
  const { source, loaded, loading } = fakeSource();
  loading.set(LOADED);
  const used = usedWith(source, () => useReconciliation(VIEW, pageOf(ROWS.data?.totals ?? null, 'snapshot')));
  await settled();
  await act(async () => loaded.asked[0]?.answer(summaryOf(1)));
  await settled();
  expect(used.now()).toBeNull();
});

test('a reload forgets everything that was answered, and asks it anew', async () => {
  let finds = 0;
  const { source, service, loading } = fakeSource({
    findSnapshot: () => Promise.resolve({ ...TODAY, totalCount: (finds += 1) }),
  });
  const used = usedWith(source, () => ({ reload: useReload(), figures: useLicenseDeployment(VIEW) }));
  await settled();
  await act(async () => service.asked[0]?.answer(summaryOf(100)));
  await settled();
  const { reload } = used.now();
  await act(async () => reload());
  await settled();
  expect(service.timesForgotten()).toBe(1);
  expect(loading.told).toContain('forget');
  expect(finds).toBe(2);
  expect(service.asked).toHaveLength(2);
  expect(used.now().figures.data).toBeUndefined();
  expect(used.now().reload).toBe(reload);
});
