import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeWindow, inUse } from '#view/fake-page.ts';
import { DEFAULT_VIEW } from '#view/view.ts';
import { DEFAULT_LAYOUT, type ColumnLayout } from './column-layout.ts';
import { useColumnLayout } from './use-column-layout.ts';

const HIDDEN: ColumnLayout = { order: [], hidden: ['channel'], widths: {} };
const KEY = 'license-lens.columns.channel';

const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal('window', fakeWindow({}));
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => void stored.set(key, text),
    removeItem: (key: string) => void stored.delete(key),
  });
});

afterEach(() => void vi.unstubAllGlobals());

const useOfChannels = () => useColumnLayout({ ...DEFAULT_VIEW, groupby: ['channel'] });
const useOfRows = () => useColumnLayout(DEFAULT_VIEW);

describe('the layout of the columns', () => {
  test('is the default, and then what a person made of it', () => {
    const page = inUse(useOfChannels);
    expect(page.now()[0]).toEqual(DEFAULT_LAYOUT);
    act(() => page.now()[1](HIDDEN));
    expect(page.now()[0]).toEqual(HIDDEN);
    page.leave();
    expect(inUse(useOfChannels).now()[0]).toEqual(HIDDEN);
  });

  test('is each grouping’s own', () => {
    stored.set(KEY, JSON.stringify(HIDDEN));
    const page = inUse(useOfRows);
    expect(page.now()[0]).toEqual(DEFAULT_LAYOUT);
    page.again(useOfChannels);
    expect(page.now()[0]).toEqual(HIDDEN);
    const sized: ColumnLayout = { ...DEFAULT_LAYOUT, widths: { channel: 100 } };
    act(() => page.now()[1](sized));
    expect(page.now()[0]).toEqual(sized);
    page.again(useOfRows);
    expect(page.now()[0]).toEqual(DEFAULT_LAYOUT);
    act(() => page.now()[1](HIDDEN));
    page.again(useOfChannels);
    expect(page.now()[0]).toEqual(sized);
  });

  test.each<ColumnLayout>([
    { order: ['channel'], hidden: [], widths: {} },
    HIDDEN,
    { order: [], hidden: [], widths: { channel: 80 } },
    { order: ['channel'], hidden: ['channel'], widths: {} },
    { order: [], hidden: ['channel'], widths: { channel: 80 } },
  ])('is stored as %j', (layout) => {
    const page = inUse(useOfChannels);
    act(() => page.now()[1](layout));
    expect([...stored]).toEqual([[KEY, JSON.stringify(layout)]]);
  });

  test('leaves nothing stored once it is the default again', () => {
    stored.set(KEY, JSON.stringify(HIDDEN));
    const page = inUse(useOfChannels);
    act(() => page.now()[1](DEFAULT_LAYOUT));
    expect(page.now()[0]).toEqual(DEFAULT_LAYOUT);
    expect(stored.size).toBe(0);
  });

  test('holds while the page is open where the browser stores nothing', () => {
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
    const page = inUse(useOfChannels);
    expect(page.now()[0]).toEqual(DEFAULT_LAYOUT);
    act(() => page.now()[1](HIDDEN));
    expect(page.now()[0]).toEqual(HIDDEN);
  });
});
