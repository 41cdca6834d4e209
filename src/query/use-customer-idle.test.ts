import { act } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { TotalsAnswer } from '#engine/engine.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import { coverage, fakeSource, LOADED, settled, TODAY, usedWith } from './fake-source.ts';
import { useCustomerIdle } from './use-customer-idle.ts';

beforeEach(() => {
  vi.stubGlobal('window', fakeWindow({}));
});

const EARLIER: Snapshot = { processedDateTime: '2026-10-31T00:00:00', date: '2026-10-31', totalCount: 5 };
const sourceOfTwo = () =>
  fakeSource({ findSnapshot: (date) => Promise.resolve(date === null ? TODAY : EARLIER) });
const totalsOf = (idle: number, short: number): TotalsAnswer => ({
  totals: { licensesSold: 9, licensesDeployed: 9, idle, short },
  coverage: coverage('service'),
});
const VIEW: View = { ...DEFAULT_VIEW, spare: 2 };

test('what lies idle and what is short is that of the view', async () => {
  const { source, service } = sourceOfTwo();
  const page = usedWith(source, () => useCustomerIdle(VIEW));
  expect(page.now()).toEqual({ idle: null, short: null, before: null });
  await settled();
  expect(service.asked.map(({ about, question }) => [about, question])).toEqual([['totals', { spare: 2 }]]);
  service.asked[0]?.answer(totalsOf(4, 1));
  await settled();
  expect(page.now()).toEqual({ idle: 4, short: 1, before: null });
  // With another number of spare licenses it is not known yet.
  page.again(() => useCustomerIdle({ ...VIEW, spare: 3 }));
  expect(page.now()).toEqual({ idle: null, short: null, before: null });
  await settled();
  expect(service.asked[1]?.question).toEqual({ spare: 3 });
});

test('what was idle is that of the snapshot that is compared with', async () => {
  const { source, service } = sourceOfTwo();
  const page = usedWith(source, () => useCustomerIdle({ ...VIEW, compare: EARLIER.date }));
  await settled();
  expect(service.asked.map(({ scope }) => scope.snapshot.date)).toEqual([TODAY.date, EARLIER.date]);
  service.asked[0]?.answer(totalsOf(4, 1));
  service.asked[1]?.answer(totalsOf(7, 0));
  await settled();
  expect(page.now()).toEqual({ idle: 4, short: 1, before: 7 });
});

test('of a search the earlier snapshot answers once it is loaded', async () => {
  const { source, service, loaded, loading } = sourceOfTwo();
  const view = { ...VIEW, compare: EARLIER.date, search: 'visio' };
  const page = usedWith(source, () => useCustomerIdle(view));
  await settled();
  expect(service.asked.map(({ scope }) => scope.snapshot.date)).toEqual([TODAY.date]);
  act(() => loading.set(LOADED));
  await settled();
  expect(loaded.asked.map(({ scope }) => [scope.snapshot.date, scope.search])).toEqual([
    [TODAY.date, 'visio'],
    [EARLIER.date, 'visio'],
  ]);
  loaded.asked[1]?.answer(totalsOf(5, 0));
  await settled();
  expect(page.now().before).toBe(5);
});
