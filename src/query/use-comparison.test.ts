import { act } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { Changes, Groups, Page, Totals } from '#engine/engine.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import type { LoadState } from '#engine/snapshot/loader.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import { coverage, fakeSource, LOADED, settled, summaryOf, TODAY, usedWith } from './fake-source.ts';
import {
  comparedRowsQuestion,
  useChartBefore,
  useComparedRows,
  useComparison,
  useComparisonNeeds,
  useCustomerChanges,
  useFigureChanges,
  useLoadBehind,
  useLoadingOfTwo,
  useMemberChanges,
  useNearestBefore,
} from './use-comparison.ts';

beforeEach(() => {
  vi.stubGlobal('window', fakeWindow({}));
});

const EARLIER: Snapshot = { processedDateTime: '2026-10-31T00:00:00', date: '2026-10-31', totalCount: 5 };

const comparing = (changes: Partial<View> = {}): View => ({
  ...DEFAULT_VIEW,
  compare: EARLIER.date,
  ...changes,
});

/** A source that has today's snapshot and one earlier snapshot. */
function sourceOfTwo() {
  const days: (string | null)[] = [];
  const fake = fakeSource({
    findSnapshot: (date) => {
      days.push(date);
      return Promise.resolve(date === null ? TODAY : date === EARLIER.date ? EARLIER : null);
    },
  });
  return { ...fake, days };
}

const eq = (field: 'channel', value: string): Filter => ({
  kind: 'comparison',
  field,
  operator: 'eq',
  value,
});

const pageOf = (totals: Totals | null): Page => ({
  rows: [],
  total: 1,
  isEndKnown: true,
  order: 'asked',
  totals,
  coverage: coverage('service'),
});

const SOLD: Totals = { licensesSold: 7, licensesDeployed: 3 };

const CHANGES: Changes = {
  rows: [{ key: ['direct'], before: null, after: SOLD }],
  total: 1,
  appeared: 1,
  vanished: 0,
  up: [],
  down: [],
  before: { licensesSold: 0, licensesDeployed: 0 },
  after: SOLD,
  coverage: {
    before: { ...coverage('service'), snapshot: EARLIER },
    after: coverage('service'),
  },
};

describe('what a view is compared with', () => {
  test('is asked for only where there is something to compare', async () => {
    const { source, days } = sourceOfTwo();
    const page = usedWith(source, () => useComparison(DEFAULT_VIEW));
    await settled();
    expect(page.now()).toEqual({ kind: 'none' });
    expect(days).toEqual([null]);
    page.again(() => useComparison(comparing()));
    expect(page.now()).toEqual({ kind: 'finding' });
    await settled();
    expect(page.now()).toEqual({ kind: 'found', asked: EARLIER.date, before: EARLIER, after: TODAY });
    expect(days).toEqual([null, EARLIER.date]);
  });

  test('is the nearest earlier day that has data, looked for day after day, and not without end', async () => {
    const { source, days } = sourceOfTwo();
    const page = usedWith(source, () => useNearestBefore('2026-11-03'));
    await settled();
    expect(page.now().data).toEqual(EARLIER);
    expect(days).toEqual(['2026-11-02', '2026-11-01', '2026-10-31']);
    page.again(() => useNearestBefore('2026-01-05'));
    await settled();
    expect(page.now().data).toBeNull();
    expect(days.slice(3)).toHaveLength(10);
    expect(days.at(-1)).toBe('2025-12-26');
  });
});

