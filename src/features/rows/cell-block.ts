import type { ColumnId } from './columns.ts';

/** A cell by its 0-based row and its column. */
export type Cell = { readonly row: number; readonly column: ColumnId };

/** Cells that were chosen together: a rectangle from the cell where it began to the cell that it reaches. */
export type CellBlock = { readonly from: Cell; readonly to: Cell };

/** The rows and columns of a block: the first and the last row, both included, and its columns in their order. */
export type Covered = {
  readonly first: number;
  readonly last: number;
  readonly columns: readonly ColumnId[];
};

/** What a block covers among the columns that are shown; null where one of its corners is not among them any more. */
export function coveredBy({ from, to }: CellBlock, shown: readonly ColumnId[]): Covered | null {
  const [start, end] = [shown.indexOf(from.column), shown.indexOf(to.column)].toSorted((a, b) => a - b);
  if (start === undefined || end === undefined || start < 0) return null;
  return {
    first: Math.min(from.row, to.row),
    last: Math.max(from.row, to.row),
    columns: shown.slice(start, end + 1),
  };
}

/** The move in a grid that a key stands for. */
type Step = 'up' | 'down' | 'before' | 'after' | 'rowStart' | 'rowEnd' | 'start' | 'end';

type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * The step that a key stands for; null where it stands for none. Home and End stay in the row; with Control they go to
 * the first and to the last cell of all, see https://www.w3.org/WAI/ARIA/apg/patterns/grid/.
 */
export function stepOf({ key, ctrlKey, metaKey, altKey }: PressedKey, direction: 'ltr' | 'rtl'): Step | null {
  const isControl = ctrlKey || metaKey;
  if (altKey) return null;
  if (key === 'Home') return isControl ? 'start' : 'rowStart';
  if (key === 'End') return isControl ? 'end' : 'rowEnd';
  if (isControl) return null;
  switch (key) {
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case 'ArrowLeft':
      return direction === 'ltr' ? 'before' : 'after';
    case 'ArrowRight':
      return direction === 'ltr' ? 'after' : 'before';
    default:
      return null;
  }
}

/** The cell to which a step leads, within `rows` rows of the columns that are shown. */
export function stepped(cell: Cell, step: Step, shown: readonly ColumnId[], rows: number): Cell {
  const at = shown.indexOf(cell.column);
  const columnAt = (index: number): ColumnId =>
    shown[Math.max(0, Math.min(shown.length - 1, index))] ?? cell.column;
  const rowAt = (index: number): number => Math.max(0, Math.min(rows - 1, index));
  switch (step) {
    case 'up':
      return { ...cell, row: rowAt(cell.row - 1) };
    case 'down':
      return { ...cell, row: rowAt(cell.row + 1) };
    case 'before':
      return { ...cell, column: columnAt(at - 1) };
    case 'after':
      return { ...cell, column: columnAt(at + 1) };
    case 'rowStart':
      return { ...cell, column: columnAt(0) };
    case 'rowEnd':
      return { ...cell, column: columnAt(shown.length - 1) };
    case 'start':
      return { row: 0, column: columnAt(0) };
    case 'end':
      return { row: rowAt(rows - 1), column: columnAt(shown.length - 1) };
  }
}
