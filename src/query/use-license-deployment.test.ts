import { focusManager } from '@tanstack/react-query';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { Groups, Members, Page } from '#engine/engine.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import { createQueryClient } from './client.ts';
import {
  coverage,
  fakeSource,
  LOADED,
  settled,
  summaryOf,
  TODAY,
  usedWith,
  type FakeQuestion,
} from './fake-source.ts';
import {
  useAreFiguresMissing,
  useChartGroups,
  useKnownSnapshot,
  useLicenseDeployment,
  useMembers,
  useProducts,
  useRows,
  useServiceSummary,
  useSnapshot,
} from './use-license-deployment.ts';

beforeEach(() => {
  vi.stubGlobal('window', fakeWindow({}));
});

const eq = (field: 'channel' | 'productName', value: string): Filter => ({
  kind: 'comparison',
  field,
  operator: 'eq',
  value,
});
const viewOf = (changes: Partial<View> = {}): View => ({ ...DEFAULT_VIEW, ...changes });

/** Answers a question, and waits until the page shows it. */
async function answer(question: FakeQuestion | undefined, value: Parameters<FakeQuestion['answer']>[0]) {
  question?.answer(value);
  await settled();
}

describe('the snapshot of a view', () => {
  const EARLIER: Snapshot = { processedDateTime: '2026-11-15T00:00:00', date: '2026-11-15', totalCount: 3 };

  /** Finds snapshots by their day. It notes each day that is asked for, with the time. */
  function find() {
    const asked: (string | null)[] = [];
    const signals: AbortSignal[] = [];
    const source = fakeSource({
      findSnapshot: (date, { signal }) => {
        asked.push(date);
        signals.push(signal);
        return Promise.resolve(date === null ? TODAY : date === EARLIER.date ? EARLIER : null);
      },
    }).source;
    return { source, asked, signals };
  }

  test('stays the one before, told as such, until the other is found', async () => {
    const { source, asked } = find();
    const use = (processedDateTime: string | null) => () => ({
      asked: useSnapshot({ processedDateTime }),
      known: useKnownSnapshot({ processedDateTime }),
    });
    const page = usedWith(source, use(null));
    expect(page.now()).toMatchObject({
      asked: { data: undefined, isFetching: true, error: null, updatedAt: 0 },
      known: null,
    });
    await settled();
    expect(page.now()).toMatchObject({ asked: { data: TODAY, isPrevious: false }, known: TODAY });
    expect(page.now().asked.updatedAt).toBeGreaterThan(0);
    page.again(use(EARLIER.date));
    expect(page.now()).toMatchObject({ asked: { data: TODAY, isPrevious: true }, known: null });
    await settled();
    expect(page.now()).toMatchObject({ asked: { data: EARLIER, isPrevious: false }, known: EARLIER });
    page.again(use('2026-01-01'));
    await settled();
    expect(page.now()).toMatchObject({ asked: { data: null, isPrevious: false }, known: null });
    expect(asked).toEqual([null, EARLIER.date, '2026-01-01']);
  });

  test('is no longer looked for when nobody wants to know', () => {
    const { source, signals } = find();
    const page = usedWith(source, () => useSnapshot({ processedDateTime: null }));
    expect(signals[0]?.aborted).toBe(false);
    page.leave();
    expect(signals[0]?.aborted).toBe(true);
  });

  test('is none where the view’s own could not be found, whatever was there before', async () => {
    const { source } = fakeSource({
      findSnapshot: (date) => (date === null ? Promise.resolve(TODAY) : Promise.reject(new Error('no'))),
    });
    const page = usedWith(source, () => useSnapshot({ processedDateTime: null }));
    await settled();
    page.again(() => useSnapshot({ processedDateTime: EARLIER.date }));
    await settled();
    expect(page.now()).toMatchObject({ data: undefined, isPrevious: false, isFetching: false });
  });

  test('that could not be found has a reason, whatever was thrown', async () => {
    const cause = new TypeError('x is undefined');
    const { source } = fakeSource({ findSnapshot: () => Promise.reject(cause) });
    const page = usedWith(source, () => useSnapshot({ processedDateTime: null }));
    await settled();
    expect(page.now().error).toBeInstanceOf(PartnerCenterError);
    expect(page.now().error).toMatchObject({ kind: 'unexpected', cause });
  });

  describe('of a page left open', () => {
    afterEach(() => {
      vi.useRealTimers();
      focusManager.setFocused(undefined);
    });

    /** How often the snapshot of a day is asked for when the person comes back after so many minutes. */
    async function timesAsked(date: string | null, minutes: number): Promise<number> {
      vi.useFakeTimers({ now: 0, toFake: ['Date'] });
      const { source, asked } = find();
      const page = usedWith(source, () => useSnapshot({ processedDateTime: date }));
      await settled();
      vi.setSystemTime(minutes * 60_000);
      await act(async () => {
        focusManager.setFocused(false);
        focusManager.setFocused(true);
      });
      await settled();
      page.leave();
      return asked.length;
    }

    test('is asked for again after an hour where it is the latest, and never where it is a day’s', async () => {
      expect(await timesAsked(null, 59)).toBe(1);
      expect(await timesAsked(null, 61)).toBe(2);
      expect(await timesAsked(EARLIER.date, 100_000)).toBe(1);
    });
  });
});

