import type { GridApi } from 'ag-grid-community';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeploymentRow, Page } from '#engine/engine.ts';
import { fakeWindow, inUse } from '#view/fake-page.ts';

import type { ShownRows } from './held-rows.ts';
import { useScrolledRows } from './use-scrolled-rows.ts';

// In pixels.
const ROW_HEIGHT = 34;
const PAGE_SIZE = 10;
const TOTAL = 96;

function answerOf(page: number, of: string, total = TOTAL): Page {
  const length = Math.max(0, Math.min(PAGE_SIZE, total - (page - 1) * PAGE_SIZE));
  return {
    rows: Array.from({ length }, (_, index): DeploymentRow => ({
      customerName: `${of}${(page - 1) * PAGE_SIZE + index}`,
      licensesSold: 1,
      licensesDeployed: 1,
    })),
    total,
    isEndKnown: true,
    order: 'asked',
    totals: null,
    coverage: {
      engine: 'snapshot',
      snapshot: { processedDateTime: '2026-01-01T00:00:00', date: '2026-01-01', totalCount: total },
      filter: null,
      search: '',
      rowsRead: total,
      totalCount: total,
      countDisagrees: false,
    },
  };
}

function shownAt(page: number, of = 'A', total = TOTAL): ShownRows {
  return { rows: of, page, pageSize: PAGE_SIZE, answer: answerOf(page, of, total) };
}

const ROWS_IN_SIGHT = 5;

/** An element whose style can be set. */
type Styled = { readonly style: { paddingBlockEnd: string } };

/** The part of AG Grid that `useScrolledRows` uses, with room for five rows. */
function createFakeGrid({
  roundsDown = false,
  lastFirst = Number.POSITIVE_INFINITY,
}: {
  readonly roundsDown?: boolean;
  /** The last row that can be the first in sight. */
  readonly lastFirst?: number;
} = {}) {
  const viewport = { scrollTop: 0 };
  const padded: readonly Styled[] = [{ style: { paddingBlockEnd: '' } }, { style: { paddingBlockEnd: '' } }];
  const nodes: { id: string | undefined; readonly rowIndex: number }[] = [];
  const done: string[] = [];
  // The grid begins with one row.
  let count = 1;
  let isEndKnown = false;
  let isDestroyed = false;
  const first = () => Math.floor(viewport.scrollTop / ROW_HEIGHT);
  const api: unknown = {
    isDestroyed: () => isDestroyed,
    setGridOption: (name: string, value: unknown) => done.push(`${name}=${String(value)}`),
    refreshCells: () => done.push('cells'),
    clearFocusedCell: () => done.push('no focus'),
    getFirstDisplayedRowIndex: first,
    getLastDisplayedRowIndex: () => Math.min(count, first() + ROWS_IN_SIGHT) - 1,
    getDisplayedRowCount: () => count,
    isLastRowIndexKnown: () => isEndKnown,
    getRenderedNodes: () => nodes,
    setRowCount(next: number, isExact: boolean) {
      done.push(`${next} rows${isExact ? '' : ' or more'}`);
      count = next;
      isEndKnown = isExact;
    },
    ensureIndexVisible(index: number, position: string) {
      done.push(`to ${index} at ${position}`);
      viewport.scrollTop = Math.min(index, lastFirst) * ROW_HEIGHT - (roundsDown ? 1 : 0);
    },
    getGridElement: () => ({
      querySelector: (selector: string) => (selector === '[role=grid]' ? viewport : null),
      querySelectorAll: (selector: string) =>
        selector === '.ag-grid-scrolling-rows, .ag-body-vertical-scroll-container' ? padded : [],
    }),
  };
  return {
    api: api as GridApi,
    viewport,
    padded,
    nodes,
    /** The calls to the grid since this was last asked for. */
    done: (): readonly string[] => done.splice(0),
    destroy() {
      isDestroyed = true;
    },
  };
}

