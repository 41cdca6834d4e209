import { expect, test, vi } from 'vitest';
import { dayOf } from './day.ts';
import { fakeService, testRow } from './fake-service.ts';
import { findSnapshot, isSameSnapshot } from './snapshot.ts';

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

const PAIRS: readonly (readonly [string, string, boolean])[] = [
  ['2026-11-22T00:00:00', '2026-11-22T00:00:00Z', true],
  ['2026-11-22T00:00:00', '2026-11-22T00:00:00.0000000', true],
  ['2026-11-22T00:00:00', '2026-11-22', true],
  ['2026-11-22T00:00:00', '2026-11-22T01:00:00+01:00', true],
  ['2026-11-22T00:00:00', '2026-11-22T01:00:00+0100', true],
  ['2026-11-22T00:00:00', '2026-11-21T22:00:00.5-02:00', false],
  ['2026-11-22T00:00:00', '2026-11-22 00:00:00z', true],
  ['2026-11-22T00:00:00', '2026-11-22T06:00:00', false],
  ['2026-11-22T00:00:00', '2026-11-21T00:00:00', false],
  ['2026-11-22 later', '2026-11-22 later', true],
  ['2026-11-22 later', '2026-11-22 sooner', false],
];

test.each(PAIRS)('%s and %s are one snapshot: %s', (a, b, same) => {
  expect(isSameSnapshot(a, b)).toBe(same);
});

test('a time without a zone is the same on a machine that is not in UTC', () => {
  const parse = Date.parse.bind(Date);
  const isLocal = (text: string) => /[T ]\d\d:\d\d:\d\d[.\d]*$/u.test(text);
  const elsewhere = vi
    .spyOn(Date, 'parse')
    .mockImplementation((text) => parse(isLocal(text) ? `${text}-05:00` : text));
  for (const [a, b, same] of PAIRS) expect(isSameSnapshot(a, b)).toBe(same);
  elsewhere.mockRestore();
});
