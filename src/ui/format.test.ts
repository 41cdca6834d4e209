import { expect, test } from 'vitest';
import { formatFor } from './format.ts';
import { ENGLISH } from './language.ts';

const english = formatFor(ENGLISH);

test('figures read as the locale writes them, with a real minus sign', () => {
  expect(english.count(12_345)).toBe('12,345');
  expect(english.count(-56)).toBe('−56');
  expect(english.change(1_234)).toBe('+1,234');
  expect(english.change(-56)).toBe('−56');
  expect(english.change(0)).toBe('0');
  expect(english.points(0.0084)).toBe('+0.8 pt');
  expect(english.points(-0.12)).toBe('−12.0 pt');
  expect(english.points(0.0001)).toBe('0.0 pt');
  expect(english.points(null)).toBe('—');
  expect(english.changePercent(0.125)).toBe('+12.5%');
  expect(english.changePercent(-1)).toBe('−100.0%');
  expect(english.changePercent(null)).toBe('—');
  expect(english.percent(0.8731)).toBe('87.3%');
  expect(english.percent(1.5)).toBe('150.0%');
  expect(english.percent(null)).toBe('—');
});

test("a snapshot's day is the same day in every time zone", () => {
  expect(english.date('2026-11-22')).toBe('Nov 22, 2026');
  expect(formatFor({ ...ENGLISH, locale: 'en-GB' }).date('2026-11-22')).toBe('22 Nov 2026');
  expect(english.date('no day')).toBe('no day');
});

test('a list is in the language of the texts, in the way of the locale', () => {
  const parts = ['A', 'B', 'C'];
  expect(english.allOf(parts)).toBe('A, B, and C');
  expect(formatFor({ ...ENGLISH, locale: 'en-GB' }).allOf(parts)).toBe('A, B and C');
  expect(formatFor({ ...ENGLISH, locale: 'fr' }).anyOf(parts)).toBe('A, B, or C');
});

test('from right to left, each part of a list has the direction of its own letters', () => {
  const arabic = formatFor({ ...ENGLISH, language: 'ar', locale: 'ar', direction: 'rtl' });
  expect(arabic.list(['1-2', 'B'])).toBe('\u20681-2\u2069 و\u2068B\u2069');
});