/** A grid that shows rows, after it was drawn for the first time. */
async function showing(first: ShownRows | 'previous' | null, grid = createFakeGrid()) {
  const onPage = vi.fn<(page: number) => void>();
  const readPage = vi.fn<(page: number) => Promise<Page>>((page) => Promise.resolve(answerOf(page, 'A')));
  const using =
    (shown: ShownRows | 'previous' | null, rows = 'A') =>
    () =>
      useScrolledRows(rows, shown, readPage, onPage);
  const page = inUse(using(first));
  const settle = (milliseconds = 0) =>
    act(async () => void (await vi.advanceTimersByTimeAsync(milliseconds)));
  act(() => page.now().ready(grid.api));
  leaves.push(page.leave);
  await settle();
  return {
    page,
    grid,
    onPage,
    readPage,
    settle,
    /** Shows other rows, or another page of the same rows. */
    show: async (shown: ShownRows | 'previous' | null, rows?: string) => {
      page.again(using(shown, rows));
      await settle();
    },
    /** Scrolls as a person does, and rests there. */
    scrollTo: (index: number) => {
      grid.viewport.scrollTop = index * ROW_HEIGHT;
      page.now().scrolled();
      page.now().rested();
    },
    nameAt: (index: number) => page.now().rowAt(index)?.customerName,
  };
}

const leaves: (() => void)[] = [];
const busy = { dataset: { busy: '' } };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', fakeWindow({}));
  vi.stubGlobal('document', { documentElement: busy });
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw));
});

