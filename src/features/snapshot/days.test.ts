import { expect, test } from 'vitest';
import { earlierDays } from './days.ts';

test('days are counted over the ends of months and years', () => {
  expect(earlierDays('2026-01-01').map(({ date }) => date)).toEqual([
    '2025-12-31',
    '2025-12-25',
    '2025-12-02',
    '2025-10-03',
    '2025-01-01',
  ]);
});

test('a year before is the same day of the calendar, where there is one', () => {
  expect(earlierDays('2025-03-01').at(-1)?.date).toBe('2024-03-01');
  expect(earlierDays('2028-02-29').at(-1)?.date).toBe('2027-02-28');
  expect(earlierDays('2028-03-29').at(-1)?.date).toBe('2027-03-29');
  expect(earlierDays('2028-02-28').at(-1)?.date).toBe('2027-02-28');
  expect(earlierDays('1000-05-06').at(-1)?.date).toBe('0999-05-06');
});

test('each says how long before it is', () => {
  expect(earlierDays('2026-01-01').map(({ before }) => before)).toEqual([
    { days: 1 },
    { days: 7 },
    { days: 30 },
    { days: 90 },
    'year',
  ]);
});

test('what is no day has none before it', () => {
  expect(earlierDays('latest')).toEqual([]);
});
