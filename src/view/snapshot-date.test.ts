import { describe, expect, test } from 'vitest';
import { snapshotDateOf } from './snapshot-date.ts';

describe('snapshotDateOf', () => {
  test.each([
    '2018-10-02',
    ' 2018-10-02 ',
    '2018-10-02T00:00:00',
    '2018-10-02T23:59',
    '2018-10-02T23:59:59.1234567Z',
    '2018-10-02t00:00:00z',
    '2018-10-02 00:00:00',
    '2018-10-02T00:00:00-08:00',
    '2018-10-02T00:00:00+0200',
    // The `+` of `+02:00` becomes a space in a link.
    '2018-10-02T00:00:00 02:00',
  ])('reads %j as that day, whatever the time and zone', (text) => {
    expect(snapshotDateOf(text)).toBe('2018-10-02');
  });

  test.each([
    '',
    'latest',
    '2018-02-30',
    '2019-02-29',
    '2018-13-01',
    '2018-00-10',
    '2018-1-2',
    '02.10.2018',
    '10/02/2018',
    '20181002',
    '2018-10-02T25:00:00',
    '2018-10-02Tnoon',
    '2018-10-02x',
    '２０１８-10-02',
    '12018-10-02',
    '+002018-10-02',
  ])('takes %j for no day', (text) => {
    expect(snapshotDateOf(text)).toBeUndefined();
  });

  test('knows leap days', () => {
    expect(snapshotDateOf('2024-02-29')).toBe('2024-02-29');
  });
});
