import { expect, test } from 'vitest';
import { trendRows } from './trend-to-export.ts';

const DAYS = ['2026-11-24', '2026-11-25', '2026-11-26'];
const TOTALS = { licensesSold: 30, licensesDeployed: 12 };

test('each day that is asked for has a row, and one without a snapshot has no figures', () => {
  const points = [
    { date: '2026-11-24', totals: TOTALS, members: [], other: null },
    { date: '2026-11-26', totals: { licensesSold: 31, licensesDeployed: 12 }, members: [], other: null },
  ];
  expect(trendRows({ asked: DAYS, points, split: null })).toEqual([
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
  expect(trendRows({ asked: DAYS.slice(0, 2), points, split })).toEqual([
    {
      date: '2026-11-24',
      row: { customerTenantId: 'tenant-1', customerName: 'Contoso', ...TOTALS },
    },
    { date: '2026-11-24', row: { customerTenantId: 'tenant-2', customerName: '=Fabrikam' } },
    { date: '2026-11-25', row: { customerTenantId: 'tenant-1', customerName: 'Contoso' } },
    { date: '2026-11-25', row: { customerTenantId: 'tenant-2', customerName: '=Fabrikam' } },
  ]);
});
