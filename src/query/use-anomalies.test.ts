import { beforeEach, expect, test, vi } from 'vitest';
import type { Anomalies, TotalsAnswer } from '#engine/engine.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import { coverage, fakeSource, LOADED, settled, TODAY, usedWith } from './fake-source.ts';
import { jumpsKnown, useAnomalies } from './use-anomalies.ts';

beforeEach(() => {
  vi.stubGlobal('window', fakeWindow({}));
});

const VIEW: View = { ...DEFAULT_VIEW, view: 'anomalies', without: ['jump'] };
const EARLIER: Snapshot = { processedDateTime: '2026-10-22T00:00:00', date: '2026-10-22', totalCount: 3 };
const NONE = { count: 0, licenses: 0 };

function answerOf(before: Snapshot | null = null): Anomalies {
  return {
    toRead: null,
    rows: [
      { kind: 'nothingSold', productId: 'p1', licenses: 7, after: { licensesSold: 0, licensesDeployed: 7 } },
    ],
    total: 1,
    found: {
      overDeployed: NONE,
      nothingSold: { count: 1, licenses: 7 },
      sharedName: NONE,
      severalNames: NONE,
      renamedProduct: null,
      customerGone: null,
      droppedToNothing: null,
    },
    coverage: {
      before: before && { ...coverage('service'), snapshot: before },
      after: coverage('service'),
    },
  };
}

test('what the service would have to be asked for is offered, and read when it is agreed to', async () => {
  const { source, service } = fakeSource();
  const page = usedWith(source, () => useAnomalies(VIEW));
  await settled();
  expect(service.asked).toHaveLength(1);
  expect(service.asked[0]).toMatchObject({
    about: 'anomalies',
    from: null,
    question: { offset: 0, limit: 100, readAll: false },
  });
  service.asked[0]?.answer({ toRead: { rows: 25_000, requests: 3 } });
  await settled();
  expect(page.now()).toMatchObject({
    page: undefined,
    offer: { rows: 25_000, requests: 3 },
    isReading: false,
  });
  page.now().load();
  await settled();
  expect(service.asked[1]?.question).toMatchObject({ readAll: true });
  expect(page.now()).toMatchObject({ isReading: true });
  service.asked[1]?.answer(answerOf());
  await settled();
  expect(page.now()).toMatchObject({ offer: null, compared: 'none', jumps: { kind: 'off' } });
  expect(page.now().page).toMatchObject({ total: 1, found: { nothingSold: { count: 1 }, jump: null } });
});

test('the kinds that are listed and the day that is compared with stand in the question', async () => {
  const { source, service } = fakeSource({
    findSnapshot: (date) => Promise.resolve(date === null ? TODAY : EARLIER),
  });
  const view: View = { ...VIEW, compare: EARLIER.date, without: ['sharedName', 'jump'], page: 2 };
  const page = usedWith(source, () => useAnomalies(view));
  await settled();
  expect(service.asked).toHaveLength(1);
  expect(service.asked[0]).toMatchObject({ from: EARLIER, question: { offset: 100, limit: 100 } });
  expect(service.asked[0]?.question).not.toMatchObject({
    kinds: expect.arrayContaining(['sharedName']) as unknown,
  });
  service.asked[0]?.answer(answerOf(EARLIER));
  await settled();
  expect(page.now()).toMatchObject({ compared: 'known', page: { before: EARLIER } });
});

test('a loaded snapshot answers without the other one until that is loaded too', async () => {
  const { source, service, loaded, loading } = fakeSource({
    findSnapshot: (date) => Promise.resolve(date === null ? TODAY : EARLIER),
  });
  const both = { ...source, loading: loading.loading };
  const engineOf = (isBoth: boolean) => (snapshot: Snapshot) =>
    isBoth || snapshot.date === TODAY.date ? loaded.engine : null;
  loading.set(LOADED);
  const page = usedWith({ ...both, loading: { ...both.loading, engineOf: engineOf(false) } }, () =>
    useAnomalies({ ...VIEW, compare: EARLIER.date }),
  );
  await settled();
  expect(service.asked).toHaveLength(0);
  expect(loaded.asked[0]).toMatchObject({ about: 'anomalies', from: null });
  loaded.asked[0]?.answer(answerOf());
  await settled();
  expect(page.now().compared).toBe('waiting');

  const other = usedWith({ ...both, loading: { ...both.loading, engineOf: engineOf(true) } }, () =>
    useAnomalies({ ...VIEW, compare: EARLIER.date }),
  );
  await settled();
  expect(loaded.asked[1]).toMatchObject({ about: 'anomalies', from: EARLIER });
  loaded.asked[1]?.answer(answerOf(EARLIER));
  await settled();
  expect(other.now().compared).toBe('known');
});

