import { NuqsTestingAdapter, type UrlUpdateEvent } from 'nuqs/adapters/testing';
import { act } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inCanonicalOrder } from './address.ts';
import { fakeWindow, inUse } from './fake-page.ts';
import { withFilter, withPage } from './transitions.ts';
import { type CurrentView, hrefOf, type Prepare, useView, ViewProvider } from './use-view.ts';
import { DEFAULT_VIEW, type View } from './view.ts';

function Probe({ tell }: { readonly tell: (current: CurrentView) => void }) {
  tell(useView());
  return null;
}

/** The hook's result at an address, and the updates of the address that it asks for. */
function at(
  search: string,
  prepare?: Prepare,
): { readonly current: CurrentView; readonly updates: UrlUpdateEvent[] } {
  const updates: UrlUpdateEvent[] = [];
  let current: CurrentView | undefined;
  renderToString(
    <NuqsTestingAdapter
      searchParams={search}
      onUrlUpdate={(update) => updates.push(update)}
      processUrlSearchParams={inCanonicalOrder}
    >
      <ViewProvider {...(prepare && { prepare })}>
        <Probe
          tell={(view) => {
            current = view;
          }}
        />
      </ViewProvider>
    </NuqsTestingAdapter>,
  );
  if (current === undefined) throw new Error('Not rendered.');
  return { current, updates };
}

/** What the address bar holds; nuqs' adapter for tests does not write it. */
const ADDRESS = 'http://localhost/lens/?search=ltd.&utm_source=a(b)&page=3#part';

const replaceState = vi.fn<History['replaceState']>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'window',
    fakeWindow({
      location: { pathname: '/lens/', href: ADDRESS },
      history: { state: 'kept', replaceState },
    }),
  );
});

afterEach(() => {
  vi.useRealTimers();
  replaceState.mockReset();
  vi.unstubAllGlobals();
});

describe('useView', () => {
  test('gives the view of the address and what in it does not apply', () => {
    const { current } = at('?page=3&page=4&view=Trend&pageSize=x&utm_source=mail');
    expect(current.view).toEqual({ ...DEFAULT_VIEW, page: 3, view: 'trend' });
    expect(current.problems.map(({ parameter }) => parameter)).toEqual(['page', 'pageSize']);
  });

  test('writes the next view with one push, in the fixed order, others kept', async () => {
    const { current, updates } = at('?utm_source=mail&view=trend&page=3&page=4&pageSize=x');
    current.show(
      withFilter(current.view, { kind: 'comparison', field: 'channel', operator: 'eq', value: "O'Neil" }),
    );
    await vi.runAllTimersAsync();
    expect(updates.map(({ queryString, options }) => [queryString, options.history])).toEqual([
      ['?filter=channel+eq+%27O%27%27Neil%27&view=trend&utm_source=mail', 'push'],
    ]);
  });

  test('replaces where asked to', async () => {
    const { current, updates } = at('');
    current.show(withPage(current.view, 2), { history: 'replace' });
    await vi.runAllTimersAsync();
    expect(updates.map(({ queryString, options }) => [queryString, options.history])).toEqual([
      ['?page=2', 'replace'],
    ]);
  });

  test('makes no history entry for the address that is there', async () => {
    const { current, updates } = at('?view=trend&page=2');
    current.show(current.view);
    current.show((view) => view);
    await vi.runAllTimersAsync();
    expect(updates).toEqual([]);
  });

  test('clears what did not apply from the address', async () => {
    const { current, updates } = at('?page=x&view=trend');
    current.show(current.view, { history: 'replace' });
    await vi.runAllTimersAsync();
    expect(updates.map(({ queryString }) => queryString)).toEqual(['?view=trend']);
  });

  test('has the address bar hold what no program cuts off', async () => {
    const { current } = at('');
    current.show(withPage(current.view, 3));
    await vi.runAllTimersAsync();
    expect(replaceState.mock.calls).toEqual([
      ['kept', '', new URL('http://localhost/lens/?search=ltd%2E&utm_source=a%28b%29&page=3#part')],
    ]);
    vi.stubGlobal('window', {
      location: { href: replaceState.mock.calls[0]?.[2]?.toString() },
      history: { replaceState },
    });
    current.show(withPage(current.view, 4));
    await vi.runAllTimersAsync();
    expect(replaceState).toHaveBeenCalledTimes(1);
  });

  test('gives a function the view of the address', async () => {
    const { current, updates } = at('?page=2');
    current.show((view) => withPage(view, view.page + 1));
    await vi.runAllTimersAsync();
    expect(updates.map(({ queryString }) => queryString)).toEqual(['?page=3']);
  });
});

