import { beforeEach, expect, test, vi } from 'vitest';
import type { Groups, Page, TotalsAnswer } from '#engine/engine.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import { coverage, fakeSource, LOADED, settled, TODAY, usedWith } from './fake-source.ts';
import { useTrend } from './use-trend.ts';

beforeEach(() => {
  vi.stubGlobal('window', fakeWindow({}));
});

const VIEW: View = { ...DEFAULT_VIEW, view: 'trend', days: 4 };
const EARLIER: Snapshot = { processedDateTime: '2026-11-20T00:00:00', date: '2026-11-20', totalCount: 3 };
const totalsOf = (licensesSold: number): TotalsAnswer => ({
  totals: { licensesSold, licensesDeployed: 1 },
  coverage: coverage('service'),
});
const gone = (): PartnerCenterError =>
  new PartnerCenterError({ kind: 'snapshotChanged', description: 'gone' });

/** A day's own snapshot, as most services name it. */
const ofDay = (date: string): Snapshot => ({ processedDateTime: `${date}T00:00:00`, date, totalCount: 3 });

test('days are asked for newest first, each is drawn as it comes, and a day without a snapshot has no point', async () => {
  const found: (string | null)[] = [];
  const { source, service } = fakeSource({
    findSnapshot: (date) => {
      found.push(date);
      if (date === null || date === TODAY.processedDateTime) return Promise.resolve(TODAY);
      // For the 21st the service answers with the day before.
      return Promise.resolve(date === '2026-11-21' ? EARLIER : ofDay(date));
    },
  });
  const page = usedWith(source, () => useTrend(VIEW, false));
  expect(page.now()).toBeNull();
  await settled();
  expect(service.asked.map(({ about, scope }) => [about, scope.snapshot.date])).toEqual([
    ['totals', '2026-11-22'],
    ['totals', '2026-11-21'],
    ['totals', '2026-11-20'],
    ['totals', '2026-11-19'],
  ]);
  expect(page.now()).toMatchObject({ days: 4, answered: 0, points: [], isFetching: true });

  service.asked[2]?.answer(totalsOf(20));
  await settled();
  expect(page.now()?.points).toEqual([
    { date: '2026-11-20', totals: { licensesSold: 20, licensesDeployed: 1 }, members: [], other: null },
  ]);

  service.asked[1]?.answer(totalsOf(20));
  service.asked[0]?.answer(totalsOf(22));
  service.asked[3]?.fail(new Error('no'));
  await settled();
  expect(page.now()).toMatchObject({ answered: 3, failed: 1, missing: ['2026-11-21'], isFetching: false });
  expect(page.now()?.points.map(({ date }) => date)).toEqual(['2026-11-20', '2026-11-22']);
  expect(found).toEqual([null, '2026-11-19', '2026-11-20', '2026-11-21', TODAY.processedDateTime]);
  // The 20th is counted once, as its own day, and no day is asked for twice.
  expect(service.asked).toHaveLength(4);
});

test('a service that has nothing of a day has no point there', async () => {
  const { source, service } = fakeSource({
    findSnapshot: (date) => Promise.resolve(date === '2026-11-21' ? null : TODAY),
  });
  const page = usedWith(source, () => useTrend({ ...VIEW, days: 2 }, false));
  await settled();
  service.asked[0]?.answer(totalsOf(5));
  service.asked[1]?.fail(gone());
  await settled();
  expect(page.now()).toMatchObject({ missing: ['2026-11-21'], answered: 2, failed: 0 });
  expect(service.asked).toHaveLength(2);
});

test('before a row has shown its date, a day is drawn where the days beside it have other sums, and only there', async () => {
  const { source, service } = fakeSource({
    findSnapshot: (date) => (date === null ? Promise.resolve(TODAY) : new Promise(() => undefined)),
  });
  const page = usedWith(source, () => useTrend({ ...VIEW, days: 6 }, false));
  await settled();
  // The view's own snapshot was found by a row of its day: it is drawn as soon as its sums are there.
  service.asked[0]?.answer(totalsOf(9));
  await settled();
  expect(page.now()?.points.map(({ date }) => date)).toEqual(['2026-11-22']);
  for (const [at, sold] of [9, 8, 7, 7, 6, 5].entries()) service.asked[at]?.answer(totalsOf(sold));
  await settled();
  // The 20th may be the 19th's once more, and before the oldest day there may be one that has its sums.
  expect(page.now()?.points.map(({ date }) => date)).toEqual(['2026-11-18', '2026-11-21', '2026-11-22']);
  expect(page.now()).toMatchObject({ answered: 0, isFetching: true, missing: [] });
});

