import fc from 'fast-check';
import { expect, test } from 'vitest';
import { remedyOf, targetOf } from './remedy.ts';

const share = (deployed: number, sold: number): number => (100 * deployed) / sold;

test('a row leaves the idle by as many licenses as it has too many of them, assigned or dropped', () => {
  const row = { licensesSold: 100, licensesDeployed: 60, idle: 40 };
  expect(remedyOf(row, { minIdle: 1, maxUtilization: 100 })).toEqual({ assign: 40, drop: 40 });
  expect(remedyOf(row, { minIdle: 0, maxUtilization: 100 })).toEqual({ assign: 40, drop: 40 });
  expect(remedyOf(row, { minIdle: 25, maxUtilization: 100 })).toEqual({ assign: 16, drop: 16 });
  expect(remedyOf({ ...row, idle: 0 }, { minIdle: 0, maxUtilization: 100 })).toBeNull();
  expect(remedyOf({ licensesSold: 1, licensesDeployed: 0 }, { minIdle: 1, maxUtilization: 100 })).toBeNull();
  expect(targetOf({ minIdle: 25, maxUtilization: 100 })).toEqual({ kind: 'idle', below: 25 });
});

test('a utilization that is asked for is reached by assigning fewer than would have to be dropped', () => {
  const row = { licensesSold: 100, licensesDeployed: 50, idle: 50 };
  expect(remedyOf(row, { minIdle: 1, maxUtilization: 80 })).toEqual({ assign: 30, drop: 38 });
  expect(remedyOf(row, { minIdle: 1, maxUtilization: 50 })).toBeNull();
  expect(remedyOf({ ...row, licensesDeployed: 0 }, { minIdle: 1, maxUtilization: 80 })).toEqual({
    assign: 80,
    drop: 100,
  });
});

test('what it says is just enough, and one license fewer is not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 99_999 }),
      (licensesSold, used, thousandths) => {
        const licensesDeployed = Math.floor(used * licensesSold);
        const maxUtilization = thousandths / 1000;
        const row = { licensesSold, licensesDeployed, idle: licensesSold - licensesDeployed };
        const remedy = remedyOf(row, { minIdle: 1, maxUtilization });
        const reaches = (deployed: number, sold: number): boolean =>
          sold === 0 || 100_000 * deployed >= thousandths * sold;
        if (remedy === null) {
          expect(reaches(licensesDeployed, licensesSold)).toBe(true);
          return;
        }
        const { assign, drop } = remedy;
        expect(share(licensesDeployed, licensesSold)).toBeLessThan(maxUtilization);
        expect(reaches(licensesDeployed + assign, licensesSold)).toBe(true);
        expect(reaches(licensesDeployed + assign - 1, licensesSold)).toBe(false);
        expect(reaches(licensesDeployed, licensesSold - drop)).toBe(true);
        expect(reaches(licensesDeployed, licensesSold - drop + 1)).toBe(false);
        expect(assign).toBeLessThanOrEqual(drop);
      },
    ),
  );
});
