import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createProgressNotes, type ProgressNote } from './progress-notes.ts';

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

test('the first at once, the others ten times a second, the latest always', () => {
  const shown: ProgressNote[] = [];
  const notes = createProgressNotes((note) => shown.push(note), Date.now);
  for (let page = 1; page <= 100; page += 1) {
    notes.reached({ loaded: page, total: 100 });
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(1_000);
  expect(shown[0]).toEqual({ loaded: 1, total: 100, secondsLeft: null });
  expect(shown.at(-1)?.loaded).toBe(100);
  expect(shown.length).toBeGreaterThan(9);
  expect(shown.length).toBeLessThan(13);
});

test('nothing comes after the end', () => {
  const shown: ProgressNote[] = [];
  const notes = createProgressNotes((note) => shown.push(note), Date.now);
  notes.reached({ loaded: 1, total: 3 });
  notes.reached({ loaded: 2, total: 3 });
  notes.end();
  vi.advanceTimersByTime(1_000);
  expect(shown).toHaveLength(1);
});

test('a count that was passed is no end', () => {
  const shown: ProgressNote[] = [];
  const notes = createProgressNotes((note) => shown.push(note), Date.now);
  vi.advanceTimersByTime(2_000);
  notes.reached({ loaded: 50, total: 20 });
  expect(shown).toEqual([{ loaded: 50, total: 50, secondsLeft: 0 }]);
});