describe('an answer', () => {
  test('waits for the snapshot, and for nothing where there is none', async () => {
    const { source, service } = fakeSource({ findSnapshot: () => Promise.resolve(null) });
    const page = usedWith(source, () => useLicenseDeployment(viewOf()));
    await settled();
    expect(page.now()).toMatchObject({ data: undefined, isFetching: false });
    expect(service.asked).toEqual([]);
  });

  test('is about the view’s rows, and stays, told as such, until the next is there', async () => {
    const { source, service } = fakeSource();
    const use = (view: View) => () => useLicenseDeployment(view);
    const page = usedWith(source, use(viewOf()));
    await settled();
    expect(page.now()).toMatchObject({ data: undefined, isFetching: true });
    await answer(service.asked[0], summaryOf(1));
    expect(page.now()).toMatchObject({ data: summaryOf(1), isPrevious: false, isFetching: false });
    page.again(use(viewOf({ filter: eq('channel', 'x'), search: 'words' })));
    expect(page.now()).toMatchObject({ data: summaryOf(1), isPrevious: true, isFetching: true });
    // The service can't search.
    expect(service.asked[1]?.scope).toEqual({ filter: eq('channel', 'x'), search: '', snapshot: TODAY });
    expect(service.asked[1]?.options.priority).toBe('visible');
    await answer(service.asked[1], summaryOf(2));
    expect(page.now()).toMatchObject({ data: summaryOf(2), isPrevious: false });
  });

  test.each<readonly [string, () => Promise<Snapshot | null>]>([
    ['cannot be found', () => Promise.reject(new Error('no'))],
    ['is not there', () => Promise.resolve(null)],
  ])('about the snapshot before goes where the view’s own %s', async (_, find) => {
    const { source, service } = fakeSource({
      findSnapshot: (date) => (date === null ? Promise.resolve(TODAY) : find()),
    });
    const use = (view: View) => () => ({ figures: useLicenseDeployment(view), rows: useRows(view) });
    const page = usedWith(source, use(viewOf()));
    await settled();
    await answer(service.asked[0], summaryOf(1));
    page.again(use(viewOf({ processedDateTime: '2026-01-05' })));
    // The snapshot is being looked for: until then the figures of the one before are shown as old.
    expect(page.now().figures).toMatchObject({ data: summaryOf(1), isPrevious: true });
    await settled();
    expect(page.now().figures).toMatchObject({ data: undefined, isPrevious: false });
    expect(page.now().rows).toMatchObject({ data: undefined, isPrevious: false });
    page.again(use(viewOf()));
    expect(page.now().figures).toMatchObject({ data: summaryOf(1), isPrevious: false });
  });

  test('to the question before goes where the next question fails', async () => {
    const { source, service } = fakeSource();
    const use = (view: View) => () => useLicenseDeployment(view);
    const page = usedWith(source, use(viewOf()));
    await settled();
    await answer(service.asked[0], summaryOf(1));
    page.again(use(viewOf({ filter: eq('channel', 'x') })));
    service.asked[1]?.fail(new Error('no'));
    await settled();
    expect(page.now()).toMatchObject({ data: undefined, isPrevious: false });
  });

  test('that nobody waits for any more is given up', async () => {
    const { source, service } = fakeSource();
    const page = usedWith(source, () => useLicenseDeployment(viewOf()));
    await settled();
    page.leave();
    expect(service.asked[0]?.options.signal?.aborted).toBe(true);
  });

  test('of the service stays in sight until the loaded snapshot has given the same', async () => {
    const { source, service, loaded, loading } = fakeSource();
    const page = usedWith(source, () => useLicenseDeployment(viewOf({ search: '' })));
    await settled();
    await answer(service.asked[0], summaryOf(5));
    act(() => loading.set(LOADED));
    expect(page.now()).toMatchObject({ data: summaryOf(5), isPrevious: false, isFetching: true });
    await answer(loaded.asked[0], summaryOf(6));
    expect(page.now()).toMatchObject({ data: summaryOf(6), isPrevious: false, isFetching: false });
  });

  test('of the service is in sight at once for what comes onto the page later', async () => {
    const { source, service, loading } = fakeSource();
    const client = createQueryClient();
    usedWith(source, () => useLicenseDeployment(viewOf()), client);
    await settled();
    await answer(service.asked[0], summaryOf(5));
    act(() => loading.set(LOADED));
    const later = usedWith(source, () => useLicenseDeployment(viewOf()), client);
    await settled();
    expect(later.now()).toMatchObject({ data: summaryOf(5), isPrevious: false, isFetching: true });
  });

  test('that could not be had is told wherever it matters', async () => {
    const { source, service } = fakeSource();
    const client = createQueryClient();
    const missing = usedWith(source, () => useAreFiguresMissing(viewOf()), client);
    usedWith(source, () => useLicenseDeployment(viewOf()), client);
    await settled();
    expect(missing.now()).toBe(false);
    service.asked[0]?.fail(new Error('no'));
    await settled();
    expect(missing.now()).toBe(true);
  });

  test('of the service is none about a search', async () => {
    const { source, service, loaded, loading } = fakeSource();
    const page = usedWith(source, () => useLicenseDeployment(viewOf({ search: 'words' })));
    await settled();
    await answer(service.asked[0], summaryOf(5));
    act(() => loading.set(LOADED));
    await settled();
    expect(page.now()).toMatchObject({ data: summaryOf(5), isPrevious: true });
    expect(loaded.asked[0]?.scope.search).toBe('words');
  });

  test('of the first figures lets the rows follow, where they are not loaded', async () => {
    const { source, service, loaded, loading } = fakeSource();
    usedWith(source, () => useLicenseDeployment(viewOf()));
    await settled();
    expect(loading.told).toEqual([]);
    await answer(service.asked[0], summaryOf(5));
    expect(loading.told).toEqual(['follow 2026-11-22']);
    act(() => loading.set(LOADED));
    await settled();
    await answer(loaded.asked[0], summaryOf(5));
    expect(loading.told).toHaveLength(1);
  });
});

