import { expect, test } from 'vitest';
import type { Coverage, Groups, Summary } from '#engine/engine.ts';
import { formatFor } from '#ui/format.ts';
import { distributionOf } from './bands.ts';
import { bandTable, memberTable } from './table-rows.ts';
import { texts } from './texts.ts';

const t = texts.en;
const format = formatFor('en-US');
const coverage: Coverage = {
  engine: 'service',
  search: '',
  snapshot: { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: null },
  filter: null,
  rowsRead: 0,
  totalCount: null,
  countDisagrees: false,
};

const groups: Groups = {
  top: [
    { key: ['Microsoft 365 E3'], licensesSold: 2000, licensesDeployed: 1234 },
    { key: ['Other'], licensesSold: 100, licensesDeployed: 156 },
    { key: [null], licensesSold: 0, licensesDeployed: 12 },
  ],
  other: { groups: 602, licensesSold: 5000, licensesDeployed: 1000 },
  total: { groups: 605, licensesSold: 7100, licensesDeployed: 2402 },
  coverage,
};

test('the table has every member, the others and the total, with an undefined utilization as a dash', () => {
  const { rows, total } = memberTable(groups, t, format);
  expect([...rows, total].map(({ name, figures }) => [name, ...figures])).toEqual([
    ['Microsoft 365 E3', '2,000', '1,234', '766', '61.7%'],
    ['Other', '100', '156', '−56', '156.0%'],
    ['(no value)', '0', '12', '−12', '—'],
    ['Other (602 more)', '5,000', '1,000', '4,000', '20.0%'],
    ['Total (605)', '7,100', '2,402', '4,698', '33.8%'],
  ]);
});

test('a member can be named as one of our own rows without being taken for it', () => {
  const named = memberTable(
    {
      ...groups,
      top: ['other', 'null', null].map((key) => ({ key: [key], licensesSold: 1, licensesDeployed: 1 })),
    },
    t,
    format,
  );
  const keys = named.rows.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('without others there is no row for them', () => {
  expect(memberTable({ ...groups, other: null }, t, format).rows).toHaveLength(3);
});

const summary: Summary = {
  totals: { licensesSold: 400, licensesDeployed: 332 },
  customers: 11,
  customersWithoutSold: 2,
  bands: [
    { from: 0.3, to: 0.4, customers: 3, totals: { licensesSold: 100, licensesDeployed: 35 } },
    { from: 0.9, to: 1, customers: 1, totals: { licensesSold: 100, licensesDeployed: 95 } },
    { from: 1, to: 1, customers: 4, totals: { licensesSold: 80, licensesDeployed: 80 } },
    { from: 1, to: null, customers: 1, totals: { licensesSold: 120, licensesDeployed: 121 } },
  ],
  coverage,
};

test('exactly full, over-deployed and nothing sold are rows of their own, and all rows add up to the total', () => {
  const { rows, total } = bandTable(distributionOf(summary, t, format), t, format);
  expect([...rows, total].map(({ name, figures }) => [name, ...figures])).toEqual([
    ['30% to under 40%', '3', '100', '35', '65'],
    ['90% to under 100%', '1', '100', '95', '5'],
    ['Exactly 100%', '4', '80', '80', '0'],
    ['Above 100%', '1', '120', '121', '−1'],
    ['Nothing sold', '2', '0', '1', '−1'],
    ['Total', '11', '400', '332', '68'],
  ]);
});

test('the words count who deploys less than half among those who have a utilization', () => {
  const distribution = distributionOf(summary, t, format);
  expect(distribution.lowUse).toBe(3);
  expect(distribution.customersWithSold).toBe(9);
  const lower = { from: 0.4, to: 0.5, customers: 1, totals: summary.totals };
  const upper = { from: 0.5, to: 0.6, customers: 5, totals: summary.totals };
  const around = distributionOf({ ...summary, bands: [lower, upper] }, t, format);
  expect(around.lowUse).toBe(1);
  expect(distribution.bands.map(({ kind, tick }) => [kind, tick])).toEqual([
    ['below', '30'],
    ['below', '90'],
    ['full', '100'],
    ['over', '>100'],
  ]);
});
