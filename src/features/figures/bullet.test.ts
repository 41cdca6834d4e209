import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bulletOf } from './bullet.ts';

const count = fc.integer({ min: 0, max: 1e9 });

test('the parts fill the bar exactly, and only one of left and over is there', () => {
  fc.assert(
    fc.property(count, count, (licensesSold, licensesDeployed) => {
      const bullet = bulletOf({ licensesSold, licensesDeployed });
      if (bullet === null) {
        expect([licensesSold, licensesDeployed]).toEqual([0, 0]);
        return;
      }
      expect(bullet.deployed + bullet.left + bullet.over).toBeCloseTo(1, 12);
      expect(Math.min(bullet.left, bullet.over)).toBe(0);
    }),
  );
});

test('deployed beyond sold keeps the proportion of the two', () => {
  expect(bulletOf({ licensesSold: 100, licensesDeployed: 125 })).toEqual({
    deployed: 0.8,
    left: 0,
    over: 0.2,
  });
});

test('neither sold nor deployed has no bar', () => {
  expect(bulletOf({ licensesSold: 0, licensesDeployed: 0 })).toBeNull();
});

test('deployed without anything sold is all over', () => {
  expect(bulletOf({ licensesSold: 0, licensesDeployed: 3 })).toEqual({ deployed: 0, left: 0, over: 1 });
});