describe('what the service has summed of a loaded snapshot', () => {
  const use = (view: View) => () => useServiceSummary(view);

  test('is asked for, behind the page, where it was kept', async () => {
    const { source, service, loading } = fakeSource();
    loading.set(LOADED, { wasKept: true });
    const page = usedWith(source, use(viewOf()));
    await settled();
    expect(service.asked.map(({ about, options }) => [about, options.priority])).toEqual([
      ['summary', 'background'],
    ]);
    expect(page.now()).toBeUndefined();
    await answer(service.asked[0], summaryOf(5));
    expect(page.now()).toEqual(summaryOf(5));
  });

  test('is not asked for where it was not kept, nor of a part of the rows', async () => {
    for (const [wasKept, view] of [
      [false, viewOf()],
      [true, viewOf({ filter: eq('channel', 'x') })],
      [true, viewOf({ search: 'words' })],
    ] as const) {
      const { source, service, loading } = fakeSource();
      loading.set(LOADED, { wasKept });
      usedWith(source, use(view));
      await settled();
      expect(service.asked).toEqual([]);
    }
  });

  test('is not asked for before it is loaded', async () => {
    const { source, service, loading } = fakeSource();
    loading.set({ status: 'idle' }, { wasKept: true });
    usedWith(source, use(viewOf()));
    await settled();
    expect(service.asked).toEqual([]);
  });

  test('is what it said before that was loaded', async () => {
    const { source, service, loading } = fakeSource();
    const view = viewOf({ filter: eq('channel', 'x') });
    const page = usedWith(source, () => {
      useLicenseDeployment(view);
      return useServiceSummary(view);
    });
    await settled();
    await answer(service.asked[0], summaryOf(5));
    expect(page.now()).toBeUndefined();
    act(() => loading.set(LOADED));
    expect(page.now()).toEqual(summaryOf(5));
  });
});

