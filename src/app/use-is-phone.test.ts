import { act } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeWindow, inUse } from '#view/fake-page.ts';
import { useIsPhone } from '#ui/use-is-phone.ts';

afterEach(() => void vi.unstubAllGlobals());

test('follows the width at which the parts of the page stack', () => {
  const query = Object.assign(new EventTarget(), { matches: false });
  const matchMedia = vi.fn<(text: string) => typeof query>(() => query);
  vi.stubGlobal('window', fakeWindow({}));
  vi.stubGlobal('matchMedia', matchMedia);
  const turnTo = (matches: boolean): void => {
    query.matches = matches;
    act(() => void query.dispatchEvent(new Event('change')));
  };

  const page = inUse(useIsPhone);
  expect(page.now()).toBe(false);
  turnTo(true);
  expect(page.now()).toBe(true);
  expect(new Set(matchMedia.mock.calls.flat())).toEqual(new Set(['(max-width: 40em)']));
  page.leave();
  const asked = matchMedia.mock.calls.length;
  turnTo(false);
  expect(matchMedia).toHaveBeenCalledTimes(asked);
});
