import { expect, test } from 'vitest';
import type { Coverage, Summary } from '#engine/engine.ts';
import type { ChartBefore } from '#query/chart-before.ts';
import type { ChartGroups } from '#query/chart-groups.ts';
import { textsIn } from '#ui/catalogue.ts';
import { formatFor } from '#ui/format.ts';
import { ENGLISH } from '#ui/language.ts';
import type { Measure } from '#view/view.ts';
import { distributionOf, distributionWords } from './bands.ts';
import { bandTable, memberTable } from './table-rows.ts';
import { texts } from './texts.ts';

const t = textsIn(texts, ENGLISH);
const format = formatFor(ENGLISH);
const coverage: Coverage = {
  engine: 'service',
  search: '',
  snapshot: { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: null },
  filter: null,
  rowsRead: 0,
  totalCount: null,
  countDisagrees: false,
};

const groups: ChartGroups['counted'] = {
  top: [
    { key: ['Microsoft 365 E3'], licensesSold: 2000, licensesDeployed: 1234 },
    { key: ['Other'], licensesSold: 100, licensesDeployed: 156 },
    { key: [null], licensesSold: 0, licensesDeployed: 12 },
  ],
  other: { groups: 602, licensesSold: 5000, licensesDeployed: 1000 },
  total: { groups: 605, licensesSold: 7100, licensesDeployed: 2402 },
};

test('the table has every member, the others and the total, with an undefined utilization as a dash', () => {
  const { rows, total } = memberTable({ counted: groups, leftOut: null }, t, format);
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
      counted: {
        ...groups,
        top: ['other', 'null', null].map((key) => ({ key: [key], licensesSold: 1, licensesDeployed: 1 })),
      },
      leftOut: null,
    },
    t,
    format,
  );
  const keys = named.rows.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('without others there is no row for them', () => {
  expect(memberTable({ counted: { ...groups, other: null }, leftOut: null }, t, format).rows).toHaveLength(3);
});

test('with a choice the total is that of the chosen ones, and what is left out stands apart with its own', () => {
  const chosen = { groups: 12, licensesSold: 1744, licensesDeployed: 1000 };
  const table = memberTable(
    {
      counted: {
        top: [{ key: ['Visio Plan 2'], licensesSold: 1700, licensesDeployed: 990 }],
        other: { groups: 11, licensesSold: 44, licensesDeployed: 10 },
        total: chosen,
      },
      leftOut: groups,
    },
    t,
    format,
  );
  const written = (rows: readonly { readonly name: string; readonly figures: readonly string[] }[]) =>
    rows.map(({ name, figures }) => [name, figures[0]]);
  expect(written([...table.rows, table.total])).toEqual([
    ['Visio Plan 2', '1,700'],
    ['Other chosen (11 more)', '44'],
    ['Total (12)', '1,744'],
  ]);
  expect(table.leftOut && written([table.leftOut.total, ...table.leftOut.rows])).toEqual([
    ['Left out by the filter (605)', '7,100'],
    ['Microsoft 365 E3', '2,000'],
    ['Other', '100'],
    ['(no value)', '0'],
    ['Other (602 more)', '5,000'],
  ]);
});