test('the chart’s members are those of all rows; a choice that is not among the first is asked for', async () => {
  const { source, service } = fakeSource();
  const view = viewOf({
    chart: 'channel',
    measure: 'licensesDeployed',
    filter: { kind: 'and', operands: [eq('channel', 'x'), eq('productName', 'p')] },
  });
  const page = usedWith(source, () => useChartGroups(view));
  await settled();
  expect(service.asked).toHaveLength(1);
  expect(service.asked[0]).toMatchObject({
    about: 'groups',
    question: { by: ['channel'], rankBy: 'licensesDeployed', top: 10 },
  });
  expect(printFilter(service.asked[0]?.scope.filter ?? null)).toBe("productName eq 'p'");
  const sums = (licensesSold: number) => ({ licensesSold, licensesDeployed: 0 });
  const all: Groups = {
    top: [{ key: ['a'], ...sums(9) }],
    other: { groups: 3, ...sums(6) },
    total: { groups: 4, ...sums(15) },
    coverage: coverage('service'),
  };
  await answer(service.asked[0], all);
  expect(page.now()).toMatchObject({ isPartial: true, isFetching: true, isPrevious: false });
  expect(service.asked).toHaveLength(2);
  expect(service.asked[1]).toMatchObject({ about: 'groups', question: { by: ['channel'], top: 10 } });
  expect(printFilter(service.asked[1]?.scope.filter ?? null)).toBe("channel eq 'x' and productName eq 'p'");
  const own: Groups = {
    top: [{ key: ['X'], ...sums(4) }],
    other: null,
    total: { groups: 1, ...sums(4) },
    coverage: coverage('service'),
  };
  await answer(service.asked[1], own);
  expect(page.now()).toMatchObject({ isPartial: false, isFetching: false });
  expect(page.now().data).toEqual({
    counted: { top: own.top, other: null, total: own.total },
    leftOut: { top: all.top, other: { groups: 2, ...sums(2) }, total: { groups: 3, ...sums(11) } },
  });
});

describe('a chart of what lies idle', () => {
  const view = viewOf({ chart: 'channel', measure: 'idle', spare: 2 });
  const sums = { licensesSold: 9, licensesDeployed: 0, idle: 7, short: 0 };
  const pageOf = (order: Page['order'], toRead?: Page['toRead']): Page => ({
    rows: [],
    total: 1,
    isEndKnown: true,
    order,
    totals: null,
    toRead,
    coverage: coverage('service'),
  });

  test('is asked for once one response has its pairs', async () => {
    const { source, service } = fakeSource();
    const page = usedWith(source, () => useChartGroups(view));
    await settled();
    expect(service.asked).toMatchObject([
      { about: 'page', question: { groupby: ['channel'], spare: 2, limit: 1, readAll: false } },
    ]);
    expect(page.now().offer).toBeNull();
    await answer(service.asked[0], pageOf('asked'));
    expect(page.now().offer).toBeNull();
    expect(service.asked[1]).toMatchObject({ about: 'groups', question: { rankBy: 'idle', spare: 2 } });
    await answer(service.asked[1], {
      top: [{ key: ['a'], ...sums }],
      other: null,
      total: { groups: 1, ...sums },
      coverage: coverage('service'),
    });
    expect(page.now().data?.counted.top).toMatchObject([{ key: ['a'], idle: 7 }]);
  });

  test('is offered where it takes more, of the field alone that was agreed to', async () => {
    const { source, service } = fakeSource();
    const page = usedWith(source, () => useChartGroups(view));
    await settled();
    const toRead = { rows: 30_000, requests: 3 };
    await answer(service.asked[0], pageOf('service', toRead));
    expect(page.now().offer).toEqual(toRead);
    expect(service.asked).toHaveLength(1);
    act(() => page.now().load());
    await settled();
    expect(page.now().offer).toBeNull();
    expect(service.asked[1]).toMatchObject({ about: 'groups' });
    page.again(() => useChartGroups({ ...view, chart: 'serviceCode' }));
    await settled();
    await answer(service.asked[2], pageOf('service'));
    expect(page.now().offer).toEqual({ rows: null, requests: null });
    expect(service.asked).toHaveLength(3);
  });

  test('has the reason why its pairs could not be had', async () => {
    const { source, service } = fakeSource();
    const page = usedWith(source, () => useChartGroups(view));
    await settled();
    const error = new PartnerCenterError({ kind: 'invalidRequest', status: 400, description: 'no' });
    service.asked[0]?.fail(error);
    await settled();
    expect(page.now()).toMatchObject({ error, offer: null });
  });

  test('of a loaded snapshot is asked for at once', async () => {
    const { source, service, loaded, loading } = fakeSource();
    loading.set(LOADED);
    usedWith(source, () => useChartGroups(view));
    await settled();
    expect(loaded.asked.map(({ about }) => about)).toEqual(['groups']);
    expect(service.asked).toEqual([]);
  });
});

