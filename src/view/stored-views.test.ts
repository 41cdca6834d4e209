import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeWindow } from './fake-page.ts';
import { saveView, withStart } from './saved-views.ts';
import { isKeptByConsent, leadToStart, type SavedViews } from './saved-views-entry.ts';
import { createSavedViewsStore } from './stored-views.ts';
import { DEFAULT_VIEW } from './view.ts';

let entries: Map<string, string>;
let isFull: boolean;

beforeEach(() => {
  entries = new Map();
  isFull = false;
  vi.stubGlobal('window', fakeWindow({}));
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => entries.get(name) ?? null,
    setItem(name: string, value: string) {
      if (isFull) throw new Error('QuotaExceededError');
      entries.set(name, value);
    },
    removeItem: (name: string) => entries.delete(name),
  });
});

const trend =
  (id = 't') =>
  (saved: SavedViews): SavedViews =>
    saveView(saved, id, { name: 'Trend', description: '' }, { ...DEFAULT_VIEW, view: 'trend' });

/** Signs out: entries that are not kept are gone. */
function signOut(): void {
  for (const name of entries.keys()) if (!isKeptByConsent(name)) entries.delete(name);
}

describe('saved views', () => {
  test('are an account’s own, and the same in each tab', () => {
    const store = createSavedViewsStore('ann');
    store.change(trend());
    expect(createSavedViewsStore('ann').read()).toEqual(store.read());
    expect(store.read().saved.views).toHaveLength(1);
    expect(createSavedViewsStore('bob').read().saved.views).toEqual([]);
  });

  test('are one object as long as nothing changes', () => {
    const store = createSavedViewsStore('ann');
    expect(store.read()).toBe(store.read());
    store.change(trend());
    const read = store.read();
    expect(store.read()).toBe(read);
    store.change((saved) => saved);
    expect(store.read()).toBe(read);
  });

  test('are gone when their person signs out, unless they are to stay', () => {
    const store = createSavedViewsStore('ann');
    store.change(trend());
    signOut();
    expect(createSavedViewsStore('ann').read().saved.views).toEqual([]);

    store.change(trend());
    store.keep(true);
    expect(store.read().isKept).toBe(true);
    signOut();
    expect(createSavedViewsStore('ann').read()).toMatchObject({
      isKept: true,
      saved: { views: [{ id: 't' }] },
    });

    store.keep(false);
    expect(store.read()).toMatchObject({ isKept: false, saved: { views: [{ id: 't' }] } });
    signOut();
    expect(entries.size).toBe(0);
  });

  test('that are all deleted leave nothing but the wish to keep them', () => {
    const store = createSavedViewsStore('ann');
    const none = (): SavedViews => ({ views: [], startId: null });
    store.change(trend());
    store.change(none);
    expect(entries.size).toBe(0);
    store.keep(true);
    store.change(trend());
    store.change(none);
    expect(store.read().isKept).toBe(true);
  });

  test('tell of each change, here and in other tabs', () => {
    const store = createSavedViewsStore('ann');
    const onChange = vi.fn();
    const leave = store.subscribe(onChange);
    store.change(trend());
    expect(onChange).toHaveBeenCalledTimes(1);
    createSavedViewsStore('ann').change(trend('other'));
    const tell = (key: string | null) => window.dispatchEvent(Object.assign(new Event('storage'), { key }));
    tell('license-lens.saved-views.ann');
    expect(onChange).toHaveBeenCalledTimes(2);
    expect(store.read().saved.views).toHaveLength(2);
    tell('license-lens.saved-views.bob');
    expect(onChange).toHaveBeenCalledTimes(2);
    leave();
    tell(null);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  test('last as long as the page where the browser does not store them, which is known', () => {
    const store = createSavedViewsStore('ann');
    isFull = true;
    store.change(trend());
    expect(store.read()).toMatchObject({ isStored: false, saved: { views: [{ id: 't' }] } });
    isFull = false;
    store.change(trend('u'));
    expect(store.read().isStored).toBe(true);
    expect(createSavedViewsStore('ann').read().saved.views).toHaveLength(2);
  });
});

describe('the start', () => {
  const replaceState = vi.fn();

  function openApp(search: string, type: string): void {
    replaceState.mockClear();
    vi.stubGlobal('location', { pathname: '/app/', search });
    vi.stubGlobal('history', { state: null, replaceState });
    vi.stubGlobal('performance', { getEntriesByType: () => [{ type }] });
    leadToStart('ann');
  }

  beforeEach(() => {
    createSavedViewsStore('ann').change((saved) => withStart(trend()(saved), 't'));
  });

  test('is where the bare address leads who opens the app', () => {
    openApp('', 'navigate');
    expect(replaceState).toHaveBeenCalledExactlyOnceWith(null, '', '/app/?view=trend');
  });

  test.each([
    ['?groupby=channel', 'navigate'],
    ['', 'reload'],
    ['', 'back_forward'],
  ])('changes nothing for %j on %s', (search, type) => {
    openApp(search, type);
    expect(replaceState).not.toHaveBeenCalled();
  });

  test('is the overview where none was chosen', () => {
    createSavedViewsStore('ann').change((saved) => withStart(saved, null));
    openApp('', 'navigate');
    expect(replaceState).not.toHaveBeenCalled();
  });
});
