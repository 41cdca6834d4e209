import { beforeEach, expect, test, vi } from 'vitest';
import { dismissHint, nextHint } from './dismissed.ts';

const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, text: string) => void stored.set(name, text),
  });
});

test('each hint is shown until it is dismissed, one after the other', () => {
  expect(nextHint()).toBe('bars');
  dismissHint('bars');
  expect(nextHint()).toBe('link');
  dismissHint('link');
  dismissHint('commands');
  expect(nextHint()).toBeNull();
});

test('what another version of the page has stored does no harm', () => {
  stored.set('license-lens.hints', 'link,unknown,,commands');
  expect(nextHint()).toBe('bars');
  dismissHint('bars');
  expect(nextHint()).toBeNull();
});
