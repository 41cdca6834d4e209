import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { normalise } from './normalise.ts';
import {
  withAbout,
  withChart,
  withCompare,
  withCustomer,
  withCustomers,
  withDays,
  withFilter,
  withGroupby,
  withMeasure,
  withOpportunity,
  withPage,
  withPageSize,
  withRange,
  withSearch,
  withSnapshot,
  withSort,
  withSpare,
  withThresholds,
  withoutKinds,
  withViewName,
} from './transitions.ts';
import { anyNormalView } from './view.arbitrary.ts';
import { DEFAULT_VIEW, type View } from './view.ts';

const filter: Filter = { kind: 'comparison', field: 'channel', operator: 'eq', value: 'reseller' };
const seventh: View = { ...DEFAULT_VIEW, page: 7 };

test('another view has rows of its own in their usual order; the same view stays as it is', () => {
  const view: View = {
    ...seventh,
    filter,
    search: 'Contoso',
    processedDateTime: '2018-10-02',
    groupby: ['channel'],
    sort: [{ field: 'licensesDeployed', descending: true }],
  };
  expect(withViewName(view, 'opportunities')).toEqual({
    ...view,
    page: 1,
    view: 'opportunities',
    groupby: [],
    sort: [],
  });
  expect(withViewName(view, 'overview')).toEqual(view);
  expect(withOpportunity(view, 'nearlyFull')).toEqual({
    ...view,
    page: 1,
    opportunity: 'nearlyFull',
    sort: [],
  });
  expect(withOpportunity(view, 'idle')).toEqual(view);
});

describe('the page', () => {
  test('is the first after a change of the rows or of their order', () => {
    for (const view of [
      withFilter(seventh, filter),
      withGroupby(seventh, ['channel']),
      withSort(seventh, [{ field: 'customerName', descending: false }]),
      withSnapshot(seventh, '2018-10-02'),
      withSearch(seventh, 'Contoso'),
      withCompare(seventh, '2018-10-02'),
      withViewName(seventh, 'opportunities'),
      withCustomer(seventh, 'T1'),
      withOpportunity(seventh, 'nearlyFull'),
      withThresholds(seventh, { minIdle: 10 }),
      withSpare(seventh, 5),
    ]) {
      expect(view.page).toBe(1);
    }
  });

  test('stays after a change of anything else', () => {
    for (const view of [
      withRange(seventh, { from: '2018-10-02', to: null }),
      withDays(seventh, 90),
      withChart(seventh, 'channel'),
      withMeasure(seventh, 'utilization'),
    ]) {
      expect(view).not.toEqual(seventh);
      expect(view.page).toBe(7);
    }
  });

  test('stays where what is asked for is already there', () => {
    fc.assert(
      fc.property(anyNormalView(), (view) => {
        expect(withFilter(view, view.filter)).toEqual(view);
        expect(withGroupby(view, view.groupby)).toEqual(view);
        expect(withSort(view, view.sort)).toEqual(view);
        expect(withSearch(view, view.search)).toEqual(view);
        expect(withPageSize(view, view.pageSize)).toEqual(view);
      }),
    );
    const grouped = { ...seventh, groupby: ['channel'] as const };
    expect(withSort(grouped, [{ field: 'licensesSold', descending: true }])).toEqual(grouped);
  });

  test('turns', () => {
    expect(withPage(DEFAULT_VIEW, 3)).toEqual({ ...DEFAULT_VIEW, page: 3 });
    expect(withPage(seventh, 0)).toEqual(DEFAULT_VIEW);
  });
});

describe('withPageSize', () => {
  test('keeps the first visible row in sight', () => {
    const sizes = fc.integer({ min: 1, max: 1000 });
    const pages = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(pages, sizes, sizes, (page, before, after) => {
        const firstRow = (page - 1) * before;
        const next = withPageSize({ ...DEFAULT_VIEW, page, pageSize: before }, after);
        expect(next.pageSize).toBe(after);
        expect((next.page - 1) * after).toBeLessThanOrEqual(firstRow);
        expect(next.page * after).toBeGreaterThan(firstRow);
      }),
    );
  });
});

describe('withGroupby', () => {
  test('drops sort keys on what grouped rows do not have, keeps the others', () => {
    const sorted = withSort(DEFAULT_VIEW, [
      { field: 'customerName', descending: false },
      { field: 'processedDateTime', descending: true },
      { field: 'channel', descending: false },
      { field: 'utilization', descending: true },
    ]);
    expect(withGroupby(sorted, ['channel']).sort).toEqual([
      { field: 'channel', descending: false },
      { field: 'utilization', descending: true },
    ]);
  });

  test('lets the chart follow the first field, unless another was chosen', () => {
    expect(withGroupby(DEFAULT_VIEW, ['channel', 'productName']).chart).toBeNull();
    const chosen = withChart(DEFAULT_VIEW, 'serviceName');
    expect(withGroupby(chosen, ['channel']).chart).toBe('serviceName');
    expect(withGroupby(chosen, ['serviceName']).chart).toBeNull();
  });
});

test('every transition gives a normalised view', () => {
  fc.assert(
    fc.property(anyNormalView(), anyNormalView(), (view, other) => {
      for (const next of [
        withAbout(view, other.about),
        withFilter(view, other.filter),
        withGroupby(view, [...other.groupby, ...other.groupby]),
        withSort(view, other.sort),
        withSnapshot(view, other.processedDateTime),
        withCompare(view, other.compare),
        withSearch(view, other.search),
        withPage(view, other.page),
        withPageSize(view, other.pageSize),
        withChart(view, other.chart),
        withMeasure(view, other.measure),
        withViewName(view, other.view),
        withCustomer(view, other.customerTenantId ?? ''),
        withOpportunity(view, other.opportunity),
        withThresholds(view, {
          minIdle: other.minIdle,
          maxUtilization: other.maxUtilization,
          minUtilization: other.minUtilization,
        }),
        withSpare(view, other.spare),
        withoutKinds(view, other.without),
        withRange(view, other),
        withDays(view, other.days),
      ]) {
        expect(normalise(next)).toEqual(next);
      }
    }),
  );
});

test('what is explained changes nothing else, and ends with any other step', () => {
  fc.assert(
    fc.property(anyNormalView(), anyNormalView(), (view, other) => {
      const explained = withAbout(view, other.about);
      expect(explained).toEqual({ ...view, about: other.about });
      for (const next of [
        withFilter(explained, other.filter),
        withPage(explained, other.page),
        withPageSize(explained, other.pageSize),
        withViewName(explained, other.view),
        withDays(explained, other.days),
      ]) {
        const isAnother =
          JSON.stringify({ ...next, about: null }) !== JSON.stringify({ ...view, about: null });
        expect(next.about).toBe(isAnother ? null : other.about);
      }
    }),
  );
});

test('customers are shown by their tenants, on the page that has the place asked for, with the chart as it was', () => {
  const sort = [{ field: 'utilization', descending: false }] as const;
  const next = withCustomers({ ...DEFAULT_VIEW, page: 7 }, sort, 250);
  expect(next).toEqual({
    ...DEFAULT_VIEW,
    groupby: ['customerTenantId', 'customerName'],
    sort,
    page: 3,
    chart: 'productName',
  });
  expect(withCustomers(DEFAULT_VIEW, sort).page).toBe(1);
});
