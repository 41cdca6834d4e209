/** The column whose edge an element is; null where it is no edge. */
export function columnOfEdge(target: EventTarget | null): string | null {
  const edge = target instanceof Element ? target.closest('.ag-header-cell-resize') : null;
  return edge?.closest('[col-id]')?.getAttribute('col-id') ?? null;
}

/**
 * The width that a column needs so that nothing of it is cut off, in pixels: for its header and the cells that are
 * there. The grid has a module of its own for this, which measures copies of all cells.
 */
export function fittingWidth(grid: Element, column: string): number {
  const cells = [...grid.querySelectorAll(`[col-id="${CSS.escape(column)}"]`)];
  return Math.max(0, ...cells.map(widthOf));
}

// A text has its own width, also where it is cut off; other content, such as a bar or an arrow, gets some room.
const ROOM = 4;

function widthOf(cell: Element): number {
  const { paddingInlineStart, paddingInlineEnd, fontSize } = getComputedStyle(cell);
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let width = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    range.selectNodeContents(node);
    width += range.getBoundingClientRect().width;
  }
  const others = cell.childElementCount === 0 ? 0 : ROOM * Number.parseFloat(fontSize);
  return width + others + Number.parseFloat(paddingInlineStart) + Number.parseFloat(paddingInlineEnd) + 2;
}
