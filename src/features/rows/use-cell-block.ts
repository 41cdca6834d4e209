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
import { useLocalization, useTexts } from '#ui/language.ts';
import { coveredBy, stepOf, stepped, type Cell, type CellBlock, type Covered } from './cell-block.ts';
import { COLUMN_IDS, type ColumnId, type ValueOf } from './columns.ts';
import { tabSeparated } from './tab-separated.ts';
import { texts } from './texts.ts';

/** Rows that are copied at once at most: they may have to be asked for, a page at a time. */
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

/** The cell that an event of the mouse is about, and that event. */
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

/** Whether some text within one cell is chosen, which is the browser's to copy: not what a drag took up on its way out. */
function isTextOfCellChosen(): boolean {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed) return false;
  const cell = cellAround(selection.anchorNode);
  return cell !== null && cell === cellAround(selection.focusNode);
}

/** While the button is down, keeps the browser from choosing the texts of the page beyond a cell that was pressed. */
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
  /** For the class of a cell. */
  readonly has: (row: number, id: string) => boolean;
  readonly focused: (event: CellFocusedEvent) => void;
  readonly pressed: (event: CellMouseDownEvent) => void;
  readonly movedOver: (event: CellMouseOverEvent) => void;
  readonly keyPressed: (event: CellKeyDownEvent | FullWidthCellKeyDownEvent) => void;
};

/**
 * Cells that are chosen together, by dragging or with Shift, and copied with Control+C as a spreadsheet takes them; the one
 * that has the focus where none are. Also the keys that lead to the ends of a row and of the grid.
 *
 * @param rows what tells the rows from any others: of others nothing is chosen
 * @param readRows the rows from one 0-based index to another, both within
 * @param valueOf what a row has in a column
 * @param onSay told what there is to say of it; empty: nothing any more
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
  // For events: the next one can come before what the last one did is drawn.
  const blockNow = useRef<CellBlock | null>(null);
  // For what the grid asks while it draws.
  const covered = useRef<Covered | null>(null);
  const dragged = useRef<Cell | null>(null);
  // It is there still when the cell itself was scrolled away.
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
    // Not at once: the grid makes React work, which it can't while it is at work.
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
    onSay(t.cellsChosen(format.count(count), format.count(cells.columns.length)));
  };

  const copy = async (api: GridApi): Promise<void> => {
    const focused = focusedCell(api);
    const cells = blockNow.current ?? (focused && { from: focused, to: focused });
    const from = cells && coveredBy(cells, shownColumns(api));
    if (from === null) return;
    const count = from.last - from.first + 1;
    if (count > MOST_ROWS) {
      onSay(t.tooManyToCopy(format.count(MOST_ROWS)));
      return;
    }
    try {
      const text = tabSeparated(await readRows(from.first, from.last), from.columns, valueOf, locale);
      await navigator.clipboard.writeText(text);
      onSay(t.copied(count * from.columns.length, format.count(count * from.columns.length)));
    } catch {
      onSay(t.notCopied);
    }
  };

  return {
    isThere: block !== null,
    ready: (api) => {
      grid.current = api;
      // Before the grid gives the focus to the cell that is pressed.
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
        // The browser would choose the text in between.
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
      // Within one cell its text is chosen, as everywhere else.
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

/** The keys that the grid leaves to `keyPressed`: its own Home and End lead to other rows, its arrows know no Shift. */
export function isOursAlone({ key, shiftKey, altKey }: KeyboardEvent): boolean {
  if (altKey) return false;
  return key === 'Home' || key === 'End' || (shiftKey && key.startsWith('Arrow'));
}
