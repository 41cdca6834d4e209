import { describe, expect, test } from 'vitest';
import { DEFAULT_VIEW } from '#view/view.ts';
import { DEFAULT_LOAD_LIMIT, loadOf, plan, planChanges, planLoad } from './plan.ts';

const sorted = { ...DEFAULT_VIEW, sort: [{ field: 'licensesSold', descending: true }] } as const;
const known = { isLoaded: false, order: 'service', total: 1_000_000, agreed: false } as const;

test("the service's own order needs nothing, however much there is", () => {
  expect(plan(DEFAULT_VIEW, known)).toMatchObject({ pending: [], offer: null });
});

test('an order of what one response holds needs nothing', () => {
  expect(plan(sorted, { ...known, order: 'asked', total: 10_000 }).offer).toBeNull();
});

test('an order is offered by what came, never by a count', () => {
  expect(plan(sorted, { ...known, order: null }).offer).toBeNull();
  expect(plan(sorted, { ...known, total: 7 }).offer).toEqual({ rows: 7, requests: 1 });
  expect(plan(sorted, { ...known, total: 0 }).offer).toEqual({ rows: 0, requests: 1 });
  expect(plan(sorted, { ...known, total: null }).offer).toEqual({ rows: null, requests: null });
});

test('an order of more is offered with its price', () => {
  expect(plan(sorted, { ...known, total: 20_001 })).toEqual({
    engine: 'service',
    pending: ['sort'],
    offer: { rows: 20_001, requests: 3 },
  });
});

test('groups have an order by default, so many of them are offered too', () => {
  const grouped = { ...DEFAULT_VIEW, groupby: ['customerName'] } as const;
  expect(plan(grouped, { ...known, total: 50_000 }).offer?.requests).toBe(5);
});

test('once agreed, everything is read', () => {
  expect(plan(sorted, { ...known, agreed: true })).toMatchObject({
    pending: [],
    offer: null,
  });
});

test('a search waits for the snapshot, whatever else is agreed', () => {
  const searched = { ...sorted, search: 'ltd' };
  expect(plan(searched, { ...known, agreed: true }).pending).toEqual(['search']);
  expect(plan(searched, known).pending).toEqual(['search', 'sort']);
});

test('a loaded snapshot leaves nothing open', () => {
  expect(plan({ ...sorted, search: 'ltd' }, { ...known, isLoaded: true })).toEqual({
    engine: 'snapshot',
    pending: [],
    offer: null,
  });
});

test.for([
  [0, 'atOnce', 1],
  [250_000, 'atOnce', 25],
  [250_001, 'onDemand', 26],
  [2_000_000, 'onDemand', 200],
  [2_000_001, 'overLimit', 201],
] as const)('a snapshot of %i rows is loaded %s, in %i requests', ([totalCount, when, requests]) => {
  expect(planLoad({ totalCount }, DEFAULT_LOAD_LIMIT)).toEqual({ when, rows: totalCount, requests });
});

test('a count that rows have passed says nothing, and the rows themselves are over the limit', () => {
  for (const totalCount of [null, 20_000]) {
    expect(planLoad({ totalCount }, 500_000, 510_000)).toEqual({
      when: 'overLimit',
      rows: null,
      requests: null,
    });
    expect(planLoad({ totalCount }, 510_000, 510_000).when).toBe('onDemand');
  }
  expect(planLoad({ totalCount: 600_000 }, 500_000, 510_000)).toMatchObject({
    when: 'overLimit',
    rows: 600_000,
  });
  expect(planLoad({ totalCount: 200_000 }, 250_000, 110_000).when).toBe('atOnce');
});

test('a lower limit holds for small snapshots too, and an unknown size is never begun unasked', () => {
  expect(planLoad({ totalCount: 20_000 }, 10_000).when).toBe('overLimit');
  expect(planLoad({ totalCount: null }, DEFAULT_LOAD_LIMIT).when).toBe('onDemand');
});

describe('what changed between two snapshots', () => {
  const grouped = { groupby: ['channel'], search: '' } as const;

  test('is answered from the rows where both are loaded, whatever is asked', () => {
    for (const isOneResponse of [null, true, false]) {
      expect(planChanges({ groupby: [], search: 'a' }, { areLoaded: true, isOneResponse })).toEqual({
        engine: 'snapshot',
        needs: null,
      });
    }
  });

  test('is answered by the service while one response of each may have all groups', () => {
    for (const isOneResponse of [null, true]) {
      expect(planChanges(grouped, { areLoaded: false, isOneResponse })).toEqual({
        engine: 'service',
        needs: null,
      });
    }
  });

  test('else needs all rows of both', () => {
    const known = { areLoaded: false, isOneResponse: null };
    expect(planChanges({ ...grouped, search: 'a' }, known)).toEqual({ engine: null, needs: 'search' });
    expect(planChanges({ ...grouped, groupby: [] }, known)).toEqual({ engine: null, needs: 'rows' });
    expect(planChanges(grouped, { ...known, isOneResponse: false })).toEqual({
      engine: null,
      needs: 'groups',
    });
  });

  test('takes the rows and the requests of both to load', () => {
    expect(loadOf([{ totalCount: 20_001 }, { totalCount: 19_000 }])).toEqual({ rows: 39_001, requests: 5 });
    expect(loadOf([{ totalCount: 20_001 }, { totalCount: null }])).toEqual({ rows: null, requests: null });
  });
});
