import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createDemoData, type DemoData, type Snapshot } from './demo-data.ts';
import { EDGE_CUSTOMERS } from './edge-customers.ts';

// The times are long enough for a machine that does other work as well.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const NOW = new Date('2026-03-15T10:00:00Z');
const dataOf = (rows: number, seed = 'test'): DemoData => createDemoData({ rows, seed, now: NOW });

function snapshotOf(data: DemoData, date = data.latest): Snapshot {
  const snapshot = data.snapshot(date);
  if (snapshot === null) throw new Error(`no snapshot of ${date}`);
  return snapshot;
}

const daysBefore = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

const sum = (column: Uint32Array): number => column.reduce((total, value) => total + value, 0);
const utilization = (snapshot: Snapshot): number =>
  sum(snapshot.licensesDeployed) / sum(snapshot.licensesSold);

/** The sums of a snapshot by customer. */
function byCustomer(snapshot: Snapshot): Map<number, { sold: number; deployed: number }> {
  const sums = new Map<number, { sold: number; deployed: number }>();
  snapshot.customer.forEach((customer, row) => {
    const own = sums.get(customer) ?? { sold: 0, deployed: 0 };
    own.sold += snapshot.licensesSold[row] ?? 0;
    own.deployed += snapshot.licensesDeployed[row] ?? 0;
    sums.set(customer, own);
  });
  return sums;
}

const keysOf = (snapshot: Snapshot): string[] =>
  Array.from(snapshot.customer, (customer, row) =>
    [customer, snapshot.product[row], snapshot.channel[row]].join(),
  );

describe('the latest snapshot', () => {
  test('is that of the day before, in UTC', () => {
    expect(dataOf(10).latest).toBe('2026-03-14');
    expect(createDemoData({ rows: 1, seed: '', now: new Date('2026-01-01T00:00:00Z') }).latest).toBe(
      '2025-12-31',
    );
  });

  test('has exactly the rows asked for, one for each customer, product and channel', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 }), fc.string(), (rows, seed) => {
        const data = dataOf(rows, seed);
        expect(keysOf(snapshotOf(data))).toHaveLength(rows);
        for (const date of [data.latest, daysBefore(data.latest, 200), data.first]) {
          const keys = keysOf(snapshotOf(data, date));
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
      { numRuns: 40 },
    );
    expect(snapshotOf(dataOf(20_000)).length).toBe(20_000);
  });

  test('has between 2,000 and 2,500 customers, and most products, at 20,000 rows', () => {
    const { customer, product } = snapshotOf(dataOf(20_000));
    expect(new Set(customer).size).toBeGreaterThanOrEqual(2_000);
    expect(new Set(customer).size).toBeLessThanOrEqual(2_500);
    expect(new Set(product).size).toBeGreaterThan(500);
  });

  test('has few large customers and a long tail', () => {
    const sold = [...byCustomer(snapshotOf(dataOf(20_000))).values()]
      .map((own) => own.sold)
      .toSorted((a, b) => b - a);
    const total = sold.reduce((all, own) => all + own, 0);
    const largest = sold.slice(0, sold.length / 10).reduce((all, own) => all + own, 0);
    expect(largest / total).toBeGreaterThan(0.5);
    expect((sold[0] ?? 0) / total).toBeLessThan(0.25);
  });

  test('has customers whose use gets worse, rows with nothing sold, and rows with more deployed than sold', () => {
    const data = dataOf(20_000);
    const latest = snapshotOf(data);
    const before = byCustomer(snapshotOf(data, daysBefore(data.latest, 220)));
    const worse = [...byCustomer(latest)].filter(([customer, { sold, deployed }]) => {
      const then = before.get(customer);
      return then !== undefined && sold > 50 && deployed / sold < then.deployed / then.sold - 0.2;
    });
    expect(worse.length).toBeGreaterThan(10);
    const rows = Array.from(latest.licensesSold, (sold, row) => ({
      sold,
      deployed: latest.licensesDeployed[row] ?? 0,
    }));
    expect(rows.filter(({ sold, deployed }) => sold === 0 && deployed > 0).length).toBeGreaterThan(20);
    expect(rows.filter(({ sold, deployed }) => sold > 0 && deployed > sold).length).toBeGreaterThan(100);
  });
});

test('is the same for the same seed, and another for another', () => {
  const once = dataOf(2_000);
  const again = dataOf(2_000);
  expect(again.customers).toEqual(once.customers);
  for (const date of [once.latest, once.first, daysBefore(once.latest, 100)]) {
    expect(again.snapshot(date)).toEqual(once.snapshot(date));
  }
  expect(dataOf(2_000, 'other').customers).not.toEqual(once.customers);
});

