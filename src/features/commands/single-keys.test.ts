import { afterEach, expect, test, vi } from 'vitest';
import { areSingleKeysOn, setSingleKeys } from './single-keys.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A storage like the browser's. With `isFull` nothing can be stored. */
function storage(isFull = false): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const entries = new Map<string, string>();
  return {
    getItem: (name) => entries.get(name) ?? null,
    setItem(name, text) {
      if (isFull) throw new Error('full');
      entries.set(name, text);
    },
    removeItem: (name) => void entries.delete(name),
  };
}

test('single keys are on until they are switched off, which the browser remembers', () => {
  vi.stubGlobal('localStorage', storage());
  expect(areSingleKeysOn()).toBe(true);
  setSingleKeys(false);
  expect(areSingleKeysOn()).toBe(false);
  setSingleKeys(true);
  expect(areSingleKeysOn()).toBe(true);
});

test('where nothing can be stored the choice holds as long as the page is open', () => {
  vi.stubGlobal('localStorage', storage(true));
  setSingleKeys(false);
  expect(areSingleKeysOn()).toBe(false);
  setSingleKeys(true);
  expect(areSingleKeysOn()).toBe(true);
});
