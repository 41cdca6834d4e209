import { beforeEach, expect, test, vi } from 'vitest';
import type { Groups, TotalsAnswer } from '#engine/engine.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import { coverage, fakeSource, settled, TODAY, usedWith } from './fake-source.ts';
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

test('days are asked for newest first, each is drawn as it comes, and a day without a snapshot has no point', async () => {
  const found: (string | null)[] = [];
  const { source, service } = fakeSource({
    findSnapshot: (date) => {
      found.push(date);
      // For the 21st the service answers with the snapshot of the day before.
      return Promise.resolve(date === null ? TODAY : EARLIER);
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
    { date: '2026-11-20', totals: { licensesSold: 20, licensesDeployed: 1 }, members: [] },
  ]);

  service.asked[1]?.fail(gone());
  service.asked[0]?.answer(totalsOf(22));
  service.asked[3]?.fail(new Error('no'));
  await settled();
  expect(page.now()).toMatchObject({ answered: 3, failed: 1, missing: ['2026-11-21'], isFetching: false });
  expect(page.now()?.points.map(({ date }) => date)).toEqual(['2026-11-20', '2026-11-22']);
  expect(found).toEqual([null, '2026-11-21']);
  // The snapshot of the 20th is counted once, under its own day.
  expect(service.asked).toHaveLength(4);
});

test('a snapshot that has another time of day is asked for again by its own name', async () => {
  const later: Snapshot = { processedDateTime: '2026-11-21T06:30:00', date: '2026-11-21', totalCount: 3 };
  const { source, service } = fakeSource({
    findSnapshot: (date) => Promise.resolve(date === null ? TODAY : later),
  });
  const page = usedWith(source, () => useTrend({ ...VIEW, days: 2 }, false));
  await settled();
  service.asked[1]?.fail(gone());
  await settled();
  expect(service.asked[2]?.scope.snapshot).toEqual(later);
  service.asked[2]?.answer(totalsOf(5));
  await settled();
  expect(page.now()?.points.map(({ date }) => date)).toEqual(['2026-11-21']);
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
  // Of the two days before, the known one is not asked for again, and the other one is under way.
  expect(service.asked.map(({ scope }) => scope.snapshot.date)).toEqual([
    '2026-11-22',
    '2026-11-21',
    '2026-11-20',
  ]);
});

test('split, the members with most have a line each, asked for alone', async () => {
  const { source, service } = fakeSource();
  const view: View = { ...VIEW, days: 1, groupby: ['productName', 'channel'] };
  const page = usedWith(source, () => useTrend(view, false));
  await settled();
  expect(service.asked[0]).toMatchObject({
    about: 'groups',
    question: { by: ['productName'], rankBy: 'licensesSold', top: 5 },
  });
  const group = (name: string | null, licensesSold: number) => ({
    key: [name],
    licensesSold,
    licensesDeployed: 0,
  });
  const groups = (top: Groups['top']): Groups => ({
    top,
    other: null,
    total: { licensesSold: 9, licensesDeployed: 0, groups: top.length },
    coverage: coverage('service'),
  });
  service.asked[0]?.answer(groups([group('Visio', 5), group(null, 4), group('Teams', 3)]));
  await settled();
  expect(printFilter(service.asked[1]?.scope.filter ?? null)).toBe(
    "productName eq 'Visio' or productName eq 'Teams'",
  );
  service.asked[1]?.answer(groups([group('TEAMS', 2)]));
  await settled();
  expect(page.now()?.points[0]?.members).toEqual([
    null,
    { key: ['TEAMS'], licensesSold: 2, licensesDeployed: 0 },
  ]);
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
  expect(page.now()?.split).toEqual({
    field: 'customerTenantId',
    members: [
      { key: ['t1'], name: 'Contoso' },
      { key: ['t2'], name: 't2' },
    ],
  });
  expect(service.asked[1]?.question).toEqual({ by: ['customerTenantId'], rankBy: 'licensesSold', top: 5 });
  // Of another grouping the members are not known yet.
  page.again(() => useTrend({ ...view, groupby: ['channel'] }, false));
  expect(page.now()).toMatchObject({ isFetching: true, split: null });
});

test('a day that fails otherwise than by its snapshot is not looked for under another name', async () => {
  const found: (string | null)[] = [];
  const { source, service } = fakeSource({
    findSnapshot: (date) => {
      found.push(date);
      return Promise.resolve(TODAY);
    },
  });
  const page = usedWith(source, () => useTrend({ ...VIEW, days: 2 }, false));
  await settled();
  for (const question of service.asked) {
    question.fail(new PartnerCenterError({ kind: 'invalidRequest', status: 400, description: 'no' }));
  }
  await settled();
  expect(found).toEqual([null]);
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