test('has the edge customers whatever the seed, from 1,000 rows on', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const data = dataOf(1_000, seed);
      const { customer } = snapshotOf(data);
      const present = new Set(Array.from(customer, (index) => data.customers[index]?.customerTenantId));
      for (const edge of EDGE_CUSTOMERS) expect(present).toContain(edge.customerTenantId);
    }),
    { numRuns: 20 },
  );
  const edgeRows = (date: string): unknown => {
    const data = dataOf(1_000);
    const snapshot = snapshotOf(data, date);
    return Array.from(snapshot.customer, (customer, row) => [
      data.customers[customer]?.customerName,
      data.products[snapshot.product[row] ?? -1]?.stringId,
      data.channels[snapshot.channel[row] ?? -1],
      snapshot.licensesDeployed[row],
      snapshot.licensesSold[row],
    ]).filter(([name]) => name === 'Nothing Sold Ltd' || name === 'Over-assigned AG');
  };
  for (const date of ['2026-03-14', '2025-02-14']) {
    expect(edgeRows(date)).toEqual(
      expect.arrayContaining([
        ['Nothing Sold Ltd', 'SPE_E3', 'direct', 12, 0],
        ['Nothing Sold Ltd', 'VISIOCLIENT', 'reseller', 0, 0],
        ['Over-assigned AG', 'ENTERPRISEPACK', 'reseller', 31, 20],
        ['Over-assigned AG', 'PROJECTPROFESSIONAL', 'reseller', 0, 8],
      ]),
    );
  }
  const names = EDGE_CUSTOMERS.map(({ customerName }) => customerName);
  expect(names).toContain(null);
  expect(names).toContain("O'Neill & Sons");
  expect(names.filter((name) => name === 'Northwind Traders')).toHaveLength(2);
  expect(names.some((name) => name?.startsWith('='))).toBe(true);
});

describe('the days before', () => {
  const data = dataOf(5_000);

  test('go back 13 months, with a few days missing', () => {
    expect(data.first).toBe('2025-02-14');
    expect(data.snapshot(daysBefore(data.first, 1))).toBeNull();
    expect(data.snapshot(daysBefore(data.latest, -1))).toBeNull();
    expect(data.snapshot('no date')).toBeNull();
    const days = Array.from({ length: 390 }, (_, back) => daysBefore(data.latest, back));
    expect(days.filter((date) => data.snapshot(date) === null)).toEqual(
      [37, 38, 171].map((back) => daysBefore(data.latest, back)),
    );
    expect(data.snapshotBefore(daysBefore(data.latest, 36))).toBe(daysBefore(data.latest, 39));
    expect(data.snapshotBefore(data.first)).toBeNull();
  });

  test('have fewer rows, and a utilization around 80 %', () => {
    for (const seed of ['1', '2', '3', '4', '5', '6']) {
      const own = dataOf(20_000, seed);
      expect(snapshotOf(own, own.first).length).toBeLessThan(19_000);
      for (const back of [389, 300, 200, 120, 60, 30, 7, 0]) {
        const snapshot = snapshotOf(own, daysBefore(own.latest, back));
        expect(utilization(snapshot)).toBeGreaterThan(0.75);
        expect(utilization(snapshot)).toBeLessThan(0.85);
      }
    }
  });

  test('differ little from the next', () => {
    let previous: Snapshot | undefined;
    for (let back = 389; back >= 0; back -= 1) {
      const snapshot = data.snapshot(daysBefore(data.latest, back));
      if (snapshot === null) continue;
      if (previous !== undefined) {
        expect(Math.abs(sum(snapshot.licensesSold) / sum(previous.licensesSold) - 1)).toBeLessThan(0.02);
        expect(Math.abs(utilization(snapshot) - utilization(previous))).toBeLessThan(0.01);
      }
      previous = snapshot;
    }
  });

  test('have customers and products that come and go, and subscriptions that change their channel', () => {
    const first = snapshotOf(data, data.first);
    const latest = snapshotOf(data);
    const then = new Set(first.customer);
    const now = new Set(latest.customer);
    expect([...now].filter((customer) => !then.has(customer)).length).toBeGreaterThan(10);
    expect([...then].filter((customer) => !now.has(customer)).length).toBeGreaterThan(10);

    const channelThen = new Map(keysOf(first).map((key) => [key.slice(0, key.lastIndexOf(',')), key]));
    const moved = keysOf(latest).filter((key) => {
      const before = channelThen.get(key.slice(0, key.lastIndexOf(',')));
      return before !== undefined && before !== key;
    });
    expect(moved.length).toBeGreaterThan(10);
  });

  test('are the same after other days have been looked at', () => {
    const before = data.snapshot(data.first);
    for (let back = 0; back < 20; back += 1) data.snapshot(daysBefore(data.latest, back));
    expect(data.snapshot(data.first)).toEqual(before);
    // The order is the same too, because paging would otherwise skip rows.
    expect(data.snapshot(data.first)?.customer).toEqual(before?.customer);
  });
});
