import { BYTE_ORDER_MARK, csvLine, csvLines } from '#partner-center/csv.ts';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import type { Row } from '#partner-center/response.ts';
import type { DraftFile } from './whole-file.ts';

/** Writes rows in one format. */
export type RowWriter = {
  readonly write: (rows: readonly Row[]) => Promise<void>;
  /** Writes what belongs behind the last row. */
  readonly end: () => Promise<void>;
};

/** A column of a file, by the endpoint's name for it. */
export type TextColumn = Field | 'processedDateTime';

/** The columns with texts: of rows all of them, of groups those that they are grouped by. */
export function textColumnsOf(groupby: readonly Field[]): readonly TextColumn[] {
  return groupby.length > 0 ? groupby : ['processedDateTime', ...FIELDS];
}

export const COUNT_COLUMNS = ['licensesDeployed', 'licensesSold'] as const;

/** CSV by RFC 4180, UTF-8 with its mark at the start, a first line of names. */
export async function createCsvWriter(draft: DraftFile, texts: readonly TextColumn[]): Promise<RowWriter> {
  const names = [...texts, ...COUNT_COLUMNS];
  await draft.append(BYTE_ORDER_MARK + csvLine(names));
  return {
    write: (rows) => draft.append(csvLines(rows.map((row) => names.map((name) => row[name] ?? null)))),
    end: () => Promise.resolve(),
  };
}

/** One JSON object a line, with every column: null where a row has no value. */
export function createNdjsonWriter(draft: DraftFile, texts: readonly TextColumn[]): RowWriter {
  return {
    async write(rows) {
      const lines = rows.map((row) => {
        const values = texts.map((name) => [name, row[name] ?? null]);
        const counts = COUNT_COLUMNS.map((name) => [name, row[name]]);
        return `${JSON.stringify(Object.fromEntries([...values, ...counts]))}\n`;
      });
      await draft.append(lines.join(''));
    },
    end: () => Promise.resolve(),
  };
}
