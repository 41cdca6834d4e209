import { expect, test } from 'vitest';
import { daysToCompare } from './days-to-compare.ts';

test('days before, and the ends of the month and the quarter before, come newest first', () => {
  expect(daysToCompare('2026-11-28')).toEqual([
    { date: '2026-11-27', occasions: [{ days: 1 }] },
    { date: '2026-11-21', occasions: [{ days: 7 }] },
    { date: '2026-10-31', occasions: ['monthEnd'] },
    { date: '2026-10-29', occasions: [{ days: 30 }] },
    { date: '2026-09-30', occasions: ['quarterEnd'] },
  ]);
});

test('a day that is offered for several reasons comes once, with all of them', () => {
  expect(daysToCompare('2026-01-01')[0]).toEqual({
    date: '2025-12-31',
    occasions: [{ days: 1 }, 'monthEnd', 'quarterEnd'],
  });
  expect(daysToCompare('2028-03-07')).toContainEqual({
    date: '2028-02-29',
    occasions: [{ days: 7 }, 'monthEnd'],
  });
});

test('the last day of a month is compared with the end of the month before', () => {
  expect(daysToCompare('2026-03-31')).toContainEqual({ date: '2026-02-28', occasions: ['monthEnd'] });
});

test('what is no day has none to compare with', () => {
  expect(daysToCompare('latest')).toEqual([]);
});
