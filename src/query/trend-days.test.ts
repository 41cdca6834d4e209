import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysIn, daysToAsk, MOST_DAYS_ASKED, rangeOf } from './trend-days.ts';

test('a trend ends on the day of the snapshot, or where the view says', () => {
  expect(rangeOf({ from: null, to: null, days: 30 }, '2026-03-01')).toEqual({
    from: '2026-01-31',
    to: '2026-03-01',
  });
  expect(rangeOf({ from: null, to: '2024-02-29', days: 2 }, '2026-03-01')).toEqual({
    from: '2024-02-28',
    to: '2024-02-29',
  });
  expect(rangeOf({ from: '2026-01-01', to: null, days: 30 }, '2026-01-03')).toEqual({
    from: '2026-01-01',
    to: '2026-01-03',
  });
  // A range that begins after the snapshot has only that one day.
  expect(rangeOf({ from: '2026-05-01', to: null, days: 30 }, '2026-01-03')).toEqual({
    from: '2026-01-03',
    to: '2026-01-03',
  });
});

test('all days of a short range are asked for, the newest first', () => {
  expect(daysToAsk({ from: '2026-02-27', to: '2026-03-02' })).toEqual([
    '2026-03-02',
    '2026-03-01',
    '2026-02-28',
    '2026-02-27',
  ]);
});

test('of a long range days are asked for evenly, its ends among them, and none twice', () => {
  const anyDay = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 400 }), (end, days) => {
      const to = end.toISOString().slice(0, 10);
      const range = rangeOf({ from: null, to, days }, to);
      const asked = daysToAsk(range);
      expect(daysIn(range)).toBe(days);
      expect(asked).toHaveLength(Math.min(days, MOST_DAYS_ASKED));
      expect([asked[0], asked.at(-1)]).toEqual([range.to, range.from]);
      expect(new Set(asked).size).toBe(asked.length);
      const gaps = asked.slice(1).map((day, at) => daysIn({ from: day, to: asked[at] ?? day }) - 1);
      if (gaps.length > 0) expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
    }),
  );
});
