import type {
  CellFocusedEvent,
  CellKeyDownEvent,
  CellMouseDownEvent,
  CellMouseOverEvent,
  FullWidthCellKeyDownEvent,
  GridApi,
} from 'ag-grid-community';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { DeploymentRow } from '#engine/engine.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useLocalization } from '#ui/language.ts';
import { coveredBy, stepOf, stepped, type Cell, type CellBlock, type Covered } from './cell-block.ts';
import { COLUMN_IDS, type ColumnId, type ValueOf } from './columns.ts';
import { tabSeparated } from './tab-separated.ts';
import { texts } from './texts.ts';

/** At most so many rows are copied at once: they may have to be asked for, a page at a time. */
const MOST_ROWS = 10_000;

function columnOf(id: string | null | undefined): ColumnId | undefined {
  return COLUMN_IDS.find((field) => field === id);
}

function shownColumns(api: GridApi): readonly ColumnId[] {
  return api.getAllDisplayedColumns().flatMap((column) => columnOf(column.getColId()) ?? []);
}

function focusedCell(api: GridApi): Cell | null {
  const focused = api.getFocusedCell();
  const column = columnOf(focused?.column.getColId());
  return focused === null || column === undefined ? null : { row: focused.rowIndex, column };
}

/** The cell that an event of the mouse is about, and the event. */
function mouseOn({ rowIndex, column, event }: CellMouseDownEvent | CellMouseOverEvent) {
  const id = columnOf(column.getColId());
  return rowIndex === null || id === undefined || !(event instanceof MouseEvent)
    ? null
    : { cell: { row: rowIndex, column: id }, event };
}

function cellAround(node: Node | null): Element | null {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest('[role=gridcell]') ?? null;
}

/**
 * Whether the person has chosen a text within one cell, which the browser copies. A text that a drag has selected on
 * its way out does not count.
 */
function isTextOfCellChosen(): boolean {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed) return false;
  const cell = cellAround(selection.anchorNode);
  return cell !== null && cell === cellAround(selection.focusNode);
}

/** Stops the browser from selecting texts of the page beyond the cell that was pressed, while the button is down. */
function keepTextsUnchosen(pressed: Node): void {
  const released = new AbortController();
  const options = { capture: true, signal: released.signal };
  const end = (): void => released.abort();
  document.addEventListener(
    'mousemove',
    ({ target, buttons }) => {
      if ((buttons & 1) === 0) end();
      else if (!(target instanceof Node) || cellAround(target) !== cellAround(pressed)) {
        getSelection()?.removeAllRanges();
      }
    },
    options,
  );
  document.addEventListener('mouseup', end, options);
}

type UsedCellBlock = {
  /** Some cells are chosen together. */
  readonly isThere: boolean;
  readonly ready: (api: GridApi) => void;
  /** Tells whether a cell is chosen; it decides the cell's class. */
  readonly has: (row: number, id: string) => boolean;
  readonly focused: (event: CellFocusedEvent) => void;
  readonly pressed: (event: CellMouseDownEvent) => void;
  readonly movedOver: (event: CellMouseOverEvent) => void;
  readonly keyPressed: (event: CellKeyDownEvent | FullWidthCellKeyDownEvent) => void;
};

/**
 * Cells that are chosen together, by dragging or with Shift, and copied with Control+C in a form for spreadsheets.
 * Where none are chosen, the cell with the focus is copied. It also handles the keys that lead to the ends of a row and
 * of the grid.
 *
 * @param rows what distinguishes the rows from others: when it changes, nothing is chosen any more
 * @param readRows reads the rows from one 0-based index to another, both included
 * @param valueOf the value of a row in a column
 * @param onSay is told the text about the cells; empty where there is none any more
 */
