import { expect, test } from 'vitest';
import { createPace } from './rate-of-rows.ts';

test('says nothing before there is something to go by', () => {
  const pace = createPace(0);
  expect(pace.secondsFor(1_000)).toBeNull();
  pace.reached(0, 2_000);
  expect(pace.secondsFor(1_000)).toBeNull();
  pace.reached(500, 2_000);
  expect(pace.secondsFor(1_000)).toBe(4);
});

test('a steady pace is told as it is, from the first page on', () => {
  const pace = createPace(0);
  for (let second = 1; second <= 30; second += 1) {
    pace.reached(second * 100, second * 1_000);
    expect(pace.secondsFor(1_000)).toBe(10);
  }
});

test('pages that come four at a time are no faster', () => {
  const pace = createPace(0);
  let rows = 0;
  for (let second = 4; second <= 80; second += 4) {
    for (let page = 0; page < 4; page += 1) {
      rows += 100;
      pace.reached(rows, second * 1_000 + page);
    }
  }
  const seconds = pace.secondsFor(1_000) ?? 0;
  expect(Math.abs(seconds - 10)).toBeLessThanOrEqual(4);
});

test('what comes now counts for more than what came first', () => {
  const pace = createPace(0);
  for (let second = 1; second <= 10; second += 1) pace.reached(second * 1_000, second * 1_000);
  for (let second = 11; second <= 40; second += 1) pace.reached(10_000 + (second - 10) * 10, second * 1_000);
  expect(pace.secondsFor(100)).toBeGreaterThan(5);
});

test('a download that begins again begins its pace again', () => {
  const pace = createPace(0);
  pace.reached(90_000, 2_000);
  pace.reached(10_000, 3_000);
  expect(pace.secondsFor(1_000)).toBeNull();
  pace.reached(20_000, 13_000);
  expect(pace.secondsFor(10_000)).toBe(10);
});
