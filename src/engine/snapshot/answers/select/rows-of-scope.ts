import { printFilter } from '#partner-center/filter/print.ts';
import { searchWords } from '#engine/search-text.ts';
import type { TableScope } from '#engine/snapshot/answers/table-answers.ts';
import { joinInto } from '#engine/snapshot/columns/bitmap.ts';
import type { DictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { allRows, bitmapOf, type Selection, selectionOfBitmap } from '#engine/snapshot/columns/selection.ts';
import type { Table } from '#engine/snapshot/columns/table.ts';
import { searchRows } from './search-rows.ts';
import { selectRows } from './filter-rows.ts';

/** The text that results about a scope are kept by. Scopes that are written alike have the same. */
export function keyOfScope({ filter, search }: TableScope): string {
  return JSON.stringify([printFilter(filter), ...searchWords(search)]);
}

/** The rows of a table that a filter lets through and a search finds. */
export function rowsOfScope(table: Table, index: DictionaryIndex, { filter, search }: TableScope): Selection {
  const selected = filter === null ? allRows(table.rows) : selectRows(table, index, filter);
  const words = searchWords(search);
  if (words.length === 0 || selected.count === 0) return selected;
  const found = searchRows(table, index, words);
  joinInto('and', found, bitmapOf(selected));
  return selectionOfBitmap(table.rows, found);
}
