import { expect, test } from 'vitest';
import { DEFAULT_VIEW } from '#view/view.ts';
import { planRows } from './plan.ts';

const sorted = { ...DEFAULT_VIEW, sort: [{ field: 'licensesSold', descending: true }] } as const;

test("the service's own order needs nothing, however much there is", () => {
  expect(planRows(DEFAULT_VIEW, { total: 1_000_000, agreed: false }).offer).toBeNull();
});

test('an order of what one response holds needs nothing', () => {
  expect(planRows(sorted, { total: 10_000, agreed: false }).offer).toBeNull();
  expect(planRows(sorted, { total: null, agreed: false }).offer).toBeNull();
});

test('an order of more is offered with its price', () => {
  expect(planRows(sorted, { total: 20_001, agreed: false })).toEqual({
    engine: 'service',
    readAll: false,
    offer: { reason: 'sort', rows: 20_001, requests: 3 },
  });
});

test('groups have an order by default, so many of them are offered too', () => {
  const grouped = { ...DEFAULT_VIEW, groupby: ['customerName'] } as const;
  expect(planRows(grouped, { total: 50_000, agreed: false }).offer?.requests).toBe(5);
});

test('once agreed, everything is read', () => {
  expect(planRows(sorted, { total: 20_001, agreed: true })).toMatchObject({ readAll: true, offer: null });
});
