import { act } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_LOAD_LIMIT } from '#engine/plan.ts';
import { fakeWindow, inUse } from '#view/fake-page.ts';
import { loadLimit, setLoadLimit, useLoadLimit } from './load-limit.ts';

const KEY = 'license-lens.load-limit';

let reads = 0;
const items = new Map<string, string>();

beforeEach(() => {
  items.clear();
  reads = 0;
  vi.stubGlobal('window', fakeWindow({}));
  vi.stubGlobal('localStorage', {
    getItem(name: string) {
      reads += 1;
      return items.get(name) ?? null;
    },
    setItem: (name: string, value: string) => items.set(name, value),
    removeItem: (name: string) => items.delete(name),
  });
});

test('the limit is the one set last, and the default is no setting', () => {
  expect(loadLimit()).toBe(DEFAULT_LOAD_LIMIT);
  setLoadLimit(5_000);
  expect(loadLimit()).toBe(5_000);
  expect([...items]).toEqual([[KEY, '5000']]);
  setLoadLimit(DEFAULT_LOAD_LIMIT);
  expect([...items]).toEqual([]);
});

test.each([
  ['0', 0],
  ['7', 7],
  ['-1', DEFAULT_LOAD_LIMIT],
  ['1.5', DEFAULT_LOAD_LIMIT],
  ['many', DEFAULT_LOAD_LIMIT],
  ['1e99', DEFAULT_LOAD_LIMIT],
])('stored as %s it is %i rows', (stored, limit) => {
  items.set(KEY, stored);
  expect(loadLimit()).toBe(limit);
});

test('where storage is switched off, it stays the default', () => {
  vi.stubGlobal('localStorage', undefined);
  setLoadLimit(5);
  expect(loadLimit()).toBe(DEFAULT_LOAD_LIMIT);
});

test('whoever shows it hears of a change, in another tab too, and storage is read once for each', () => {
  const page = inUse(useLoadLimit);
  const other = inUse(useLoadLimit);
  expect(page.now()).toBe(DEFAULT_LOAD_LIMIT);
  act(() => setLoadLimit(9));
  expect([page.now(), other.now()]).toEqual([9, 9]);
  const before = reads;
  page.again();
  other.again();
  expect(reads).toBe(before);
  // When the first user of the hook leaves, the other one is still told.
  page.leave();
  items.set(KEY, '11');
  act(() => void window.dispatchEvent(new Event('storage')));
  expect(other.now()).toBe(11);
  other.leave();
});

test('whoever leaves last leaves nothing behind', () => {
  const comes = vi.spyOn(window, 'addEventListener');
  const goes = vi.spyOn(window, 'removeEventListener');
  const ours = (calls: typeof comes.mock.calls) => calls.filter(([type]) => type === 'storage');
  const page = inUse(useLoadLimit);
  expect(ours(goes.mock.calls)).toEqual([]);
  page.leave();
  expect(ours(comes.mock.calls)).toHaveLength(1);
  expect(ours(goes.mock.calls)).toEqual(ours(comes.mock.calls));
});

test('while nobody shows it, it is read each time it is asked for', () => {
  const page = inUse(useLoadLimit);
  page.leave();
  for (const stored of ['3', '4']) {
    items.set(KEY, stored);
    expect(loadLimit()).toBe(Number(stored));
  }
  // The value that was read for an earlier user of the hook may be old, so it is read again.
  const again = inUse(useLoadLimit);
  expect(again.now()).toBe(4);
  again.leave();
});