test('where snapshots have a time of day, a day is found first, and asked for by its own name', async () => {
  const timed = (date: string): Snapshot => ({ ...ofDay(date), processedDateTime: `${date}T06:30:00` });
  const { source, service } = fakeSource({
    findSnapshot: (date) => Promise.resolve(timed((date ?? TODAY.date).slice(0, 10))),
  });
  const page = usedWith(source, () => useTrend({ ...VIEW, days: 3 }, false));
  await settled();
  expect(service.asked.map(({ scope }) => scope.snapshot.processedDateTime)).toEqual([
    '2026-11-22T06:30:00',
    '2026-11-21T06:30:00',
    '2026-11-20T06:30:00',
  ]);
  for (const question of service.asked) question.answer(totalsOf(5));
  await settled();
  expect(page.now()?.points).toHaveLength(3);
});

test('one day that has a time is asked for again by its own name', async () => {
  const later: Snapshot = { processedDateTime: '2026-11-21T06:30:00', date: '2026-11-21', totalCount: 3 };
  const { source, service } = fakeSource({
    findSnapshot: (date) => Promise.resolve(date === '2026-11-21' ? later : TODAY),
  });
  const page = usedWith(source, () => useTrend({ ...VIEW, days: 2 }, false));
  await settled();
  // Of the 21st at midnight the service gives the 20th.
  service.asked[1]?.answer(totalsOf(4));
  await settled();
  expect(service.asked[2]?.scope.snapshot).toEqual(later);
  service.asked[2]?.answer(totalsOf(5));
  await settled();
  expect(page.now()?.points.map(({ totals }) => totals.licensesSold)).toEqual([5]);
});

test('what a day has is known for good: under another filter no row has to show it again', async () => {
  const asked: (string | null)[] = [];
  const { source, service } = fakeSource({
    findSnapshot: (date) => {
      asked.push(date);
      if (date === '2026-11-20') return Promise.resolve(null);
      return Promise.resolve(date === null || date === TODAY.processedDateTime ? TODAY : ofDay(date));
    },
  });
  const page = usedWith(source, () => useTrend({ ...VIEW, days: 3 }, false));
  await settled();
  for (const question of service.asked) question.answer(totalsOf(5));
  await settled();
  expect(asked).toHaveLength(4);
  const filter = { kind: 'comparison', field: 'channel', operator: 'eq', value: 'x' } as const;
  page.again(() => useTrend({ ...VIEW, days: 3, filter }, false));
  await settled();
  // The day without a snapshot is not asked for again at all.
  expect(service.asked.slice(3).map(({ scope }) => scope.snapshot.date)).toEqual([
    '2026-11-22',
    '2026-11-21',
  ]);
  for (const question of service.asked) question.answer(totalsOf(5));
  await settled();
  expect(page.now()).toMatchObject({ answered: 3, missing: ['2026-11-20'], isFetching: false });
  // That of today may be replaced at any time.
  expect(asked.slice(4)).toEqual([TODAY.processedDateTime]);
});

test('what was stopped asks nothing, and goes on with what is missing', async () => {
  const { source, service } = fakeSource();
  const page = usedWith(source, () => useTrend({ ...VIEW, days: 2 }, true));
  await settled();
  expect(service.asked).toEqual([]);
  expect(page.now()).toMatchObject({ isFetching: false, answered: 0 });
  page.again(() => useTrend({ ...VIEW, days: 2 }, false));
  await settled();
  service.asked[0]?.answer(totalsOf(1));
  await settled();
  page.again(() => useTrend({ ...VIEW, days: 3 }, false));
  await settled();
  // Of the two days before, the one that is known is not asked for again, and the other one is under way.
  expect(service.asked.map(({ scope }) => scope.snapshot.date)).toEqual([
    '2026-11-22',
    '2026-11-21',
    '2026-11-20',
  ]);
});

