import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Trend } from '#query/use-trend.ts';
import { linesOf, ticksOf } from './lines.ts';

const NAMES = {
  licensesSold: 'Sold',
  licensesDeployed: 'Deployed',
  licensesNotDeployed: 'Not deployed',
  utilization: 'Utilization',
  idle: 'Idle',
  short: 'Short',
};
const TREND: Pick<Trend, 'points' | 'asked' | 'split'> = {
  asked: ['2026-01-01', '2026-01-02', '2026-01-03'],
  points: [
    {
      date: '2026-01-01',
      totals: { licensesSold: 10, licensesDeployed: 4 },
      members: [{ licensesSold: 3, licensesDeployed: 1 }, null],
      other: null,
    },
    {
      date: '2026-01-03',
      totals: { licensesSold: 0, licensesDeployed: 0, idle: 0, short: 0 },
      members: [null, null],
      other: null,
    },
  ],
  split: null,
};

test('sold and deployed are drawn together, and a day without a snapshot has no value', () => {
  expect(linesOf(TREND, 'licensesDeployed', NAMES, '—')).toEqual([
    { name: 'Sold', values: [10, null, 0] },
    { name: 'Deployed', values: [4, null, 0] },
  ]);
  // Where nothing was sold, the utilization is undefined, which is not 0.
  expect(linesOf(TREND, 'utilization', NAMES, '—')).toEqual([
    { name: 'Utilization', values: [0.4, null, null] },
  ]);
});

test('each member has a line, one without a name too', () => {
  const split: Trend['split'] = {
    field: 'productName',
    others: 0,
    isWhole: true,
    members: [
      { key: ['Visio'], name: 'Visio' },
      { key: ['x'], name: null },
    ],
  };
  expect(linesOf({ ...TREND, split }, 'licensesSold', NAMES, 'none')).toEqual([
    { name: 'Visio', values: [3, null, null] },
    { name: 'none', values: [null, null, null] },
  ]);
});

test('two customers of one name have names that tell them apart', () => {
  const split: Trend['split'] = {
    field: 'customerTenantId',
    others: 0,
    isWhole: true,
    members: [
      { key: ['11111111-a'], name: 'Contoso' },
      { key: ['22222222-b'], name: 'Contoso' },
    ],
  };
  expect(linesOf({ ...TREND, split }, 'licensesSold', NAMES, 'none').map(({ name }) => name)).toEqual([
    'Contoso (11111111)',
    'Contoso (22222222)',
  ]);
});

test('idle licenses have a value where they were read, and else none', () => {
  expect(linesOf(TREND, 'idle', NAMES, '—')).toEqual([{ name: 'Idle', values: [null, null, 0] }]);
});

test('the axis holds every value and has few round steps', () => {
  const anyValues = fc.array(fc.option(fc.integer({ min: -1_000_000, max: 1_000_000_000 }), { nil: null }));
  fc.assert(
    fc.property(anyValues, (values) => {
      const ticks = ticksOf([{ name: '', values }]);
      const known = values.filter((value) => value !== null);
      expect(ticks.length).toBeLessThanOrEqual(7);
      if (known.length === 0) return;
      const slack = 1e-9 * Math.max(1, ...known.map(Math.abs));
      expect(Math.min(...known)).toBeGreaterThanOrEqual((ticks[0] ?? 0) - slack);
      expect(Math.max(...known)).toBeLessThanOrEqual((ticks.at(-1) ?? 0) + slack);
      expect(ticks.length).toBeGreaterThan(1);
    }),
  );
});

test('what changes by little is seen, and what comes near nothing is shown from nothing', () => {
  expect(ticksOf([{ name: '', values: [225_000, 227_000] }])[0]).toBe(225_000);
  expect(ticksOf([{ name: '', values: [10, 900] }])[0]).toBe(0);
  expect(ticksOf([{ name: '', values: [0.8, 0.8] }])[0]).toBeCloseTo(0.8);
});
