import { expect, test } from 'vitest';
import { NO_VALUE } from '#engine/snapshot/columns/table.ts';
import { bytesOfGroups, type GroupSums, withValue } from './group-sums.ts';

function groupsOf(codes: readonly number[]): GroupSums {
  return {
    fields: ['channel'],
    count: codes.length,
    keys: [Uint8Array.from(codes)],
    licensesSold: Uint32Array.from(codes, (code) => 10 * code + 1),
    licensesDeployed: Float64Array.from(codes, (code) => 10 * code),
  };
}

test.each([
  [
    [NO_VALUE, 3, 1],
    [3, 1],
  ],
  [
    [3, NO_VALUE, 1],
    [3, 1],
  ],
  [
    [3, 1, NO_VALUE],
    [3, 1],
  ],
  [
    [3, 1],
    [3, 1],
  ],
  [[NO_VALUE], []],
])('of the groups %j those with a value are %j', (codes, left) => {
  expect(withValue(groupsOf(codes))).toEqual(groupsOf(left));
});

test('groups take what their codes and sums take', () => {
  expect(bytesOfGroups(groupsOf([1, 2, 3]))).toBe(3 * (1 + 4 + 8));
});
