import type { GridApi, IDatasource } from 'ag-grid-community';
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { DeploymentRow, Page } from '#engine/engine.ts';
import { unfinished } from '#query/busy.ts';
import { keepPlace, takePlaceBefore } from '#ui/kept-place.ts';
import { HEADER_HEIGHT, ROW_HEIGHT } from './grid-theme.ts';
import { createHeldRows, type HeldRows, type ShownRows } from './held-rows.ts';
import { pageInSight, pagesOf, rowsOnLastPage } from './paging.ts';

/**
 * The grid is given no rows, only their number: its cells are written from the rows that are held here, by their index.
 * The grid's own cache handles each answer in a way that would flicker (new rows in place of the empty ones, all of
 * them again after each click on a header). In this way cells change in their place, and only those with a new value.
 */
export const NO_ROWS_OF_ITS_OWN: IDatasource = { getRows: () => undefined };

/** The name under which the grid's place is kept. */
const PLACE = 'rows';

// In pixels.
const ROUNDING = 2;
const BORDERS = 3;

type Place = Pick<ShownRows, 'rows' | 'page' | 'pageSize'> & { readonly total: number };

type ScrolledRows = {
  /** It is for the grid's `onGridReady`. */
  readonly ready: (api: GridApi) => void;
  readonly rowAt: (index: number) => DeploymentRow | undefined;
  /** The rows from one 0-based index to another, both included; missing rows are read. */
  readonly rowsBetween: (first: number, last: number) => Promise<readonly DeploymentRow[]>;
  /** It is for the grid's `onViewportChanged`: other rows may be in sight. */
  readonly seen: () => void;
  /** It is for the grid's `onBodyScroll`. */
  readonly scrolled: () => void;
  /** It is for the grid's `onBodyScrollEnd`. */
  readonly rested: () => void;
};

/**
 * Keeps a grid and a view's page together: a page to which a person turns begins with the first row in sight, and rows
 * to which a person scrolls make their page the view's page.
 *
 * @param rows what distinguishes the rows that are asked for from others, as in `ShownRows`
 * @param shown what to show; `previous`: the shown rows stay until the next are there; null: nothing
 * @param readPage reads another page of the rows that are shown
 * @param onPage is told the page to which a person has scrolled, once the scrolling rests
 */
