import { act } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Wait } from '#partner-center/activity.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { useIsOnline, useWaits } from './activity.ts';
import { fakeSource, usedWith } from './fake-source.ts';
import { useSecondFactorDue } from './second-factor.ts';

let page: EventTarget;

beforeEach(() => {
  page = fakeWindow({});
  vi.stubGlobal('window', page);
});

test('what is waited for is told as it changes, and the person has a say in it', () => {
  const said: string[] = [];
  let waits: readonly Wait[] = [];
  let changed: () => void = () => undefined;
  const { source } = fakeSource({
    activity: {
      waits: () => waits,
      subscribe: (onChange) => {
        changed = onChange;
        return () => undefined;
      },
      tryNow: () => void said.push('now'),
      giveUp: () => void said.push('never'),
    },
  });
  const use = usedWith(source, useWaits);
  expect(use.now().waits).toEqual([]);
  const error = new PartnerCenterError({ kind: 'network', description: 'no' });
  act(() => {
    waits = [{ error, tries: 1, mostTries: 5, until: null }];
    changed();
  });
  expect(use.now().waits).toBe(waits);
  use.now().tryNow();
  use.now().giveUp();
  expect(said).toEqual(['now', 'never']);
});

test('whether there is a network is the browser’s word', () => {
  const network = { onLine: true };
  vi.stubGlobal('navigator', network);
  const use = usedWith(fakeSource().source, useIsOnline);
  expect(use.now()).toBe(true);
  act(() => {
    network.onLine = false;
    page.dispatchEvent(new Event('offline'));
  });
  expect(use.now()).toBe(false);
});

test('that the sign-in lacks a second factor is told once the service has said so', () => {
  let isDue = false;
  let changed: () => void = () => undefined;
  const { source } = fakeSource({
    secondFactor: {
      isDue: () => isDue,
      subscribe: (onChange) => {
        changed = onChange;
        return () => undefined;
      },
    },
  });
  const use = usedWith(source, useSecondFactorDue);
  expect(use.now()).toBe(false);
  act(() => {
    isDue = true;
    changed();
  });
  expect(use.now()).toBe(true);
});