describe('the figures of both snapshots', () => {
  test('are there once both have come', async () => {
    const { source, service } = sourceOfTwo();
    const page = usedWith(source, () => useFigureChanges(comparing()));
    await settled();
    expect(service.asked.map(({ about, scope }) => [about, scope.snapshot.date])).toEqual([
      ['summary', TODAY.date],
      ['summary', EARLIER.date],
    ]);
    const [after, before] = [summaryOf(7), summaryOf(5)];
    service.asked[0]?.answer(after);
    await settled();
    expect(page.now()).toEqual({ figures: null, isNone: false });
    service.asked[1]?.answer(before);
    await settled();
    expect(page.now()).toEqual({ figures: { before, after }, isNone: false });
  });

  test('of a search come only from rows, those of both', async () => {
    const { source, service, loaded, loading } = sourceOfTwo();
    const page = usedWith(source, () => useFigureChanges(comparing({ search: 'ltd' })));
    await settled();
    // The service does not search: its figures of today are about every name.
    expect(service.asked.map(({ scope }) => scope.snapshot.date)).toEqual([TODAY.date]);
    service.asked[0]?.answer(summaryOf(7));
    await settled();
    expect(page.now()).toEqual({ figures: null, isNone: true });
    act(() => loading.set(LOADED));
    await settled();
    expect(loaded.asked.map(({ scope }) => [scope.search, scope.snapshot.date])).toEqual([
      ['ltd', TODAY.date],
      ['ltd', EARLIER.date],
    ]);
  });

  test('are none where there is nothing to compare with', async () => {
    const { source, service } = sourceOfTwo();
    const page = usedWith(source, () => useFigureChanges(comparing({ compare: '2020-01-01' })));
    await settled();
    service.asked[0]?.answer(summaryOf(7));
    await settled();
    expect(page.now()).toEqual({ figures: null, isNone: true });
  });
});

describe('rows of two snapshots', () => {
  const grouped = comparing({ groupby: ['channel'], sort: [{ field: 'change', descending: true }] });

  test('are asked of the service once one response of each has shown to have all groups', async () => {
    const { source, service } = sourceOfTwo();
    const page = usedWith(source, () => useComparedRows(grouped));
    expect(page.now()).toMatchObject({ data: undefined, needs: null });
    await settled();
    expect(service.asked.map(({ about, scope }) => [about, scope.snapshot.date])).toEqual([
      ['page', EARLIER.date],
      ['page', TODAY.date],
    ]);
    for (const question of service.asked) question.answer(pageOf(SOLD));
    await settled();
    const [, , changes] = service.asked;
    expect(changes).toMatchObject({
      about: 'changes',
      from: EARLIER,
      scope: { snapshot: TODAY },
      question: { by: ['channel'], sort: [{ field: 'change', descending: true }], offset: 0, limit: 100 },
    });
    changes?.answer(CHANGES);
    await settled();
    expect(page.now()?.data).toMatchObject({
      rows: [{ channel: 'direct', licensesSold: 7, before: null, after: SOLD }],
      total: 1,
      appeared: 1,
    });
  });

  test('wait for both snapshots where there are more groups than that', async () => {
    const { source, service } = sourceOfTwo();
    const page = usedWith(source, () => ({
      rows: useComparedRows(grouped),
      needs: useComparisonNeeds(grouped),
    }));
    await settled();
    for (const question of service.asked) question.answer(pageOf(null));
    await settled();
    expect(page.now()).toEqual({ rows: null, needs: 'groups' });
    expect(service.asked.map(({ about }) => about)).not.toContain('changes');
  });

  test('that are not grouped wait for both snapshots, and are groups by every field', async () => {
    const { source, service, loaded, loading } = sourceOfTwo();
    const page = usedWith(source, () => useComparedRows(comparing()));
    await settled();
    expect(page.now()).toBeNull();
    expect(service.asked).toEqual([]);
    act(() => loading.set(LOADED));
    await settled();
    expect(loaded.asked[0]).toMatchObject({ about: 'changes', from: EARLIER });
    expect(loaded.asked[0]?.question).toHaveProperty('by.length', 7);
  });

  test('count idle licenses only where they are asked for', async () => {
    const { source, loaded, loading } = sourceOfTwo();
    loading.set(LOADED);
    const page = usedWith(source, () => useComparedRows(grouped));
    await settled();
    page.again(() =>
      useComparedRows({ ...grouped, spare: 3, sort: [{ field: 'changeIdle', descending: true }] }),
    );
    await settled();
    expect(loaded.asked[0]?.question).not.toHaveProperty('spare');
    expect(loaded.asked[1]?.question).toHaveProperty('spare', 3);
  });

  test('are none of a view that is not compared', async () => {
    const { source, service } = sourceOfTwo();
    const page = usedWith(source, () => useComparedRows({ ...grouped, compare: null }));
    await settled();
    expect(page.now()).toBeNull();
    expect(service.asked).toEqual([]);
  });
});

