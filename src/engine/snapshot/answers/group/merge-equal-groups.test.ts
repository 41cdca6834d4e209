import { expect, test } from 'vitest';
import { createDictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { createTableAnswers } from '#engine/snapshot/answers/table-answers.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import type { GroupSums } from './group-sums.ts';
import { keyColumns } from './key-columns.ts';
import { mergeEqual } from './merge-equal-groups.ts';

test('of spellings that sold the same the first by code unit is shown, field after field', () => {
  const row = (channel: string, productName: string, licensesSold: number) => ({
    channel,
    productName,
    licensesSold,
    licensesDeployed: 0,
  });
  const answers = createTableAnswers(
    tableOfRows([
      row('Direct', 'visio', 2),
      row('Direct', 'Visio', 2),
      row('direct', 'VISIO', 1),
      row('reseller', 'Visio', 1),
      row('Reseller', 'visio', 1),
    ]),
  );
  const { top } = answers.groups(
    { filter: null, search: '' },
    { by: ['channel', 'productName'], rankBy: 'licensesSold', top: 9 },
  );
  expect(top.map(({ key, licensesSold }) => [...key, licensesSold])).toEqual([
    ['Direct', 'Visio', 5],
    ['Reseller', 'visio', 2],
  ]);
});

test('groups among which none are equal are the very same, and their codes are their numbers', () => {
  const groupsOf = (...names: readonly string[]) => {
    const table = tableOfRows(names.map((channel) => ({ channel, licensesSold: 1, licensesDeployed: 0 })));
    const { codes } = table.texts.channel;
    const groups: GroupSums = {
      fields: ['channel'],
      count: names.length,
      keys: [codes],
      licensesSold: Uint32Array.from(names, () => 2),
      licensesDeployed: new Uint32Array(names.length),
    };
    return { groups, codes, index: createDictionaryIndex(table) };
  };
  const apart = groupsOf('a', 'b');
  expect(mergeEqual(apart.groups, apart.index)).toBe(apart.groups);
  expect(keyColumns(apart.groups, ['channel'], apart.index)).toEqual([{ numbers: apart.codes, places: 3 }]);
  expect(keyColumns(apart.groups, ['channel'], apart.index)[0]?.numbers).toBe(apart.codes);
  const equal = groupsOf('a', 'A', 'b');
  expect(mergeEqual(equal.groups, equal.index)).toMatchObject({ count: 2 });
  // What decides that groups are equal may be fewer fields than they have.
  expect(mergeEqual(equal.groups, equal.index, [])).toBe(equal.groups);
  const [column] = keyColumns(equal.groups, ['channel'], equal.index);
  expect([...(column?.numbers ?? [])].map((number) => number === column?.numbers[0])).toEqual([
    true,
    true,
    false,
  ]);
});
