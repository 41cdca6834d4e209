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
 * The grid is given no rows, only how many there are: its cells are written from those that are held here, by their
 * index. What its own cache does with each answer (new rows in place of the empty ones, all of them again after each
 * click on a header) would show as flicker; this way cells change where they stand, and only those whose value did.
 */
export const NO_ROWS_OF_ITS_OWN: IDatasource = { getRows: () => undefined };

/** What the grid's place is kept under. */
const PLACE = 'rows';

// Pixels.
const ROUNDING = 2;
const BORDERS = 3;

type Place = Pick<ShownRows, 'rows' | 'page' | 'pageSize'> & { readonly total: number };

type ScrolledRows = {
  /** For the grid's `onGridReady`. */
  readonly ready: (api: GridApi) => void;
  readonly rowAt: (index: number) => DeploymentRow | undefined;
  /** The rows from one 0-based index to another, both within; those that are not there are read. */
  readonly rowsBetween: (first: number, last: number) => Promise<readonly DeploymentRow[]>;
  /** For the grid's `onViewportChanged`: other rows may be in sight. */
  readonly seen: () => void;
  /** For the grid's `onBodyScroll`. */
  readonly scrolled: () => void;
  /** For the grid's `onBodyScrollEnd`. */
  readonly rested: () => void;
};

/**
 * Keeps a grid and a view's page together: a page that is turned to begins with the first row in sight, and rows that
 * are scrolled to make their page the view's.
 *
 * @param rows what tells the rows asked for from any others, as in `ShownRows`
 * @param shown what to show; `previous`: what is shown stays until the next is there; null: nothing
 * @param readPage reads another page of the rows that are shown
 * @param onPage told of the page that a person has scrolled to, once the scrolling rests
 */
export function useScrolledRows(
  rows: string,
  shown: ShownRows | 'previous' | null,
  readPage: (page: number) => Promise<Page>,
  onPage: (page: number) => void,
): ScrolledRows {
  const [grid, setGrid] = useState<{ readonly api: GridApi; readonly held: HeldRows } | null>(null);
  // For what the grid calls while it draws.
  const heldNow = useRef<HeldRows | null>(null);
  const rowAt = useCallback((index: number) => heldNow.current?.rowAt(index), []);
  const readNow = useRef(readPage);
  useLayoutEffect(() => {
    readNow.current = readPage;
  });
  // Where the grid stands, by a turn of the page or a person's scrolling; null: at none of a view's pages.
  const place = useRef<Place | null>(null);
  const scrolling = useRef<(() => void) | null>(null);
  // How far the grid was scrolled by a turn of the page, null once it was scrolled to anywhere else, a person's doing.
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
      // The grid keeps a row that has the focus, and would put it before the page's first.
      to.clearFocusedCell();
      // Looking where it stands would have everything laid out in between.
      if (page !== 1 || turnedTo.current !== 0) {
        scrollTo(to, (page - 1) * pageSize);
        turnedTo.current = scrollTopOf(to);
      }
    }
    place.current = { rows, page, pageSize, total };
    // The page was loaded again: not only at this page of the rows, but where it was on it.
    const before = isFirst ? takePlaceBefore(PLACE) : null;
    if (before !== null) {
      viewportOf(to)?.scrollTo(before);
      turnedTo.current = scrollTopOf(to);
    }
    to.refreshCells();
    held.see(inSight(to));
  });
  // Whether what was to be shown has been waited for, in sight of the person.
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
    // Not at once: the grid makes React work, which it can't while it is at work. But before the next frame, so that
    // the page changes as one; where the parts of the page come one after the other, rows are work enough for a turn of
    // their own.
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
      // Its cache has been made. With a source to ask it would make another one, empty, for each change of the order.
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
      // Of rows that others will replace no page is asked for; another page of the same is, also while one is awaited.
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
  // Of the one row that it begins with the grid does not know that it is the last.
  if (api.getDisplayedRowCount() === count && api.isLastRowIndexKnown() === true) return;
  // Rows get an id with data of their own, which ours never have; those without one the grid would make anew, element
  // by element, whenever their number changes.
  for (const node of api.getRenderedNodes()) node.id ??= String(node.rowIndex);
  api.setRowCount(count, true);
}

/**
 * Makes room below a last page with few rows, so that its first one can come first; no row on it: there is one page
 * only. Written to the two elements it is about: a property that their rows inherit would be looked up in each of them.
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

/** Scrolls so that a row is the first in sight, and the first there is. */
function scrollTo(api: GridApi, index: number): void {
  api.ensureIndexVisible(index, 'top');
  const viewport = viewportOf(api);
  // More rows than an element can be high make the grid round, and of the row before a pixel or two can be left.
  if (viewport !== null && api.getFirstDisplayedRowIndex() < index) viewport.scrollTop += ROUNDING;
}
