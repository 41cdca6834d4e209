import { expect, test } from 'vitest';
import { NO_VALUE } from '#engine/snapshot/columns/table.ts';
import { bytesOfGroups, keyOfField, type GroupSums, withValue } from './group-sums.ts';

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
  const groups = groupsOf([1, 2, 3]);
  expect(bytesOfGroups(groups)).toBe(3 * (1 + 4 + 8));
  const pairs = { idle: new Uint32Array(3), short: new Float64Array(3) };
  expect(bytesOfGroups({ ...groups, pairs })).toBe(3 * (1 + 4 + 8 + 4 + 8));
});

test('a field that groups are not by has no codes, which is said in words', () => {
  const groups: GroupSums = { ...groupsOf([1]), fields: ['channel', 'productId'] };
  expect([...keyOfField(groups, 'channel')]).toEqual([1]);
  expect(() => keyOfField(groups, 'customerName')).toThrow(
    'Groups by channel, productId have no customerName.',
  );
});
