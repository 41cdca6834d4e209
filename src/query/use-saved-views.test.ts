import { act } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeWindow } from '#view/fake-page.ts';
import { fakeSource, usedWith } from './fake-source.ts';
import { useSavedViews } from './use-saved-views.ts';

const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal('window', fakeWindow({}));
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, text: string) => void stored.set(name, text),
    removeItem: (name: string) => void stored.delete(name),
  });
});

test('saved views are the account’s own, and kept where the person says so', () => {
  const mine = usedWith(fakeSource().source, useSavedViews);
  expect(mine.now()).toMatchObject({ isKept: false, isStored: true, saved: { views: [] } });
  act(() => mine.now().keep(true));
  expect(mine.now().isKept).toBe(true);
  const another = usedWith(fakeSource({ accountId: 'another' }).source, useSavedViews);
  expect(another.now().isKept).toBe(false);
  const { change } = mine.now();
  mine.again();
  expect(mine.now().change).toBe(change);
});