describe('what is asked of the rows of two snapshots', () => {
  const view = comparing({ groupby: ['channel'], pageSize: 20 });

  test('is a page in an order that groups of two snapshots have', () => {
    const sort = [
      { field: 'processedDateTime', descending: true },
      { field: 'idleValue', descending: true },
      { field: 'channel', descending: false },
    ] as const;
    expect(comparedRowsQuestion({ ...view, sort }, 3)).toEqual({
      by: ['channel'],
      rankBy: 'licensesSold',
      movers: 0,
      sort: [{ field: 'channel', descending: false }],
      offset: 40,
      limit: 20,
    });
    for (const field of ['idle', 'short', 'changeIdle'] as const) {
      const byPairs = { ...view, spare: 2, sort: [{ field, descending: true }] };
      expect(comparedRowsQuestion(byPairs, 1)).toMatchObject({ spare: 2, offset: 0 });
    }
  });

  test('of the service is a small page of each snapshot before, with the names and pairs of the question', async () => {
    const { source, service } = sourceOfTwo();
    const chart = comparing({ chart: 'customerTenantId', groupby: ['channel'] });
    usedWith(source, () => useMemberChanges(chart, 'rows'));
    await settled();
    expect(service.asked.map(({ question }) => question)).toEqual(
      Array.from({ length: 2 }, () => ({
        groupby: ['customerTenantId', 'customerName'],
        sort: [],
        offset: 0,
        limit: 1,
        readAll: false,
      })),
    );
    const idle = sourceOfTwo();
    const sort = [{ field: 'changeIdle', descending: true }] as const;
    usedWith(idle.source, () => useComparedRows({ ...view, sort }));
    await settled();
    expect(idle.service.asked[0]?.question).toMatchObject({
      groupby: ['channel', 'customerTenantId', 'productId'],
    });
  });

  test('is not asked where one of the two has more groups than one response', async () => {
    for (const whole of [0, 1]) {
      const { source, service } = sourceOfTwo();
      const page = usedWith(source, () => ({
        needs: useComparisonNeeds(view),
        customers: useCustomerChanges(view),
      }));
      await settled();
      for (const question of service.asked) {
        const isOfToday = question.scope.snapshot === TODAY;
        question.answer(pageOf(isOfToday === (whole === 1) ? SOLD : null));
      }
      await settled();
      expect(page.now().needs).toBe('groups');
      expect(page.now().customers).toMatchObject({ data: undefined, needs: 'groups' });
    }
  });

  test('may be any other page of them, which may not be there', async () => {
    const { source, service } = sourceOfTwo();
    const page = usedWith(source, () => useComparedRows(view));
    await settled();
    for (const question of service.asked) question.answer(pageOf(SOLD));
    await settled();
    service.asked[2]?.answer(CHANGES);
    await settled();
    const now = page.now();
    expect(now).toMatchObject({ plan: { engine: 'service', pending: [], offer: null }, progress: null });
    now?.load();
    now?.stop();
    const other = now?.readPage(4);
    await settled();
    for (const question of service.asked.slice(3)) question.answer(pageOf(SOLD));
    await settled();
    const asked = service.asked.at(-1);
    expect(asked).toMatchObject({ about: 'changes', from: EARLIER, question: { offset: 60, limit: 20 } });
    asked?.answer({ ...CHANGES, total: 9 });
    expect(await other).toMatchObject({ total: 9 });
    const before = service.asked.length;
    const missing = now?.readPage(5);
    await settled();
    for (const question of service.asked.slice(before)) question.answer(pageOf(null));
    await expect(missing).rejects.toThrow('more groups than one response has');
  });

  test('is answered by the loaded rows, which is said, once both are there', async () => {
    const { source, service, loading, loaded } = sourceOfTwo();
    const isThere = new Set([TODAY.date]);
    const page = usedWith(
      {
        ...source,
        loading: {
          ...loading.loading,
          engineOf: ({ date }) => (isThere.has(date) ? loaded.engine : null),
        },
      },
      () => useComparedRows(view),
    );
    await settled();
    // One of them is not enough: the service is asked for both.
    expect(loaded.asked).toEqual([]);
    expect(service.asked).toHaveLength(2);
    isThere.add(EARLIER.date);
    act(() => loading.set(LOADED));
    await settled();
    expect(loaded.asked).toMatchObject([{ about: 'changes', from: EARLIER }]);
    loaded.asked[0]?.answer({
      ...CHANGES,
      coverage: { before: coverage('snapshot'), after: coverage('snapshot') },
    });
    await settled();
    expect(page.now()?.plan.engine).toBe('snapshot');
  });
});

