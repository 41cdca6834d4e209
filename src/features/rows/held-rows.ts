import type { DeploymentRow, Page } from '#engine/engine.ts';
import { pagesOf, type Range } from './paging.ts';

// In pages. This is more than is ever in sight, so that scrolling back and forth reads nothing again.
const KEPT = 12;
const READ_AT_ONCE = 2;
// In milliseconds. The same rows have to stay in sight for so long before the service is asked for a page far from
// those that are held: a person who drags the scroll bar passes thousands of rows.
const REST = 120;

/** One page of some rows, and what distinguishes these rows in this order from others. */
export type ShownRows = {
  readonly rows: string;
  /** 1-based. */
  readonly page: number;
  readonly pageSize: number;
  readonly answer: Page;
};

/** The rows around those in sight. The grid's cells are written from them. */
export type HeldRows = {
  /** The row at a 0-based index; undefined while it is not there. */
  readonly rowAt: (index: number) => DeploymentRow | undefined;
  /**
   * Holds a page. Where it is one of other rows, or a new answer to an earlier question, all other pages are dropped.
   */
  readonly hold: (shown: ShownRows) => void;
  /** Says that these rows are in sight, and reads those of them that are missing. */
  readonly see: (inSight: Range) => void;
  /** Drops all pages, and ends all reading. */
  readonly clear: () => void;
};

/**
 * Holds the pages of one result that are near the rows in sight: a fixed number of them, however many there are.
 * `readPage` reads a page of the rows that are held when it is called; `onRead` is told of each page that has been
 * read. A page that cannot be read stays missing until the view asks for this page: then its error is told there.
 */
export function createHeldRows(readPage: (page: number) => Promise<Page>, onRead: () => void): HeldRows {
  const pages = new Map<number, readonly DeploymentRow[]>();
  const unreadable = new Set<number>();
  let current: ShownRows | null = null;
  let reading = new Set<number>();
  let wanted: readonly number[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const clear = (): void => {
    clearTimeout(timer);
    pages.clear();
    unreadable.clear();
    // Pages that are still being read are dropped: they do not belong to the new rows.
    reading = new Set();
    current = null;
  };

  const keep = (page: number, rows: readonly DeploymentRow[]): void => {
    pages.set(page, rows);
    const farthestFirst = [...pages.keys()].toSorted((a, b) => Math.abs(b - page) - Math.abs(a - page));
    for (const far of farthestFirst.slice(0, Math.max(0, pages.size - KEPT))) pages.delete(far);
  };

  const missing = (): readonly number[] =>
    wanted.filter((page) => !pages.has(page) && !reading.has(page) && !unreadable.has(page));

  const read = async (page: number, among: Set<number>): Promise<void> => {
    among.add(page);
    try {
      const { rows } = await readPage(page);
      if (among !== reading) return;
      keep(page, rows);
      onRead();
    } catch {
      if (among === reading) unreadable.add(page);
    } finally {
      among.delete(page);
    }
    if (among === reading) readMissing();
  };

  const readMissing = (): void => {
    for (const page of missing().slice(0, READ_AT_ONCE - reading.size)) void read(page, reading);
  };

  return {
    rowAt: (index) => {
      if (current === null) return undefined;
      const page = Math.floor(index / current.pageSize);
      return pages.get(page + 1)?.[index - page * current.pageSize];
    },
    hold: (shown) => {
      const before = pages.get(shown.page);
      if (current?.rows !== shown.rows || (before !== undefined && before !== shown.answer.rows)) clear();
      current = shown;
      unreadable.delete(shown.page);
      keep(shown.page, shown.answer.rows);
    },
    see: (inSight) => {
      clearTimeout(timer);
      if (current === null) return;
      wanted = pagesOf(inSight, current.pageSize);
      const isNear = missing().every((page) => pages.has(page - 1) || pages.has(page + 1));
      if (isNear || current.answer.coverage.engine === 'snapshot') readMissing();
      else timer = setTimeout(readMissing, REST);
    },
    clear,
  };
}
