/** The column whose edge an element is; null: it is none. */
export function columnOfEdge(target: EventTarget | null): string | null {
  const edge = target instanceof Element ? target.closest('.ag-header-cell-resize') : null;
  return edge?.closest('[col-id]')?.getAttribute('col-id') ?? null;
}

/**
 * How wide a column has to be for nothing of it to be cut, in pixels: of its header and of the cells that are there. The grid's
 * own way, a part of its own, measures copies of all cells.
 */
export function fittingWidth(grid: Element, column: string): number {
  const cells = [...grid.querySelectorAll(`[col-id="${CSS.escape(column)}"]`)];
  return Math.max(0, ...cells.map(widthOf));
}

// Of texts, their own width, also where they are cut; of what is no text, such as a bar or an arrow, some room for it.
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