const group = (name: string | null, licensesSold: number) => ({
  key: [name],
  licensesSold,
  licensesDeployed: 0,
});
const groupsOf = (top: Groups['top'], groups = top.length): Groups => ({
  top,
  other: null,
  total: { licensesSold: 9, licensesDeployed: 0, groups },
  coverage: coverage('service'),
});
const SPLIT: View = { ...VIEW, days: 1, groupby: ['productName', 'channel'] };

test('split by one of few, the members with most have a line each, and the others are one sum', async () => {
  const { source, service } = fakeSource();
  const page = usedWith(source, () => useTrend(SPLIT, false));
  await settled();
  expect(service.asked[0]).toMatchObject({
    about: 'groups',
    question: { by: ['productName'], rankBy: 'licensesSold', top: 5 },
  });
  service.asked[0]?.answer(groupsOf([group('Visio', 5), group(null, 4), group('Teams', 3)], 7));
  await settled();
  expect(service.asked[1]?.scope.filter).toBeNull();
  service.asked[1]?.answer(groupsOf([group('TEAMS', 2), group(null, 4), group('Word', 3)]));
  await settled();
  expect(page.now()?.split).toMatchObject({ others: 5, isWhole: true });
  expect(page.now()?.points[0]).toMatchObject({
    totals: { licensesSold: 9, licensesDeployed: 0 },
    members: [null, { key: ['TEAMS'], licensesSold: 2, licensesDeployed: 0 }],
    other: { licensesSold: 7, licensesDeployed: 0 },
  });
});

test('split by one of many, the members are asked for alone', async () => {
  const { source, service } = fakeSource();
  const page = usedWith(source, () => useTrend(SPLIT, false));
  await settled();
  service.asked[0]?.answer(groupsOf([group('Visio', 5), group('Teams', 3)], 5000));
  await settled();
  expect(printFilter(service.asked[1]?.scope.filter ?? null)).toBe(
    "productName eq 'Visio' or productName eq 'Teams'",
  );
  service.asked[1]?.answer(groupsOf([group('Visio', 5)]));
  await settled();
  expect(page.now()?.split).toMatchObject({ others: 4998, isWhole: false });
  expect(page.now()?.points[0]?.other).toBeNull();
});

const pairs = (total: number, isEndKnown = true): Page => ({
  rows: [],
  total,
  isEndKnown,
  order: 'asked',
  totals: null,
  coverage: coverage('service'),
});
const IDLE: View = { ...VIEW, days: 30, measure: 'idle', spare: 2 };

test('idle licenses of few customers and products are read unasked', async () => {
  const { source, service } = fakeSource();
  const page = usedWith(source, () => useTrend(IDLE, false));
  await settled();
  expect(service.asked).toHaveLength(1);
  expect(service.asked[0]).toMatchObject({ about: 'page', question: { limit: 1, readAll: false } });
  service.asked[0]?.answer(pairs(900));
  await settled();
  expect(page.now()?.idle).toEqual({ kind: 'asked', days: 30 });
  expect(service.asked[1]).toMatchObject({ about: 'totals', question: { spare: 2 } });
});

test('idle licenses of many are offered with their price, and read of as many days as that allows', async () => {
  const { source, service } = fakeSource();
  const page = usedWith(source, () => useTrend(IDLE, false));
  await settled();
  service.asked[0]?.answer(pairs(18_500));
  await settled();
  // Two responses of groups and a row that shows the date.
  expect(page.now()?.idle).toEqual({ kind: 'offered', days: 20, requests: 60 });
  expect(service.asked[1]).toMatchObject({ about: 'totals', question: { spare: null } });
  page.now()?.agree();
  await settled();
  expect(page.now()).toMatchObject({ idle: { kind: 'asked', days: 20 }, days: 30 });
  expect(page.now()?.asked).toHaveLength(20);
  expect(service.asked.at(-1)).toMatchObject({ about: 'totals', question: { spare: 2 } });
});

