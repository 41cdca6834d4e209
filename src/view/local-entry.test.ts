import { afterEach, expect, test, vi } from 'vitest';
import { localEntry, setLocalEntry } from './local-entry.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('an entry is written, read, and removed', () => {
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, text: string) => void stored.set(name, text),
    removeItem: (name: string) => void stored.delete(name),
  });
  expect(setLocalEntry('a', '')).toBe(true);
  expect(localEntry('a')).toBe('');
  expect(setLocalEntry('a', null)).toBe(true);
  expect(localEntry('a')).toBeNull();
  expect(stored.size).toBe(0);
});

test('storage that is switched off has nothing and takes nothing', () => {
  const refuse = (): never => {
    throw new DOMException('no', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(localEntry('a')).toBeNull();
  expect(setLocalEntry('a', 'b')).toBe(false);
  expect(setLocalEntry('a', null)).toBe(false);
});