test('every product of a view is asked for, behind what the page shows', async () => {
  const { source, service } = fakeSource();
  const filter = eq('channel', 'x');
  const page = usedWith(source, () => useProducts(viewOf({ filter })));
  await settled();
  expect(service.asked).toMatchObject([
    {
      about: 'groups',
      scope: { filter },
      question: { by: ['productName'], rankBy: 'licensesSold', top: 1_000_000 },
      options: { priority: 'background' },
    },
  ]);
  const groups: Groups = {
    top: [],
    other: null,
    total: { groups: 0, licensesSold: 0, licensesDeployed: 0 },
    coverage: coverage('service'),
  };
  await answer(service.asked[0], groups);
  expect(page.now().data).toEqual(groups);
});

test('a choice among the first members is known from these, and nothing more is asked', async () => {
  const { source, service } = fakeSource();
  const page = usedWith(source, () => useChartGroups(viewOf({ filter: eq('productName', 'A') })));
  await settled();
  const a = { licensesSold: 9, licensesDeployed: 0 };
  const rest = { licensesSold: 6, licensesDeployed: 0 };
  await answer(service.asked[0], {
    top: [{ key: ['a'], ...a }],
    other: { groups: 3, ...rest },
    total: { groups: 4, licensesSold: 15, licensesDeployed: 0 },
    coverage: coverage('service'),
  });
  expect(service.asked).toHaveLength(1);
  expect(page.now().isPartial).toBe(false);
  expect(page.now().data?.counted.total).toEqual({ groups: 1, ...a });
  expect(page.now().data?.leftOut?.total).toEqual({ groups: 3, ...rest });
});

describe('the values of a field', () => {
  const MEMBERS: Members = { members: [], total: 0, coverage: coverage('service') };
  const question = { field: 'channel', containing: 'a', limit: 5 } as const;

  test('are those of all rows but for the view’s conditions on it', async () => {
    const { source, service } = fakeSource();
    const view = viewOf({ filter: { kind: 'and', operands: [eq('channel', 'x'), eq('productName', 'p')] } });
    const page = usedWith(source, () => useMembers(view, question));
    await settled();
    expect(service.asked[0]).toMatchObject({ about: 'members', question });
    expect(printFilter(service.asked[0]?.scope.filter ?? null)).toBe("productName eq 'p'");
    const waiting = page.now().answer();
    await answer(service.asked[0], MEMBERS);
    expect(page.now().data).toBe(MEMBERS);
    expect(await waiting).toBe(MEMBERS);
    expect(service.asked).toHaveLength(1);
  });

  test('are others where other words are typed', async () => {
    const { source, service } = fakeSource();
    const page = usedWith(source, () => useMembers(viewOf(), question));
    await settled();
    await answer(service.asked[0], MEMBERS);
    page.again(() => useMembers(viewOf(), { ...question, containing: 'ab' }));
    await settled();
    expect(service.asked[1]?.question).toEqual({ ...question, containing: 'ab' });
    expect(page.now().isPrevious).toBe(true);
  });
});

