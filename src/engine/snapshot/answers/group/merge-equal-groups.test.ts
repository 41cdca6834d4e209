import { expect, test } from 'vitest';
import { createTableAnswers } from '#engine/snapshot/answers/table-answers.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';

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
