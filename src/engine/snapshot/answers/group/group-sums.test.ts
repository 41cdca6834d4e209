import { expect, test } from 'vitest';
import { NO_VALUE } from '#engine/snapshot/columns/table.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import { bytesOfGroups, createGroupList, keyOfField, type GroupSums, withValue } from './group-sums.ts';

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
  const worth = { value: new Float64Array(3), priced: new Uint32Array(3) };
  expect(bytesOfGroups({ ...groups, pairs: { ...pairs, worth } })).toBe(3 * (1 + 4 + 8 + 4 + 8 + 8 + 4));
});

test('groups in a list hold little more memory than they need, and are those that were appended', () => {
  const table = tableOfRows([{ channel: 'a', licensesSold: 1, licensesDeployed: 1 }]);
  const listed = (most: number) => {
    const list = createGroupList(table, ['channel'], 9, most);
    list.append(groupsOf([1, 0]));
    list.append(groupsOf([1]));
    const groups = list.groups();
    expect([...groups.licensesSold]).toEqual([11, 1, 11]);
    expect([...keyOfField(groups, 'channel')]).toEqual([1, 0, 1]);
    expect(groups.count).toBe(3);
    return groups.licensesSold;
  };
  // Where three of four places are used they stay where they are.
  expect(listed(4).buffer.byteLength).toBe(4 * listed(4).BYTES_PER_ELEMENT);
  expect(listed(5).buffer.byteLength).toBe(3 * listed(5).BYTES_PER_ELEMENT);
});

test('a field that groups are not by has no codes, which is said in words', () => {
  const groups: GroupSums = { ...groupsOf([1]), fields: ['channel', 'productId'] };
  expect([...keyOfField(groups, 'channel')]).toEqual([1]);
  expect(() => keyOfField(groups, 'customerName')).toThrow(
    'Groups by channel, productId have no customerName.',
  );
});