describe('the rows of a view', () => {
  const SORTED = viewOf({
    sort: [{ field: 'licensesSold', descending: true }],
    page: 2,
    pageSize: 50,
  });
  const pageOf = (changes: Partial<Page> = {}): Page => ({
    rows: [],
    total: 25_000,
    isEndKnown: true,
    order: 'service',
    totals: null,
    coverage: coverage('service'),
    ...changes,
  });

  /** The rows of a view in use, after its first page was answered. */
  async function shown(first: Page = pageOf()) {
    const fake = fakeSource();
    const page = usedWith(fake.source, () => useRows(SORTED));
    await settled();
    await answer(fake.service.asked[0], first);
    return { ...fake, page, asked: fake.service.asked };
  }

  test('are asked for a page at a time', async () => {
    const { page, asked } = await shown();
    expect(asked[0]).toMatchObject({
      about: 'page',
      question: {
        groupby: SORTED.groupby,
        sort: SORTED.sort,
        offset: 50,
        limit: 50,
        readAll: false,
      },
    });
    expect(page.now()).toMatchObject({ data: { total: 25_000 }, isPrevious: false, progress: null });
    const other = page.now().readPage(4);
    await settled();
    expect(asked[1]?.question).toMatchObject({ offset: 150, limit: 50, readAll: false });
    await answer(asked[1], pageOf({ total: 1 }));
    expect(await other).toMatchObject({ total: 1 });
  });

  test('are offered to be read for their order, as many as there are known to be', async () => {
    const { page } = await shown();
    expect(page.now().plan).toMatchObject({ pending: ['sort'], offer: { rows: 25_000, requests: 3 } });
    const uncounted = await shown(pageOf({ isEndKnown: false }));
    expect(uncounted.page.now().plan.offer).toEqual({ rows: null, requests: null });
    const inOrder = await shown(pageOf({ order: 'asked' }));
    expect(inOrder.page.now().plan).toMatchObject({ pending: [], offer: null });
  });

  test('are read once the person agrees, with word of how far that is, until it is taken back', async () => {
    const { page, asked } = await shown();
    act(() => page.now().load());
    await settled();
    expect(asked[1]?.question).toMatchObject({ readAll: true });
    // This is so until something is known of them.
    expect(page.now()).toMatchObject({ progress: { loaded: 0, total: null }, plan: { pending: [] } });
    act(() => asked[1]?.options.onProgress?.({ loaded: 10_000, total: 25_000 }));
    await settled();
    expect(page.now().progress).toEqual({ loaded: 10_000, total: 25_000 });
    act(() => page.now().stop());
    await settled();
    expect(asked[1]?.options.signal?.aborted).toBe(true);
    expect(page.now()).toMatchObject({ progress: null, plan: { pending: ['sort'] } });
    act(() => page.now().load());
    await settled();
    await answer(asked[2], pageOf({ order: 'asked' }));
    expect(page.now()).toMatchObject({ progress: null, plan: { pending: [] } });
    // It is the same for any other page of them.
    void page.now().readPage(1);
    await settled();
    expect(asked[3]?.question).toMatchObject({ offset: 0, readAll: true });
  });

  test('that the person has agreed to read are these and no others', async () => {
    const { page, asked } = await shown();
    act(() => page.now().load());
    await settled();
    page.again(() => useRows({ ...SORTED, filter: eq('channel', 'x') }));
    await settled();
    expect(asked.at(-1)?.question).toMatchObject({ readAll: false });
    expect(page.now().progress).toBeNull();
    page.again(() => useRows({ ...SORTED, groupby: ['channel'] }));
    await settled();
    expect(asked.at(-1)?.question).toMatchObject({ readAll: false });
  });

  test('of which nothing is known but those of the view before, are not offered to be read', async () => {
    const { page } = await shown();
    page.again(() => useRows({ ...SORTED, filter: eq('channel', 'x') }));
    await settled();
    expect(page.now().isPrevious).toBe(true);
    expect(page.now().plan).toMatchObject({ pending: [], offer: null });
  });

  test('of a loaded snapshot are all there', async () => {
    const { page, loading, loaded } = await shown();
    act(() => page.now().load());
    act(() => loading.set(LOADED));
    await settled();
    expect(loaded.asked[0]?.question).toMatchObject({ readAll: false });
    expect(page.now().plan).toMatchObject({ engine: 'snapshot', offer: null });
  });
});
