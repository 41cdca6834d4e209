import { expect, test } from 'vitest';
import { trendRows } from './trend-to-export.ts';

const DAYS = ['2026-11-24', '2026-11-25', '2026-11-26'];
const TOTALS = { licensesSold: 30, licensesDeployed: 12 };

test('each day that is asked for has a row, and one without a snapshot has no figures', () => {
  const points = [
    { date: '2026-11-24', totals: TOTALS, members: [], other: null },
    { date: '2026-11-26', totals: { licensesSold: 31, licensesDeployed: 12 }, members: [], other: null },
  ];
  expect(trendRows({ asked: DAYS, points, split: null }, '')).toEqual([
    { date: '2026-11-24', row: TOTALS },
    { date: '2026-11-25', row: {} },
    { date: '2026-11-26', row: { licensesSold: 31, licensesDeployed: 12 } },
  ]);
});

test('a trend that is split has a row of each member, by its field; a tenant has its name', () => {
  const split = {
    field: 'customerTenantId' as const,
    members: [
      { key: ['tenant-1'], name: 'Contoso' },
      { key: ['tenant-2'], name: '=Fabrikam' },
    ],
    others: 3,
    isWhole: false,
  };
  const points = [{ date: '2026-11-24', totals: TOTALS, members: [TOTALS, null], other: null }];
  expect(trendRows({ asked: DAYS.slice(0, 2), points, split }, 'Other (3)')).toEqual([
    {
      date: '2026-11-24',
      row: { customerTenantId: 'tenant-1', customerName: 'Contoso', ...TOTALS },
    },
    { date: '2026-11-24', row: { customerTenantId: 'tenant-2', customerName: '=Fabrikam' } },
    { date: '2026-11-25', row: { customerTenantId: 'tenant-1', customerName: 'Contoso' } },
    { date: '2026-11-25', row: { customerTenantId: 'tenant-2', customerName: '=Fabrikam' } },
  ]);
});

test('what was read of the other members together has a row each day, and what is idle and short a column', () => {
  const pairs = { ...TOTALS, idle: 20, short: 2 };
  const split = {
    field: 'productName' as const,
    members: [{ key: ['Visio'], name: 'Visio' }],
    others: 3,
    isWhole: true,
  };
  const points = [{ date: '2026-11-24', totals: pairs, members: [pairs], other: { ...pairs, idle: 5 } }];
  expect(trendRows({ asked: DAYS.slice(0, 2), points, split }, 'Other (3)')).toEqual([
    { date: '2026-11-24', row: { productName: 'Visio', ...pairs } },
    { date: '2026-11-24', row: { productName: 'Other (3)', ...pairs, idle: 5 } },
    { date: '2026-11-25', row: { productName: 'Visio' } },
    { date: '2026-11-25', row: { productName: 'Other (3)' } },
  ]);
  expect(
    trendRows({ asked: DAYS.slice(0, 1), points, split: { ...split, field: 'customerTenantId' } }, 'Other'),
  ).toContainEqual({ date: '2026-11-24', row: { customerName: 'Other', ...pairs, idle: 5 } });
});
