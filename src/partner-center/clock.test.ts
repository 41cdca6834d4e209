import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from './clock.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const reason = new Error('Nobody waits any more');

test('it tells the time since the epoch', () => {
  vi.setSystemTime('2026-11-22T10:00:00Z');
  expect(systemClock.now()).toBe(Date.UTC(2026, 10, 22, 10));
});

test('a sleep ends after its time, not before, and keeps nothing of the signal', async () => {
  const { signal } = new AbortController();
  const woken = vi.fn();
  const sleep = systemClock.sleep(500, signal).then(woken);
  await vi.advanceTimersByTimeAsync(499);
  expect(woken).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(woken).toHaveBeenCalledOnce();
  await sleep;
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('a sleep without a signal ends too', async () => {
  const sleep = systemClock.sleep(500);
  await vi.advanceTimersByTimeAsync(500);
  await expect(sleep).resolves.toBeUndefined();
});

test('who leaves wakes with the reason at once, and leaves no timer', async () => {
  const leaving = new AbortController();
  const sleep = systemClock.sleep(500, leaving.signal);
  leaving.abort(reason);
  await expect(sleep).rejects.toBe(reason);
  expect(vi.getTimerCount()).toBe(0);
});

test('who has left before does not sleep', async () => {
  await expect(systemClock.sleep(500, AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(vi.getTimerCount()).toBe(0);
});