describe('a view that is prepared', () => {
  const queries = (updates: readonly UrlUpdateEvent[]) => updates.map(({ queryString }) => queryString);

  test('is shown when that is done, and not before', async () => {
    let done: (() => void) | undefined;
    const prepare = vi.fn<Prepare>(() => new Promise<void>((resolve) => void (done = resolve)));
    const { current, updates } = at('', prepare);
    const next = withPage(current.view, 2);
    current.show(next);
    expect(prepare.mock.calls).toEqual([[next, withPage(next, 1)]]);
    await vi.advanceTimersByTimeAsync(90);
    expect(queries(updates)).toEqual([]);
    done?.();
    await vi.advanceTimersByTimeAsync(5);
    expect(queries(updates)).toEqual(['?page=2']);
    await vi.runAllTimersAsync();
    expect(updates).toHaveLength(1);
  });

  test('is shown soon, whatever the preparation takes', async () => {
    const { current, updates } = at('', () => new Promise(() => undefined));
    current.show(withPage(current.view, 2));
    await vi.advanceTimersByTimeAsync(200);
    expect(queries(updates)).toEqual(['?page=2']);
  });

  test('is shown where the preparation fails', async () => {
    const { current, updates } = at('', () => Promise.reject(new Error('no answer')));
    current.show(withPage(current.view, 2));
    await vi.advanceTimersByTimeAsync(50);
    expect(queries(updates)).toEqual(['?page=2']);
  });

  test('does not come back over the one after it', async () => {
    const { current, updates } = at('', () => new Promise((resolve) => void setTimeout(resolve, 60)));
    current.show(withPage(current.view, 5));
    current.show(withPage(current.view, 6));
    await vi.runAllTimersAsync();
    expect(queries(updates).at(-1)).toBe('?page=6');
  });
});