test.each([
  [pairs(400_000), 'tooMany'],
  [pairs(10_000, false), 'unknown'],
] as const)(
  'where idle licenses take too much, or nobody knows what, nothing is offered',
  async (answer, kind) => {
    const { source, service } = fakeSource();
    const page = usedWith(source, () => useTrend(IDLE, false));
    await settled();
    service.asked[0]?.answer(answer);
    await settled();
    expect(page.now()?.idle).toEqual({ kind });
  },
);

test('a loaded snapshot says what lies idle on its day, with no request', async () => {
  const { source, service, loaded, loading } = fakeSource();
  loading.set(LOADED);
  const page = usedWith(source, () => useTrend({ ...IDLE, days: 2 }, false));
  await settled();
  loaded.asked[0]?.answer(pairs(18_500));
  await settled();
  expect(loaded.asked[1]).toMatchObject({ about: 'totals', question: { spare: 2 } });
  expect(service.asked).toMatchObject([
    { scope: { snapshot: { date: '2026-11-21' } }, question: { spare: null } },
  ]);
  loaded.asked[1]?.answer({
    totals: { licensesSold: 5, licensesDeployed: 1, idle: 4, short: 0 },
    coverage: coverage('snapshot'),
  });
  await settled();
  expect(page.now()?.points).toMatchObject([{ date: '2026-11-22', totals: { idle: 4 } }]);
});

test('customers whose lines are drawn are named, those without a tenant have none', async () => {
  const { source, service } = fakeSource();
  const view: View = { ...VIEW, days: 1, groupby: ['customerTenantId'], measure: 'licensesDeployed' };
  const page = usedWith(source, () => useTrend(view, false));
  await settled();
  expect(page.now()).toMatchObject({ isFetching: true, split: null });
  expect(service.asked).toHaveLength(1);
  expect(service.asked[0]?.question).toEqual({
    by: ['customerTenantId'],
    label: 'customerName',
    rankBy: 'licensesDeployed',
    top: 5,
  });
  const sums = { licensesSold: 5, licensesDeployed: 1 };
  const groups: Groups = {
    top: [
      { key: ['t1'], label: 'Contoso', ...sums },
      { key: ['t2'], label: null, ...sums },
      { key: [null], label: 'Nobody', ...sums },
    ],
    other: null,
    total: { groups: 3, ...sums },
    coverage: coverage('service'),
  };
  service.asked[0]?.answer(groups);
  await settled();
  expect(page.now()?.split).toMatchObject({
    field: 'customerTenantId',
    members: [
      { key: ['t1'], name: 'Contoso' },
      { key: ['t2'], name: 't2' },
    ],
  });
  expect(service.asked[1]?.question).toMatchObject({ by: ['customerTenantId'], rankBy: 'licensesSold' });
  // Of another grouping the members are not known yet.
  page.again(() => useTrend({ ...view, groupby: ['channel'] }, false));
  expect(page.now()).toMatchObject({ isFetching: true, split: null });
});

test('days that could not be read are counted', async () => {
  const { source, service } = fakeSource();
  const page = usedWith(source, () => useTrend({ ...VIEW, days: 2 }, false));
  await settled();
  for (const question of service.asked) {
    question.fail(new PartnerCenterError({ kind: 'invalidRequest', status: 400, description: 'no' }));
  }
  await settled();
  expect(page.now()).toMatchObject({ failed: 2, isFetching: false, points: [], answered: 0 });
});

test('what is left is asked for no longer, the day that is shown by its own snapshot', async () => {
  const { source, service } = fakeSource();
  const page = usedWith(source, () => useTrend({ ...VIEW, days: 2 }, false));
  await settled();
  expect(service.asked.map(({ scope }) => scope.snapshot)).toEqual([
    TODAY,
    { processedDateTime: '2026-11-21', date: '2026-11-21', totalCount: null },
  ]);
  page.now()?.leave();
  await settled();
  expect(service.asked.map(({ options }) => options.signal?.aborted)).toEqual([true, true]);
});

test('of one customer fewer days are asked for', async () => {
  const { source, service } = fakeSource();
  usedWith(source, () => useTrend({ ...VIEW, days: 31, customerTenantId: 't1' }, false));
  await settled();
  expect(service.asked.length).toBeLessThanOrEqual(12);
  expect(service.asked.length).toBeGreaterThan(1);
});