test('jumps of the days stand among the anomalies, once all days have come', async () => {
  const { source, service } = fakeSource({
    findSnapshot: (date) =>
      Promise.resolve({ processedDateTime: date ?? TODAY.date, date: date ?? TODAY.date, totalCount: 1 }),
  });
  const page = usedWith(source, () => useAnomalies({ ...VIEW, without: [], days: 9 }));
  await settled();
  const days = service.asked.filter(({ about }) => about === 'totals');
  expect(days).toHaveLength(9);
  service.asked.find(({ about }) => about === 'anomalies')?.answer(answerOf());
  await settled();
  expect(page.now()).toMatchObject({ jumps: { kind: 'reading', answered: 0, asked: 9 }, page: { total: 1 } });
  for (const day of days) {
    const totals = { licensesSold: day.scope.snapshot.date < '2026-11-18' ? 100 : 900, licensesDeployed: 5 };
    const answer: TotalsAnswer = { totals, coverage: coverage('service') };
    day.answer(answer);
  }
  await settled();
  expect(page.now().jumps).toMatchObject({ kind: 'known', snapshots: 9 });
  expect(page.now().page).toMatchObject({ total: 2, found: { jump: { count: 1, licenses: 800 } } });
  expect(page.now().page?.rows.map(({ kind, licenses }) => [kind, licenses])).toEqual([
    ['jump', 800],
    ['nothingSold', 7],
  ]);
});

test('jumps of a split trend are those of its members, one that has no rows has nothing sold to it', () => {
  const sums = (licensesSold: number) => ({ licensesSold, licensesDeployed: 0 });
  const points = Array.from({ length: 9 }, (_, at) => ({
    date: `2026-11-0${at + 1}`,
    totals: sums(0),
    members: [at < 5 ? sums(100) : sums(900), at < 6 ? null : sums(50), sums(7)],
    other: null,
  }));
  const trend = {
    range: { from: '2026-11-01', to: '2026-11-09' },
    days: 9,
    asked: points.map(({ date }) => date),
    points,
    missing: [],
    answered: 9,
    isFetching: false,
    failed: 0,
    leave: () => undefined,
    idle: { kind: 'notAsked' },
    agree: () => undefined,
    split: {
      field: 'productName',
      others: 0,
      isWhole: true,
      members: [
        { key: ['p1'], name: 'Visio' },
        { key: ['p2'], name: null },
        { key: ['p3'], name: 'Teams' },
      ],
    },
  } as const;
  const known = jumpsKnown(trend, false);
  expect(known).toMatchObject({ kind: 'known', snapshots: 9, from: '2026-11-01', to: '2026-11-09' });
  expect(known.kind === 'known' && known.jumps).toMatchObject([
    { kind: 'jump', licenses: 800, member: { field: 'productName', value: 'p1', name: 'Visio' } },
    { kind: 'jump', licenses: 50, member: { field: 'productName', value: 'p2', name: 'p2' } },
  ]);
  const whole = jumpsKnown({ ...trend, split: null }, false);
  expect(whole).toMatchObject({ kind: 'known', jumps: [] });
});

test('of few days, or where some could not be read, no jump is claimed', () => {
  const trend = {
    range: { from: '2026-11-20', to: '2026-11-22' },
    days: 3,
    asked: ['2026-11-20', '2026-11-21', '2026-11-22'],
    points: [],
    missing: [],
    answered: 3,
    isFetching: false,
    failed: 0,
    leave: () => undefined,
    split: null,
    idle: { kind: 'notAsked' } as const,
    agree: () => undefined,
  };
  expect(jumpsKnown(trend, false)).toEqual({ kind: 'tooFew', snapshots: 0, needed: 8 });
  expect(jumpsKnown({ ...trend, failed: 1 }, false)).toEqual({ kind: 'failed' });
  expect(jumpsKnown({ ...trend, isFetching: true, answered: 1 }, false)).toMatchObject({ kind: 'reading' });
  expect(jumpsKnown(trend, true)).toEqual({ kind: 'off' });
});