const summary: Summary = {
  totals: { licensesSold: 400, licensesDeployed: 332 },
  customers: 11,
  customersWithoutSold: 2,
  customersOver: 2,
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

test('the words never begin with what has nothing before it, and count who deploys without anything sold', () => {
  const words = (change: Partial<Summary>) =>
    distributionWords(distributionOf({ ...summary, ...change }, t, format), t);
  expect(words({})).toBe(
    '3 of 9 customers deploy less than half of what was sold. 2 more have nothing sold, so no utilization. ' +
      '1 with nothing sold has licenses deployed.',
  );
  const unsold = { bands: [], customers: 3, customersWithoutSold: 3 };
  expect(words({ ...unsold, customersOver: 0 })).toBe(
    'None of 3 customers has anything sold, so there is no utilization.',
  );
  expect(words({ ...unsold, customers: 1, customersWithoutSold: 1, customersOver: 0 })).toBe(
    'The customer has nothing sold, so no utilization.',
  );
});

test('of a single customer the words speak as of one', () => {
  const alone = { customers: 1, customersWithoutSold: 0, customersOver: 0 };
  const words = (bands: Summary['bands'], change: Partial<Summary> = alone) =>
    distributionWords(distributionOf({ ...summary, ...change, bands }, t, format), t);
  const { totals } = summary;
  const low = { from: 0.4, to: 0.5, customers: 1, totals };
  const full = { from: 1, to: 1, customers: 1, totals };
  expect(words([low])).toBe('The one customer with licenses sold deploys less than half of them.');
  expect(words([full])).toBe('The one customer with licenses sold deploys half of them or more.');
  expect(words([full], { ...alone, customers: 2, customersWithoutSold: 1 })).toBe(
    'The one customer with licenses sold deploys half of them or more. 1 more has nothing sold, so no utilization.',
  );
  expect(words([{ ...full, customers: 12 }], { ...alone, customers: 12 })).toBe(
    'None of 12 customers deploys less than half of what was sold.',
  );
});

test('in little room two bands below full use are one, and lead to the customers of both', () => {
  const band = (from: number, to: number | null, customers: number) => ({
    from,
    to,
    customers,
    totals: { licensesSold: 10 * customers, licensesDeployed: customers },
  });
  const bands = [
    ...[0.3, 0.4, 0.5, 0.6].map((from, index) => band(from, from + 0.1, index + 1)),
    band(1, 1, 6),
    band(1, null, 7),
  ];
  const narrow = distributionOf({ ...summary, bands }, t, format, true);
  expect(
    narrow.bands.map(({ name, customers, place }) => [name, customers, place.place, place.count]),
  ).toEqual([
    ['30% to under 50%', 3, 0, 3],
    ['50% to under 70%', 7, 3, 7],
    ['Exactly 100%', 6, 7, 6],
    ['Above 100%', 7, 0, 7],
  ]);
  const isIn = (licensesDeployed: number) =>
    narrow.bands.map(({ place }) => place.has({ licensesSold: 100, licensesDeployed }));
  expect(isIn(45)).toEqual([true, false, false, false]);
  expect(isIn(50)).toEqual([false, true, false, false]);
  const { bands: _, ...rest } = distributionOf({ ...summary, bands }, t, format);
  expect(narrow).toMatchObject(rest);
});

test('where a band stands among the customers: below full use from the lowest up, the rest from the highest down', () => {
  const { bands } = distributionOf(summary, t, format);
  expect(
    bands.map(({ place: { sort, place, count } }) => [sort[0]?.descending ? 'down' : 'up', place, count]),
  ).toEqual([
    ['up', 0, 3],
    ['up', 3, 1],
    ['down', 1, 4],
    ['down', 0, 1],
  ]);
  const isIn = (licensesDeployed: number) =>
    bands.map(({ place }) => place.has({ licensesSold: 100, licensesDeployed }));
  expect(isIn(39)).toEqual([true, false, false, false]);
  expect(isIn(40)).toEqual([false, false, false, false]);
  expect(isIn(90)).toEqual([false, true, false, false]);
  expect(isIn(100)).toEqual([false, false, true, false]);
  expect(isIn(101)).toEqual([false, false, false, true]);
  expect(bands.some(({ place }) => place.has({ licensesSold: 0, licensesDeployed: 5 }))).toBe(false);
});

test('compared, the table has the figure that is ranked by as it was, and how it has changed', () => {
  const before: ChartBefore = {
    counted: {
      member: (value) =>
        value === 'Other'
          ? null
          : value === null
            ? undefined
            : { licensesSold: 1900, licensesDeployed: 1500 },
      other: { licensesSold: 4000, licensesDeployed: 2000 },
      total: { licensesSold: 6000, licensesDeployed: 3600 },
    },
    leftOut: null,
  };
  const compared = (measure: Measure) => {
    const { rows, total } = memberTable({ counted: groups, leftOut: null }, t, format, { before, measure });
    return [...rows, total].map(({ figures }) => figures.slice(4));
  };
  expect(compared('licensesSold')).toEqual([
    ['1,900', '+100'],
    // This member is new.
    ['—', '+100'],
    // The earlier figures of the others are not known.
    ['', ''],
    ['4,000', '+1,000'],
    ['6,000', '+1,100'],
  ]);
  expect(compared('utilization')).toEqual([
    ['78.9%', '−17.2 pt'],
    ['—', '—'],
    ['', ''],
    ['50.0%', '−30.0 pt'],
    ['60.0%', '−26.2 pt'],
  ]);
});

test('compared, the distribution has the customers of each band as they were', () => {
  const of = (customers: number): Summary => ({
    totals: { licensesSold: 10, licensesDeployed: 5 },
    customers: customers + 1,
    bands: [{ from: 0, to: null, customers, totals: { licensesSold: 10, licensesDeployed: 5 } }],
    customersWithoutSold: 1,
    customersOver: customers,
    coverage,
  });
  const [now, then] = [of(12), of(15)].map((summary) => distributionOf(summary, t, format));
  if (now === undefined || then === undefined) throw new TypeError('Both were given.');
  const { rows, total } = bandTable(now, t, format, then);
  expect([...rows, total].map(({ figures }) => figures.slice(4))).toEqual([
    ['15', '−3'],
    ['1', '0'],
    ['16', '−3'],
  ]);
});