afterEach(async () => {
  for (const leave of leaves.splice(0)) leave();
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('one row alone is known to be the last', async () => {
  const { grid } = await showing(shownAt(1, 'A', 1));
  expect(grid.done()).toContain('1 rows');
});

test('rows are given from one to another, and only those that are not there are read', async () => {
  const { page, readPage } = await showing(shownAt(1));
  const names = async (first: number, last: number) =>
    (await page.now().rowsBetween(first, last)).map(({ customerName }) => customerName);
  readPage.mockClear();
  expect(await names(2, 4)).toEqual(['A2', 'A3', 'A4']);
  expect(readPage).not.toHaveBeenCalled();
  expect(await names(8, 31)).toEqual(Array.from({ length: 24 }, (_, index) => `A${8 + index}`));
  expect(new Set(readPage.mock.calls.flat())).toEqual(new Set([2, 3, 4]));
});

describe('a page that is turned to', () => {
  test('begins with the first row in sight', async () => {
    const { grid, show, nameAt } = await showing(shownAt(3));
    expect(grid.done()).toEqual(['datasource=undefined', '96 rows', 'no focus', 'to 20 at top', 'cells']);
    expect([nameAt(20), nameAt(29)]).toEqual(['A20', 'A29']);
    await show(shownAt(4));
    expect(grid.done()).toEqual(['no focus', 'to 30 at top', 'cells']);
    expect(nameAt(30)).toBe('A30');
  });

  test('is scrolled past what the grid leaves of the row before', async () => {
    const { grid, show } = await showing(shownAt(3), createFakeGrid({ roundsDown: true }));
    expect(grid.viewport.scrollTop).toBe(20 * ROW_HEIGHT + 1);
    await show(shownAt(4));
    expect(grid.viewport.scrollTop).toBe(30 * ROW_HEIGHT + 1);
  });

  test('has room below it, however few rows the last one has', async () => {
    const { grid, show } = await showing(shownAt(10));
    const paddings = () => grid.padded.map(({ style }) => style.paddingBlockEnd);
    const room = 'max(0px, 100cqb - 15.125rem - 3px)';
    expect(paddings()).toEqual([room, room]);
    await show(shownAt(1, 'B', 10));
    expect(paddings()).toEqual(['', '']);
  });

  test('is no other where its rows come anew', async () => {
    const { grid, show, scrollTo } = await showing(shownAt(3));
    grid.done();
    scrollTo(22);
    await show(shownAt(3));
    expect(grid.done()).toEqual(['cells']);
    expect(grid.viewport.scrollTop).toBe(22 * ROW_HEIGHT);
  });

  test('is scrolled to where other rows have one of the same number', async () => {
    const { grid, show, scrollTo } = await showing(shownAt(3));
    scrollTo(22);
    grid.done();
    await show(shownAt(3, 'B'), 'B');
    expect(grid.done()).toEqual(['no focus', 'to 20 at top', 'cells']);
  });

  test('is the first without any scrolling where the grid stands at its top', async () => {
    const { grid, show } = await showing(shownAt(1));
    expect(grid.done()).toContain('to 0 at top');
    await show(shownAt(1, 'B'), 'B');
    expect(grid.done()).toEqual(['no focus', 'cells']);
  });

  test('is scrolled to from the top, and back to it', async () => {
    const { grid, show } = await showing(shownAt(1));
    await show(shownAt(2));
    expect(grid.viewport.scrollTop).toBe(10 * ROW_HEIGHT);
    await show(shownAt(1));
    expect(grid.viewport.scrollTop).toBe(0);
  });
});

describe('what is shown', () => {
  test.each([null, shownAt(1, 'B', 0)])('is no row where there is none', async (nothing) => {
    const { grid, show, nameAt, scrollTo, onPage } = await showing(shownAt(3));
    grid.done();
    await show(nothing);
    expect(grid.done()).toEqual(['0 rows']);
    expect(nameAt(20)).toBeUndefined();
    scrollTo(0);
    expect(onPage).not.toHaveBeenCalled();
    await show(shownAt(3));
    expect(grid.done()).toEqual(['96 rows', 'no focus', 'to 20 at top', 'cells']);
  });

  test('stays until the next rows are there', async () => {
    const { grid, show, nameAt } = await showing(shownAt(3));
    grid.done();
    await show('previous');
    expect(grid.done()).toEqual([]);
    expect(nameAt(20)).toBe('A20');
    await show(shownAt(4));
    expect(nameAt(30)).toBe('A30');
  });

  test('comes in a turn of its own where it was waited for, and at once where not', async () => {
    const { page, grid, settle } = await showing(shownAt(3));
    const using = (shown: ShownRows | 'previous') => () =>
      useScrolledRows('A', shown, () => Promise.reject(new Error('Not asked.')), vi.fn<() => void>());
    grid.done();
    page.again(using('previous'));
    page.again(using(shownAt(4)));
    await act(() => Promise.resolve());
    expect(grid.done()).toEqual([]);
    expect(busy.dataset.busy).toBe('true');
    await settle();
    expect(grid.done()).toEqual(['no focus', 'to 30 at top', 'cells']);
    page.again(using(shownAt(5)));
    await act(() => Promise.resolve());
    expect(grid.done()).toEqual(['no focus', 'to 40 at top', 'cells']);
  });

  test('is not what was asked for before, nor anything in a grid that is gone', async () => {
    const { page, grid, show, settle } = await showing(shownAt(3));
    grid.done();
    page.again(() =>
      useScrolledRows(
        'A',
        shownAt(4),
        () => new Promise(() => undefined),
        () => undefined,
      ),
    );
    await show(shownAt(5));
    expect(grid.done()).toEqual(['no focus', 'to 40 at top', 'cells']);
    page.again(() =>
      useScrolledRows(
        'A',
        shownAt(6),
        () => new Promise(() => undefined),
        () => undefined,
      ),
    );
    grid.destroy();
    await settle();
    page.now().seen();
    expect(grid.done()).toEqual([]);
  });

  test('keeps its elements where the number of rows changes', async () => {
    const grid = createFakeGrid();
    grid.nodes.push({ id: undefined, rowIndex: 7 }, { id: 'kept', rowIndex: 8 });
    await showing(shownAt(1), grid);
    expect(grid.nodes.map(({ id }) => id)).toEqual(['7', 'kept']);
  });

  test('is what the person sees: other pages are read when their rows come into sight', async () => {
    const { page, grid, readPage, settle, nameAt } = await showing(shownAt(3));
    expect(readPage).not.toHaveBeenCalled();
    grid.viewport.scrollTop = 28 * ROW_HEIGHT;
    page.now().seen();
    expect(readPage.mock.calls).toEqual([[4]]);
    grid.done();
    await settle();
    expect(grid.done()).toEqual(['cells']);
    expect(nameAt(32)).toBe('A32');
  });

  test('is read for its place as soon as it is shown', async () => {
    const { grid, show, readPage, scrollTo } = await showing(shownAt(3));
    scrollTo(28);
    await show(shownAt(3));
    expect(grid.viewport.scrollTop).toBe(28 * ROW_HEIGHT);
    expect(readPage.mock.calls).toEqual([[4]]);
  });

  test('is read by the newest reader', async () => {
    const { page, grid, readPage } = await showing(shownAt(3));
    const newest = vi.fn<(page: number) => Promise<Page>>(() => new Promise(() => undefined));
    const shown = shownAt(3);
    page.again(() => useScrolledRows('A', shown, newest, () => undefined));
    grid.viewport.scrollTop = 28 * ROW_HEIGHT;
    page.now().seen();
    expect(newest.mock.calls).toEqual([[4]]);
    expect(readPage).not.toHaveBeenCalled();
  });

  test('is nothing before there is a grid', async () => {
    const page = inUse(() =>
      useScrolledRows(
        'A',
        shownAt(1),
        () => new Promise(() => undefined),
        () => undefined,
      ),
    );
    await act(() => Promise.resolve());
    expect(page.now().rowAt(0)).toBeUndefined();
    page.now().seen();
    page.now().scrolled();
    page.now().rested();
    page.leave();
  });
});

describe('scrolling', () => {
  test('makes the page of the rows in sight the view’s, once it rests', async () => {
    const { page, grid, onPage, scrollTo } = await showing(shownAt(1));
    grid.viewport.scrollTop = 47 * ROW_HEIGHT;
    page.now().scrolled();
    expect(onPage).not.toHaveBeenCalled();
    page.now().rested();
    expect(onPage.mock.calls).toEqual([[5]]);
    scrollTo(49);
    expect(onPage).toHaveBeenCalledTimes(1);
    scrollTo(95);
    expect(onPage.mock.calls).toEqual([[5], [10]]);
  });

  test('is not turned back by the answer to the page it asked for', async () => {
    const { grid, show, scrollTo } = await showing(shownAt(1));
    scrollTo(43);
    grid.done();
    await show(shownAt(5));
    expect(grid.done()).toEqual(['cells']);
    expect(grid.viewport.scrollTop).toBe(43 * ROW_HEIGHT);
  });

  test('is not what a turn of the page does', async () => {
    const { page, grid, show, onPage } = await showing(shownAt(3));
    // If the row is not at the top, the page before would be in sight.
    await show(shownAt(4));
    page.now().scrolled();
    page.now().rested();
    expect(onPage).not.toHaveBeenCalled();
    grid.viewport.scrollTop -= 1;
    page.now().scrolled();
    page.now().rested();
    expect(onPage.mock.calls).toEqual([[3]]);
  });

  test('is for a person to do where the grid stops short of a page', async () => {
    const { page, grid, onPage } = await showing(shownAt(9), createFakeGrid({ lastFirst: 75 }));
    expect(grid.viewport.scrollTop).toBeLessThan(80 * ROW_HEIGHT);
    page.now().scrolled();
    page.now().rested();
    expect(onPage).not.toHaveBeenCalled();
  });

  test('asks for no page of rows that others will replace', async () => {
    const { show, scrollTo, onPage } = await showing(shownAt(1));
    await show('previous', 'B');
    scrollTo(47);
    expect(onPage).not.toHaveBeenCalled();
    await show('previous', 'A');
    scrollTo(48);
    expect(onPage.mock.calls).toEqual([[5]]);
  });

  test('counts as unfinished until it rests, or the rows are left', async () => {
    const { page, grid, settle } = await showing(shownAt(1));
    const isBusy = async () => {
      await settle(1000);
      return busy.dataset.busy;
    };
    page.now().scrolled();
    expect(await isBusy()).toBe('false');
    grid.viewport.scrollTop = 300;
    page.now().scrolled();
    page.now().scrolled();
    expect(await isBusy()).toBe('true');
    page.now().rested();
    expect(await isBusy()).toBe('false');
    grid.viewport.scrollTop = 400;
    page.now().scrolled();
    expect(await isBusy()).toBe('true');
    page.leave();
    expect(await isBusy()).toBe('false');
  });

  test('leaves nothing to be read behind', async () => {
    const { page, nameAt } = await showing(shownAt(1));
    page.leave();
    expect(nameAt(0)).toBeUndefined();
  });
});