export function useCellBlock(
  rows: string,
  readRows: (first: number, last: number) => Promise<readonly DeploymentRow[]>,
  valueOf: ValueOf,
  onSay: (text: string) => void,
): UsedCellBlock {
  const t = useTexts(texts);
  const format = useFormat();
  const { direction, locale } = useLocalization();
  const grid = useRef<GridApi | null>(null);
  const [chosen, setChosen] = useState<{ readonly rows: string; readonly block: CellBlock } | null>(null);
  const block = chosen?.rows === rows ? chosen.block : null;
  // For events: the next event can come before the effect of the last one is drawn.
  const blockNow = useRef<CellBlock | null>(null);
  // For the questions of the grid while it draws.
  const covered = useRef<Covered | null>(null);
  const dragged = useRef<Cell | null>(null);
  // The last cell with the focus, even after it was scrolled away.
  const lastFocused = useRef<{ readonly rows: string; readonly cell: Cell } | null>(null);
  const rowsNow = useRef(rows);
  useLayoutEffect(() => {
    rowsNow.current = rows;
  });
  const focusBefore = useRef<Cell | null>(null);
  const has = useCallback((row: number, id: string): boolean => {
    const { current } = covered;
    return (
      current !== null && row >= current.first && row <= current.last && current.columns.some((c) => c === id)
    );
  }, []);

  useLayoutEffect(() => {
    blockNow.current = block;
    const api = grid.current;
    const before = covered.current;
    covered.current = block === null || api === null ? null : coveredBy(block, shownColumns(api));
    if (before === null && covered.current === null) return;
    // This does not happen at once: the grid makes React work, which it can't while it is at work itself.
    queueMicrotask(() => {
      if (api?.isDestroyed() === false) api.refreshCells({ force: true });
    });
  }, [block]);

  const clear = (): void => {
    if (blockNow.current === null) return;
    blockNow.current = null;
    setChosen(null);
    onSay('');
  };

  const choose = (api: GridApi, next: CellBlock): void => {
    blockNow.current = next;
    setChosen({ rows, block: next });
    const cells = coveredBy(next, shownColumns(api));
    if (cells === null) return;
    const count = cells.last - cells.first + 1;
    onSay(t.cellsChosen({ rows: format.count(count), columns: format.count(cells.columns.length) }));
  };

  const copy = async (api: GridApi): Promise<void> => {
    const focused = focusedCell(api);
    const cells = blockNow.current ?? (focused && { from: focused, to: focused });
    const from = cells && coveredBy(cells, shownColumns(api));
    if (from === null) return;
    const count = from.last - from.first + 1;
    if (count > MOST_ROWS) {
      onSay(t.tooManyToCopy({ most: format.count(MOST_ROWS) }));
      return;
    }
    try {
      const text = tabSeparated(await readRows(from.first, from.last), from.columns, valueOf, locale);
      await navigator.clipboard.writeText(text);
      onSay(t.copied({ cells: count * from.columns.length }));
    } catch {
      onSay(t.notCopied);
    }
  };

  return {
    isThere: block !== null,
    ready: (api) => {
      grid.current = api;
      // This comes before the grid gives the focus to the pressed cell.
      api.getGridElement()?.addEventListener(
        'mousedown',
        () => {
          const last = lastFocused.current;
          focusBefore.current = last?.rows === rowsNow.current ? last.cell : null;
        },
        { capture: true },
      );
    },
    has,
    focused: ({ api }) => {
      const cell = focusedCell(api);
      if (cell !== null) lastFocused.current = { rows, cell };
    },
    pressed: (pressed) => {
      const mouse = mouseOn(pressed);
      dragged.current = null;
      if (mouse === null || mouse.event.button !== 0) return;
      if (mouse.event.shiftKey) {
        // Otherwise the browser would select the text in between.
        mouse.event.preventDefault();
        const from = blockNow.current?.from ?? focusBefore.current;
        if (from !== null) choose(pressed.api, { from, to: mouse.cell });
        return;
      }
      dragged.current = mouse.cell;
      clear();
      if (mouse.event.target instanceof Node) keepTextsUnchosen(mouse.event.target);
    },
    movedOver: (moved) => {
      const mouse = mouseOn(moved);
      const from = dragged.current;
      if (mouse === null || from === null || (mouse.event.buttons & 1) === 0) return;
      const to = mouse.cell;
      // A drag within one cell selects its text, as everywhere else.
      if (blockNow.current === null && to.row === from.row && to.column === from.column) return;
      getSelection()?.removeAllRanges();
      choose(moved.api, { from, to });
    },
    keyPressed: ({ api, event }) => {
      if (!(event instanceof KeyboardEvent)) return;
      const isControl = event.ctrlKey || event.metaKey;
      if (isControl && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'c') {
        if (blockNow.current === null && isTextOfCellChosen()) return;
        event.preventDefault();
        void copy(api);
        return;
      }
      if (event.key === 'Escape') {
        if (blockNow.current !== null) event.stopPropagation();
        clear();
        return;
      }
      const focused = focusedCell(api);
      const step = stepOf(event, direction);
      if (focused === null || step === null) {
        if (event.key.startsWith('Page') || event.key.startsWith('Arrow')) clear();
        return;
      }
      const isOurs = event.shiftKey || !event.key.startsWith('Arrow');
      if (!event.shiftKey) clear();
      if (!isOurs) return;
      event.preventDefault();
      const from = event.shiftKey ? (blockNow.current?.to ?? focused) : focused;
      const to = stepped(from, step, shownColumns(api), api.getDisplayedRowCount());
      api.ensureIndexVisible(to.row);
      api.ensureColumnVisible(to.column);
      if (event.shiftKey) choose(api, { from: blockNow.current?.from ?? focused, to });
      else api.setFocusedCell(to.row, to.column);
    },
  };
}

/**
 * The keys that the grid leaves to `keyPressed`: its own Home and End lead to other rows, and its arrow keys ignore
 * Shift.
 */
export function isOursAlone({ key, shiftKey, altKey }: KeyboardEvent): boolean {
  if (altKey) return false;
  return key === 'Home' || key === 'End' || (shiftKey && key.startsWith('Arrow'));
}
