import { writeXlsx } from 'hucre/xlsx';
import { timeOfDay } from '#view/day-times.ts';
import type { ExportKind, ExportValue } from '#query/exported.ts';
import type { ToExcelWorker } from './excel-messages.ts';

type Begin = Extract<ToExcelWorker, { kind: 'begin' }>;

const FORMATS: Readonly<Record<ExportKind, string | undefined>> = {
  text: undefined,
  day: 'yyyy-mm-dd',
  count: '#,##0',
  share: '0.0%',
  money: '#,##0.00',
};

const WIDTHS: Readonly<Record<ExportKind, number>> = { text: 28, day: 12, count: 13, share: 13, money: 16 };

// Excel calls a file damaged that has a longer text.
const LONGEST_TEXT = 32_767;

/**
 * A text as the file has it. `_x000D_` stands there for a line break, so a text with these very characters has its first
 * one written in that way; the characters that XML can't have are replaced.
 */
function textOf(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .toWellFormed()
    .replaceAll(/[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll(/_(?=x[\da-f]{4}_)/giu, '_x005F_');
}

function cellOf(value: ExportValue, kind: ExportKind): string | number | Date | null {
  if (typeof value !== 'string') return value;
  // A day of the calendar has no time zone, and the dates in the file have none either.
  return kind === 'day' ? new Date(timeOfDay(value)) : textOf(value);
}

/** Excel's name of a column: A to Z, then AA. */
function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest === 0 ? '' : columnName(rest - 1)}${String.fromCharCode(65 + (index % 26))}`;
}

/**
 * An Excel file with typed columns. Its header stays in sight and has a filter, and a second sheet says what the first
 * is about. Texts stay texts: none of them becomes a formula.
 */
export async function workbookOf(
  { sheet, columns, aboutSheet, about }: Omit<Begin, 'kind'>,
  rows: readonly (readonly ExportValue[])[],
): Promise<Uint8Array<ArrayBuffer>> {
  const last = columnName(columns.length - 1);
  const bytes = await writeXlsx({
    sheets: [
      {
        name: sheet,
        columns: columns.map(({ header, kind }) => {
          const numFmt = FORMATS[kind];
          return { header, width: WIDTHS[kind], ...(numFmt === undefined ? {} : { numFmt }) };
        }),
        rows: [
          columns.map(({ header }) => header),
          ...rows.map((row) => row.map((value, at) => cellOf(value, columns[at]?.kind ?? 'text'))),
        ],
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${last}${rows.length + 1}` },
      },
      {
        name: aboutSheet,
        columns: [{ width: 20 }, { width: 90 }],
        rows: about.map(([name, value]) => [name, textOf(value)]),
      },
    ],
  });
  return new Uint8Array(bytes);
}
