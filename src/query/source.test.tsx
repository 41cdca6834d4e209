import { act } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { createWaitingRoom, type Connectivity } from '#partner-center/activity.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import { createSecondFactorNotice } from '#partner-center/second-factor.ts';
import { createVirtualClock } from '#partner-center/virtual-clock.ts';
import { fakeWindow, inUse } from '#view/fake-page.ts';
import { useIsOnline, useWaits } from './activity.ts';
import { fakeSource, usedWith } from './fake-source.ts';
import { useSecondFactorDue } from './second-factor.ts';
import { useSource } from './source.ts';

beforeEach(() => {
  vi.stubGlobal('window', fakeWindow({}));
});

const ALWAYS: Connectivity = { isOnline: () => true, subscribe: () => () => undefined };

test('a part of the page that no source stands above is a mistake', () => {
  expect(() => inUse(useSource)).toThrow('SourceProvider');
});

test('what waits for another try is told as it comes and goes, and the person has a say in it', async () => {
  const room = createWaitingRoom(createVirtualClock(0), ALWAYS);
  const { source } = fakeSource({ activity: room });
  const page = usedWith(source, useWaits);
  const error = new PartnerCenterError({ kind: 'unavailable', description: 'Try later.' });
  const wait = (): Promise<unknown> => room.wait(5_000, { error, tries: 1, mostTries: 3 }, undefined);
  for (const wake of ['tryNow', 'giveUp'] as const) {
    let outcome: Promise<unknown> = Promise.resolve();
    act(() => void (outcome = wait().catch((reason: unknown) => reason)));
    expect(page.now().waits).toEqual([{ error, tries: 1, mostTries: 3, until: 5_000 }]);
    await act(async () => {
      page.now()[wake]();
      expect((await outcome) === error).toBe(wake === 'giveUp');
    });
    expect(page.now().waits).toEqual([]);
  }
});

test('the network is followed', () => {
  const navigator = { onLine: true };
  vi.stubGlobal('navigator', navigator);
  const page = inUse(useIsOnline);
  expect(page.now()).toBe(true);
  navigator.onLine = false;
  act(() => void window.dispatchEvent(new Event('offline')));
  expect(page.now()).toBe(false);
});

test('that a second factor will be needed is told once the service has said so', () => {
  const notice = createSecondFactorNotice();
  const page = usedWith(fakeSource({ secondFactor: notice }).source, useSecondFactorDue);
  expect(page.now()).toBe(false);
  act(() => notice.hear(new Headers({ isMfaCompliant: 'false' })));
  expect(page.now()).toBe(true);
});