export function useScrolledRows(
  rows: string,
  shown: ShownRows | 'previous' | null,
  readPage: (page: number) => Promise<Page>,
  onPage: (page: number) => void,
): ScrolledRows {
  const [grid, setGrid] = useState<{ readonly api: GridApi; readonly held: HeldRows } | null>(null);
  // For the calls of the grid while it draws.
  const heldNow = useRef<HeldRows | null>(null);
  const rowAt = useCallback((index: number) => heldNow.current?.rowAt(index), []);
  const readNow = useRef(readPage);
  useLayoutEffect(() => {
    readNow.current = readPage;
  });
  // The place of the grid after a turn of the page or a person's scrolling; null where it is at none of a view's pages.
  const place = useRef<Place | null>(null);
  const scrolling = useRef<(() => void) | null>(null);
  // The scroll position that a turn of the page has set; null after the person has scrolled to another one.
  const turnedTo = useRef<number | null>(null);

  const showRows = useEffectEvent((to: GridApi, held: HeldRows, next: ShownRows | null): void => {
    if (next === null || next.answer.rows.length === 0) {
      held.clear();
      place.current = null;
      setCount(to, 0);
      return;
    }
    const { rows, page, pageSize } = next;
    const { total } = next.answer;
    held.hold(next);
    setCount(to, total);
    makeRoomBelow(to, rowsOnLastPage(pageSize, total));
    const isFirst = place.current === null;
    if (place.current?.rows !== rows || place.current.page !== page) {
      // The grid keeps the row that has the focus, and would put it before the page's first row.
      to.clearFocusedCell();
      // Reading the scroll position would make the browser lay out everything in between.
      if (page !== 1 || turnedTo.current !== 0) {
        scrollTo(to, (page - 1) * pageSize);
        turnedTo.current = scrollTopOf(to);
      }
    }
    place.current = { rows, page, pageSize, total };
    // The page was loaded again: the person goes back to this page of the rows, and to the same place on it.
    const before = isFirst ? takePlaceBefore(PLACE) : null;
    if (before !== null) {
      viewportOf(to)?.scrollTo(before);
      turnedTo.current = scrollTopOf(to);
    }
    to.refreshCells();
    held.see(inSight(to));
  });
  // Whether the person has seen the page wait for the rows.
  const waited = useRef(false);
  useLayoutEffect(() => {
    if (grid === null) return undefined;
    if (shown === 'previous') {
      waited.current = true;
      return undefined;
    }
    let isOver = false;
    const draw = (): void => {
      if (!isOver && !grid.api.isDestroyed()) flushSync(() => showRows(grid.api, grid.held, shown));
    };
    // This does not happen at once: the grid makes React work, which it can't while it is at work itself. It happens
    // before the next frame, so that the page changes as one. Where the parts of the page come one after the other, the
    // rows are enough work for a turn of their own.
    if (waited.current) void unfinished(new Promise((resolve) => void setTimeout(resolve)).then(draw));
    else queueMicrotask(draw);
    waited.current = false;
    return () => {
      isOver = true;
    };
  }, [grid, shown]);

  useEffect(() => {
    if (grid === null) return undefined;
    return keepPlace(PLACE, () => {
      const viewport = viewportOf(grid.api);
      return { top: viewport?.scrollTop ?? 0, left: viewport?.scrollLeft ?? 0 };
    });
  }, [grid]);

  useEffect(
    () => () => {
      heldNow.current?.clear();
      scrolling.current?.();
    },
    [],
  );

  return {
    ready: (api) => {
      // The grid's cache has been made. If it kept the source, it would make another cache, an empty one, for each
      // change of the order.
      api.setGridOption('datasource', undefined);
      const held = createHeldRows(
        (page) => readNow.current(page),
        () => api.refreshCells(),
      );
      heldNow.current = held;
      setGrid({ api, held });
    },
    rowAt,
    rowsBetween: async (first, last) => {
      const size = place.current?.pageSize;
      if (size === undefined) return [];
      const found: DeploymentRow[] = [];
      for (const page of pagesOf({ first, last }, size)) {
        const start = (page - 1) * size;
        const [from, to] = [Math.max(first, start), Math.min(last, start + size - 1)];
        const held = Array.from({ length: to - from + 1 }, (_, index) => rowAt(from + index));
        const isHeld = held.every((row) => row !== undefined);
        found.push(
          ...(isHeld ? held : (await readNow.current(page)).rows.slice(from - start, to - start + 1)),
        );
      }
      return found;
    },
    seen: () => {
      if (grid !== null && !grid.api.isDestroyed()) grid.held.see(inSight(grid.api));
    },
    scrolled: () => {
      if (grid === null || scrollTopOf(grid.api) === turnedTo.current) return;
      turnedTo.current = null;
      if (scrolling.current !== null) return;
      void unfinished(new Promise<void>((resolve) => void (scrolling.current = resolve)));
    },
    rested: () => {
      scrolling.current?.();
      scrolling.current = null;
      // For rows that others will replace, no page is asked for; another page of the same rows is, also while one is
      // awaited.
      if (grid === null || place.current?.rows !== rows) return;
      if (turnedTo.current !== null) return;
      const { pageSize, total } = place.current;
      const page = pageInSight(inSight(grid.api), pageSize, total);
      if (page === place.current.page) return;
      place.current = { ...place.current, page };
      onPage(page);
    },
  };
}

function inSight(api: GridApi): { readonly first: number; readonly last: number } {
  return { first: api.getFirstDisplayedRowIndex(), last: api.getLastDisplayedRowIndex() };
}

function setCount(api: GridApi, count: number): void {
  // The grid does not know that the one row with which it begins is the last one.
  if (api.getDisplayedRowCount() === count && api.isLastRowIndexKnown() === true) return;
  // The grid gives an id only to rows with data, which ours never have. Rows without an id would be made again, element
  // by element, whenever their number changes.
  for (const node of api.getRenderedNodes()) node.id ??= String(node.rowIndex);
  api.setRowCount(count, true);
}

/**
 * Makes room below a last page with few rows, so that its first row can be the first in sight. With 0 rows there is
 * only one page. The style is set on the two elements themselves: every row would have to look up an inherited
 * property.
 */
function makeRoomBelow(api: GridApi, lastPageRows: number): void {
  const room =
    lastPageRows === 0
      ? ''
      : `max(0px, 100cqb - ${HEADER_HEIGHT + lastPageRows * ROW_HEIGHT}rem - ${BORDERS}px)`;
  const elements = api
    .getGridElement()
    ?.querySelectorAll<HTMLElement>('.ag-grid-scrolling-rows, .ag-body-vertical-scroll-container');
  for (const { style } of elements ?? []) if (style.paddingBlockEnd !== room) style.paddingBlockEnd = room;
}

// The element that scrolls is the one with the role.
function viewportOf(api: GridApi): Element | null {
  return api.getGridElement()?.querySelector('[role=grid]') ?? null;
}

function scrollTopOf(api: GridApi): number | null {
  return viewportOf(api)?.scrollTop ?? null;
}

/** Scrolls so that a row is the first in sight and the first that exists. */
function scrollTo(api: GridApi, index: number): void {
  api.ensureIndexVisible(index, 'top');
  const viewport = viewportOf(api);
  // With more rows than an element can be high, the grid rounds positions, and a pixel or two of the row before can be
  // left.
  if (viewport !== null && api.getFirstDisplayedRowIndex() < index) viewport.scrollTop += ROUNDING;
}
