import { expect, test } from 'vitest';
import { fakeService, testRow } from './fake-service.ts';
import { findSnapshot, dayOf } from './snapshot.ts';

test.each([
  ['2018-10-02T00:00:00', '2018-10-02'],
  ['2018-10-02', '2018-10-02'],
  ['2018-10-02T23:59:59.9999999-08:00', '2018-10-02'],
  ['2018-02-30T00:00:00', null],
  ['2018-13-01', null],
  ['10/2/2018', null],
  ['2018-10-02 in the evening', '2018-10-02'],
])('the day of %s is %s', (processedDateTime, date) => {
  expect(dayOf(processedDateTime)).toBe(date);
});

test("the snapshot is the row's own, asked for with one row", async () => {
  const { client, asked } = fakeService([testRow({ processedDateTime: '2026-11-20T04:05:06Z' })]);
  expect(await findSnapshot(client, null)).toEqual({
    processedDateTime: '2026-11-20T04:05:06Z',
    date: '2026-11-20',
    totalCount: 1,
  });
  expect(asked).toEqual([{ groupby: [], top: 1, skip: 0 }]);
});

test('a day without rows has no snapshot', async () => {
  const { client } = fakeService([testRow({ processedDateTime: '2026-11-20T00:00:00' })]);
  expect(await findSnapshot(client, '2026-11-13')).toBeNull();
});

test('pages without rows are not its end, and a count that is too small is none', async () => {
  const { client } = fakeService([testRow({}), testRow({})]);
  let empties = 3;
  const slow: typeof client = {
    ...client,
    licenseDeployment: async (query, options) => {
      const page = await client.licenseDeployment(query, options);
      empties -= 1;
      if (empties < 0) return { ...page, totalCount: 1 };
      return { rows: [], totalCount: 0, next: { paging: `token=${empties}`, skip: 0 } };
    },
  };
  expect(await findSnapshot(slow, null)).toMatchObject({ date: '2026-11-22', totalCount: null });
});

test('a date that does not exist is an unreadable response', async () => {
  const { client } = fakeService([testRow({ processedDateTime: '2026-02-31T00:00:00' })]);
  const found = findSnapshot(client, null);
  await expect(found).rejects.toMatchObject({ kind: 'unreadableResponse' });
  await expect(found).rejects.toThrow('2026-02-31T00:00:00 is no date');
});
