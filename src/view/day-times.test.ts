import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAt, daysBefore, timeOfDay } from './day-times.ts';

test('days before are counted over the ends of months and years, and over a leap day', () => {
  expect(daysBefore('2024-03-01', 1)).toBe('2024-02-29');
  expect(daysBefore('2026-01-01', 366)).toBe('2024-12-31');
  expect(daysBefore('2026-11-26', 0)).toBe('2026-11-26');
});

test('a day and its time are each other’s', () => {
  const anyDay = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(anyDay, (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(dayAt(timeOfDay(day))).toBe(day);
    }),
  );
  expect(timeOfDay('no day')).toBeNaN();
});