describe('customers that came and went', () => {
  test('are those of two snapshots, whatever the rows are grouped by', async () => {
    const { source, loaded, loading } = sourceOfTwo();
    loading.set(LOADED);
    const page = usedWith(source, () => useCustomerChanges(comparing({ groupby: ['channel'] })));
    await settled();
    expect(loaded.asked.map(({ question }) => question)).toEqual([
      { by: ['customerTenantId'], rankBy: 'licensesSold', movers: 0, sort: [], offset: 0, limit: 0 },
    ]);
    loaded.asked[0]?.answer(CHANGES);
    await settled();
    expect(page.now()).toMatchObject({ data: CHANGES, needs: null, isPrevious: false });
  });

  test('are not asked for where nothing is compared', async () => {
    const { source, service, loaded, loading } = sourceOfTwo();
    loading.set(LOADED);
    const page = usedWith(source, () => useCustomerChanges(DEFAULT_VIEW));
    await settled();
    expect(page.now()).toMatchObject({ data: undefined, needs: null, isFetching: false });
    expect([...service.asked, ...loaded.asked]).toEqual([]);
  });
});

describe('what the bars of the chart were', () => {
  const view = comparing({ chart: 'channel' });
  const groups: Groups = {
    top: [{ key: ['direct'], ...SOLD }],
    other: null,
    total: { ...SOLD, groups: 1 },
    coverage: coverage('service'),
  };
  const chart = (changes: Partial<Parameters<typeof useChartBefore>[1]> = {}) => ({
    data: { counted: groups, leftOut: null },
    isPrevious: false,
    isPartial: false,
    ...changes,
  });

  test('is known once the changes of these very groups are', async () => {
    const { source, loaded, loading } = sourceOfTwo();
    loading.set(LOADED);
    const page = usedWith(source, () => useChartBefore(view, chart()));
    await settled();
    expect(page.now()).toBeNull();
    // Nothing is chosen in the chart: all groups and those of the rows are one question.
    expect(loaded.asked).toHaveLength(1);
    loaded.asked[0]?.answer(CHANGES);
    await settled();
    expect(page.now()?.date).toBe(EARLIER.date);
    for (const groupsNow of [
      chart({ isPrevious: true }),
      chart({ isPartial: true }),
      chart({ data: undefined }),
    ]) {
      page.again(() => useChartBefore(view, groupsNow));
      expect(page.now()).toBeNull();
    }
    page.again(() => useChartBefore(view, chart()));
    expect(page.now()).not.toBeNull();
    // Of another field nothing is known yet, whatever was said of this one.
    page.again(() => useChartBefore({ ...view, chart: 'productName' }, chart()));
    expect(page.now()).toBeNull();
  });

  test('is known of chosen groups and of those that the choice leaves out', async () => {
    const { source, loaded, loading } = sourceOfTwo();
    loading.set(LOADED);
    const chosen = { ...view, filter: eq('channel', 'direct') };
    const page = usedWith(source, () => useChartBefore(chosen, chart()));
    await settled();
    expect(loaded.asked.map(({ scope }) => printFilter(scope.filter))).toEqual(['', "channel eq 'direct'"]);
    loaded.asked[0]?.answer(CHANGES);
    await settled();
    expect(page.now()).toBeNull();
    loaded.asked[1]?.answer(CHANGES);
    await settled();
    expect(page.now()?.date).toBe(EARLIER.date);
  });
});

