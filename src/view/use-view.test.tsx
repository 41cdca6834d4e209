import { NuqsTestingAdapter, type UrlUpdateEvent } from 'nuqs/adapters/testing';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inCanonicalOrder } from './address.ts';
import { withFilter, withPage } from './transitions.ts';
import { type CurrentView, hrefOf, useView } from './use-view.ts';
import { DEFAULT_VIEW } from './view.ts';

/** What the hook gives at an address, and the updates of the address it then asks for. */
function at(search: string): { readonly current: CurrentView; readonly updates: UrlUpdateEvent[] } {
  const updates: UrlUpdateEvent[] = [];
  let current: CurrentView | undefined;
  function Probe() {
    current = useView();
    return null;
  }
  renderToString(
    <NuqsTestingAdapter
      searchParams={search}
      onUrlUpdate={(update) => updates.push(update)}
      processUrlSearchParams={inCanonicalOrder}
    >
      <Probe />
    </NuqsTestingAdapter>,
  );
  if (current === undefined) throw new Error('Not rendered.');
  return { current, updates };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { location: { pathname: '/lens/' } });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('useView', () => {
  it('gives the view of the address and what in it does not apply', () => {
    const { current } = at('?page=3&page=4&view=Trend&pageSize=x&utm_source=mail');
    expect(current.view).toEqual({ ...DEFAULT_VIEW, page: 3, view: 'trend' });
    expect(current.problems.map(({ parameter }) => parameter)).toEqual(['page', 'pageSize']);
  });

  it('writes the next view with one push, in the fixed order, others kept', async () => {
    const { current, updates } = at('?utm_source=mail&view=trend&page=3&page=4&pageSize=x');
    current.show(
      withFilter(current.view, { kind: 'comparison', field: 'channel', operator: 'eq', value: "O'Neil" }),
    );
    await vi.runAllTimersAsync();
    expect(updates.map(({ queryString, options }) => [queryString, options.history])).toEqual([
      ['?filter=channel+eq+%27O%27%27Neil%27&view=trend&utm_source=mail', 'push'],
    ]);
  });

  it('replaces where asked to', async () => {
    const { current, updates } = at('');
    current.show(withPage(current.view, 2), { history: 'replace' });
    await vi.runAllTimersAsync();
    expect(updates.map(({ queryString, options }) => [queryString, options.history])).toEqual([
      ['?page=2', 'replace'],
    ]);
  });

  it('makes no history entry for the address that is there', async () => {
    const { current, updates } = at('?view=trend&page=2');
    current.show(current.view);
    current.show((view) => view);
    await vi.runAllTimersAsync();
    expect(updates).toEqual([]);
  });

  it('clears what did not apply from the address', async () => {
    const { current, updates } = at('?page=x&view=trend');
    current.show(current.view, { history: 'replace' });
    await vi.runAllTimersAsync();
    expect(updates.map(({ queryString }) => queryString)).toEqual(['?view=trend']);
  });

  it('gives a function the view of the address', async () => {
    const { current, updates } = at('?page=2');
    current.show((view) => withPage(view, view.page + 1));
    await vi.runAllTimersAsync();
    expect(updates.map(({ queryString }) => queryString)).toEqual(['?page=3']);
  });
});

describe('hrefOf', () => {
  it('names the page, so that the default view is a link too', () => {
    expect(hrefOf(DEFAULT_VIEW)).toBe('/lens/');
    expect(hrefOf({ ...DEFAULT_VIEW, page: 2 })).toBe('/lens/?page=2');
  });
});
