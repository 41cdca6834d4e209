import { COUNT_COLUMNS, TEXT_COLUMNS } from '#engine/snapshot/columns/table.ts';

/** Columns by number: the texts, then the counts, in the order of `TEXT_COLUMNS` and `COUNT_COLUMNS`. */
export const TEXTS = TEXT_COLUMNS.length;
export const COLUMNS = TEXTS + COUNT_COLUMNS.length;
/** The number of a member whose name is none of them. */
export const NO_COLUMN = TEXTS + COUNT_COLUMNS.length;

/** The column that only rows of a snapshot have, and the counts: a row has to have each of them. */
export const DATE_COLUMN = TEXT_COLUMNS.indexOf('processedDateTime');
export const REQUIRED = (1 << DATE_COLUMN) | (1 << TEXTS) | (1 << (TEXTS + 1));
export const ALL = (1 << COLUMNS) - 1;

const columnOfName: ReadonlyMap<string, number> = new Map(
  [...TEXT_COLUMNS, ...COUNT_COLUMNS].map((name, column) => [name.toLowerCase(), column]),
);

/** The column a member's name (ASCII) stands for, in any letter case; else `NO_COLUMN`. */
export function columnNamed(name: string): number {
  return columnOfName.get(name.toLowerCase()) ?? NO_COLUMN;
}