test('members of the chart are compared in the order of its bars, with what names them', async () => {
  const { source, loaded, loading } = sourceOfTwo();
  loading.set(LOADED);
  const view = comparing({ chart: 'customerTenantId', measure: 'licensesNotDeployed' });
  const page = usedWith(source, () => useMemberChanges(view, 'rows'));
  await settled();
  expect(loaded.asked[0]?.question).toMatchObject({
    by: ['customerTenantId'],
    label: 'customerName',
    rankBy: 'licensesNotDeployed',
    movers: 10,
    sort: [
      { field: 'licensesNotDeployed', descending: true },
      { field: 'licensesSold', descending: true },
    ],
  });
  loaded.asked[0]?.answer(CHANGES);
  await settled();
  expect(page.now().data).toEqual({ ...CHANGES, field: 'customerTenantId' });
});

describe('loading both snapshots', () => {
  const LOADING: LoadState = { status: 'loading', loaded: 1, total: 7, secondsLeft: null };

  test('the earlier one is loaded behind the one that is shown', async () => {
    const { source, loading } = sourceOfTwo();
    const states = new Map<string, LoadState>([[TODAY.date, LOADING]]);
    const page = usedWith(
      {
        ...source,
        loading: { ...loading.loading, stateOf: ({ date }) => states.get(date) ?? { status: 'idle' } },
      },
      () => useLoadBehind(comparing()),
    );
    await settled();
    expect(loading.told).toEqual([`show ${TODAY.date},${EARLIER.date}`]);
    states.set(TODAY.date, LOADED);
    act(() => loading.set(LOADING));
    await settled();
    expect(loading.told.slice(1)).toEqual([`follow ${EARLIER.date}`]);
    page.leave();
    expect(loading.told.slice(2)).toEqual([`show ${TODAY.date}`]);
  });

  test('takes the rows of both', async () => {
    const { source, loading } = sourceOfTwo();
    loading.set({ status: 'failed', error: new PartnerCenterError({ kind: 'network', description: 'No.' }) });
    const page = usedWith(source, () => useLoadingOfTwo(comparing()));
    await settled();
    expect(page.now()).toMatchObject({ rows: 12, requests: 2, prospect: 'offered', before: EARLIER });
    page.now()?.load();
    expect(loading.told).toEqual([`load ${TODAY.date}`, `load ${EARLIER.date}`]);
    page.now()?.stop();
    expect(loading.told.at(-1)).toBe(`stop ${EARLIER.date}`);
  });

  test('is as far as the one that is least far', async () => {
    const { source, loading } = sourceOfTwo();
    const states = new Map<string, LoadState>([
      [TODAY.date, LOADED],
      [EARLIER.date, LOADING],
    ]);
    const page = usedWith(
      {
        ...source,
        loading: { ...loading.loading, stateOf: ({ date }) => states.get(date) ?? { status: 'idle' } },
      },
      () => useLoadingOfTwo(comparing()),
    );
    await settled();
    expect(page.now()).toMatchObject({ prospect: 'coming', state: LOADING });
    states.set(EARLIER.date, LOADED);
    act(() => loading.set(LOADED));
    expect(page.now()).toMatchObject({ prospect: 'loaded', state: LOADED });
  });

  test('is nothing where nothing is compared', async () => {
    const { source, loading } = sourceOfTwo();
    loading.set(LOADED);
    const page = usedWith(source, () => {
      useLoadBehind(DEFAULT_VIEW);
      return useLoadingOfTwo(DEFAULT_VIEW);
    });
    await settled();
    expect(page.now()).toBeNull();
    expect(loading.told).toEqual([]);
  });
});
