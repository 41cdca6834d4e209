import { recordOf } from './record-of.ts';
import { TEXT_COLUMNS, type Table, type TextColumnName } from './table.ts';

/** The table with columns whose rows must not be looked at: reading one of them throws. For tests. */
export function unreadColumns(table: Table, unread: readonly TextColumnName[]): Table {
  return countedColumns(table, (column) => {
    if (unread.includes(column)) throw new Error(`The rows of ${column} are looked at.`);
  });
}

/** The table with columns that say when their rows are about to be looked at. For tests. */
export function countedColumns(table: Table, onRead: (column: TextColumnName) => void): Table {
  return {
    ...table,
    texts: recordOf(TEXT_COLUMNS, (column) => ({
      dictionary: table.texts[column].dictionary,
      get codes() {
        onRead(column);
        return table.texts[column].codes;
      },
    })),
  };
}
