import { expect, test } from 'vitest';
import { bandsOf } from './bands.ts';

const customer = (licensesDeployed: number, licensesSold: number) => ({ licensesDeployed, licensesSold });

test('exactly full use, over it and nothing sold are told apart', () => {
  const { bands, customersWithoutSold, customersOver } = bandsOf([
    customer(0, 10),
    customer(1, 10),
    customer(95, 100),
    customer(10, 10),
    customer(11, 10),
    customer(300, 10),
    customer(0, 0),
    customer(5, 0),
  ]);
  const counts = bands.map(({ from, to, customers }) => [from, to, customers]);
  expect(counts.filter(([, , customers]) => customers !== 0)).toEqual([
    [0, 0.1, 1],
    [0.1, 0.2, 1],
    [0.9, 1, 1],
    [1, 1, 1],
    [1, null, 2],
  ]);
  expect(customersWithoutSold).toBe(2);
  // These are 11 of 10, 300 of 10, and 5 where nothing was sold.
  expect(customersOver).toBe(3);
  expect(bands.at(-1)?.totals).toEqual({ licensesDeployed: 311, licensesSold: 20 });
});