describe('on a page', () => {
  beforeEach(() => void vi.stubGlobal('location', window.location));

  /** The hook in use on a page whose address bar is written. */
  function inAddressBar(search: string, prepare?: Prepare) {
    const updates: string[] = [];
    const page = inUse(useView, (hook) => (
      <NuqsTestingAdapter
        searchParams={search}
        hasMemory
        onUrlUpdate={({ queryString }) => updates.push(queryString)}
      >
        <ViewProvider {...(prepare && { prepare })}>{hook}</ViewProvider>
      </NuqsTestingAdapter>
    ));
    return { page, updates };
  }
  const never: Prepare = () => new Promise(() => undefined);
  const later = (milliseconds: number) =>
    act(async () => void (await vi.advanceTimersByTimeAsync(milliseconds)));

  test('follows the address', async () => {
    const { page } = inAddressBar('?page=2');
    act(() => page.now().show({ ...DEFAULT_VIEW, page: 3 }));
    await later(200);
    expect(page.now().view.page).toBe(3);
    act(() => page.now().show((view) => withPage(view, view.page + 1)));
    await later(200);
    expect(page.now().view.page).toBe(4);
  });

  test('gives the same view as long as the address says the same', () => {
    const { page } = inAddressBar('?page=2&pageSize=x');
    const { view, problems } = page.now();
    page.again();
    expect(page.now().view).toBe(view);
    expect(page.now().problems).toBe(problems);
  });

  test('prepares with what it was last given', () => {
    const prepared: string[] = [];
    const told =
      (name: string): Prepare =>
      () => {
        prepared.push(name);
        return null;
      };
    let prepare = told('first');
    const page = inUse(useView, (hook) => (
      <NuqsTestingAdapter>
        <ViewProvider prepare={prepare}>{hook}</ViewProvider>
      </NuqsTestingAdapter>
    ));
    prepare = told('second');
    page.again();
    act(() => page.now().show({ ...DEFAULT_VIEW, page: 2 }));
    expect(prepared).toEqual(['second']);
  });

  test('has the address that a person brought hold what no program cuts off', () => {
    inAddressBar('');
    expect(replaceState.mock.calls.map(([, , url]) => String(url))).toEqual([
      'http://localhost/lens/?search=ltd%2E&utm_source=a%28b%29&page=3#part',
    ]);
  });

  test.each(['pointerdown', 'click', 'keydown', 'beforeinput'])(
    'shows what waits before it hears of the next %s',
    async (type) => {
      const { page, updates } = inAddressBar('', never);
      page.now().show({ ...DEFAULT_VIEW, page: 2 });
      act(() => void window.dispatchEvent(new Event(type)));
      expect(page.now().view.page).toBe(2);
      await later(50);
      expect(updates).toEqual(['?page=2']);
      // No view waits to be shown any more.
      act(() => void window.dispatchEvent(new Event(type)));
      await later(200);
      expect(updates).toEqual(['?page=2']);
    },
  );

  test('waits for nothing where the next view follows from the current one', () => {
    const { page } = inAddressBar('?page=2', never);
    act(() => page.now().show((view) => withPage(view, view.page + 1)));
    expect(page.now().view.page).toBe(3);
  });

  test('drops what waits where the person goes back', async () => {
    const { page, updates } = inAddressBar('?page=7', never);
    page.now().show({ ...DEFAULT_VIEW, page: 2 });
    window.dispatchEvent(new Event('popstate'));
    await later(200);
    expect(updates).toEqual([]);
  });

  describe('an act of several steps', () => {
    /** The history as the hook asked for it, one entry a line. */
    function entriesOf(search: string) {
      const entries: string[] = [];
      const page = inUse(useView, (hook) => (
        <NuqsTestingAdapter
          searchParams={search}
          hasMemory
          onUrlUpdate={({ queryString, options: { history } }) => {
            if (history === 'replace') entries.pop();
            entries.push(queryString);
          }}
        >
          <ViewProvider>{hook}</ViewProvider>
        </NuqsTestingAdapter>
      ));
      const step = async (change: Partial<View>, options: Parameters<CurrentView['show']>[1]) => {
        act(() => page.now().show({ ...page.now().view, ...change }, options));
        await later(200);
      };
      return { entries, step };
    }

    test('makes one history entry', async () => {
      const { entries, step } = entriesOf('');
      const typing = {};
      for (const search of ['c', 'co', 'con']) await step({ search }, { act: typing });
      expect(entries).toEqual(['?search=con']);
      await step({ search: 'cont' }, { act: {} });
      expect(entries).toEqual(['?search=con', '?search=cont']);
    });

    test('makes a new one after the person has gone back, or forward', async () => {
      const { entries, step } = entriesOf('');
      const typing = {};
      await step({ search: 'c' }, { act: typing });
      act(() => void window.dispatchEvent(new Event('popstate')));
      await step({ search: 'd' }, { act: typing });
      expect(entries).toEqual(['?search=c', '?search=d']);
    });

    test('makes a new one after something else was shown, and none for what changes nothing', async () => {
      const { entries, step } = entriesOf('?page=2');
      const typing = {};
      await step({ search: ' ' }, { act: typing });
      await step({ search: 'c' }, { act: typing });
      expect(entries).toEqual(['?search=c&page=2']);
      await step({ page: 3 }, { history: 'replace' });
      await step({ search: 'co' }, { act: typing });
      expect(entries).toEqual(['?search=co&page=3']);
      await step({ page: 4 }, {});
      await step({ search: 'con' }, { act: typing });
      expect(entries).toEqual(['?search=co&page=3', '?search=co&page=4', '?search=con&page=4']);
    });
  });

  test('leaves nothing behind', async () => {
    const { page, updates } = inAddressBar('', never);
    const { show } = page.now();
    show({ ...DEFAULT_VIEW, page: 2 });
    page.leave();
    await later(200);
    expect(updates).toEqual([]);
    show({ ...DEFAULT_VIEW, page: 3 });
    for (const type of ['pointerdown', 'click', 'keydown', 'popstate']) window.dispatchEvent(new Event(type));
    await later(50);
    expect(updates).toEqual([]);
    await later(100);
    expect(updates).toEqual(['?page=3']);
  });

  test('is nowhere but within its provider', () => {
    expect(() => inUse(useView)).toThrow('ViewProvider');
  });
});

describe('hrefOf', () => {
  test('names the page, so that the default view is a link too', () => {
    expect(hrefOf(DEFAULT_VIEW)).toBe('/lens/');
    expect(hrefOf({ ...DEFAULT_VIEW, page: 2 })).toBe('/lens/?page=2');
  });
});
