import type { DeploymentRow } from '#engine/engine.ts';
import type { ColumnId, ValueOf } from './columns.ts';

// The beginning of a text that a spreadsheet would compute instead of showing it.
const FORMULA = /^[=+\-@]/u;

/** A text in a form that a spreadsheet reads as text, whatever it begins with. */
function asText(text: string): string {
  const shown = FORMULA.test(text) ? `'${text}` : text;
  return /[\t\r\n]/u.test(shown) || shown.startsWith('"') ? `"${shown.replaceAll('"', '""')}"` : shown;
}

/**
 * Cells as a text that a spreadsheet takes apart again: tabs between columns, line ends between rows, and quotes where
 * a text has either. Numbers have no separators between thousands, so that the spreadsheet reads them as numbers; a day
 * is `YYYY-MM-DD`; an undefined value is empty.
 *
 * @param locale a BCP 47 tag: it decides which mark is before the decimals of a utilization
 */
export function tabSeparated(
  rows: readonly DeploymentRow[],
  columns: readonly ColumnId[],
  valueOf: ValueOf,
  locale: string,
): string {
  const number = new Intl.NumberFormat(locale, {
    useGrouping: false,
    maximumSignificantDigits: 15,
    numberingSystem: 'latn',
  });
  const cell = (row: DeploymentRow, id: ColumnId): string => {
    const value = valueOf(row, id);
    if (value === null) return '';
    if (typeof value === 'number') return number.format(value);
    return asText(id === 'processedDateTime' ? value.slice(0, 'YYYY-MM-DD'.length) : value);
  };
  return rows.map((row) => columns.map((id) => cell(row, id)).join('\t')).join('\n');
}
