/** A cell of a grid; row and column are counted from 0. */
export type Cell = { readonly row: number; readonly column: number };

const PAGE = 10;

/** The cell to which a key leads from another; undefined where the key does not move within a grid. */
export function cellAfter(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { row, column }: Cell,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  direction: 'ltr' | 'rtl',
): Cell | undefined {
  const to = (nextRow: number, nextColumn: number): Cell => ({
    row: Math.max(0, Math.min(rows - 1, nextRow)),
    column: Math.max(0, Math.min(columns - 1, nextColumn)),
  });
  const onwards = direction === 'ltr' ? 1 : -1;
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowRight':
      return to(row, column + onwards);
    case 'ArrowLeft':
      return to(row, column - onwards);
    case 'PageDown':
      return to(row + PAGE, column);
    case 'PageUp':
      return to(row - PAGE, column);
    case 'Home':
      return to(ctrlKey ? 0 : row, 0);
    case 'End':
      return to(ctrlKey ? rows - 1 : row, columns - 1);
    default:
      return undefined;
  }
}
