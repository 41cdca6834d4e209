import type { DeploymentRow } from '#engine/engine.ts';
import type { ColumnId, ValueOf } from './columns.ts';

// What a spreadsheet would work out instead of showing it.
const FORMULA = /^[=+\-@]/u;

/** A text as a spreadsheet takes it for a text, whatever it begins with. */
function asText(text: string): string {
  const shown = FORMULA.test(text) ? `'${text}` : text;
  return /[\t\r\n]/u.test(shown) || shown.startsWith('"') ? `"${shown.replaceAll('"', '""')}"` : shown;
}

/**
 * Cells as text that a spreadsheet takes apart again: columns by tabs, rows by line ends, quotes where a text has either.
 * Numbers are not grouped, so that they are numbers there; a day is `YYYY-MM-DD`; what is undefined is empty.
 *
 * @param locale a BCP 47 tag: which sign is before the decimals of a utilization
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
