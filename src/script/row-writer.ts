import { BYTE_ORDER_MARK, csvBytes, csvLine } from '#partner-center/csv.ts';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import type { Row } from '#partner-center/response.ts';
import type { DraftFile } from './whole-file.ts';

/** Writes rows in one format. */
export type RowWriter = {
  readonly write: (rows: readonly Row[]) => Promise<void>;
  /** Writes what comes after the last row. */
  readonly end: () => Promise<void>;
};

/** A column of a file, by the endpoint's name for it. */
export type TextColumn = Field | 'processedDateTime';

/** The columns with texts: all of them for rows, and the grouped ones for groups. */
export function textColumnsOf(groupby: readonly Field[]): readonly TextColumn[] {
  return groupby.length > 0 ? groupby : ['processedDateTime', ...FIELDS];
}

export const COUNT_COLUMNS = ['licensesDeployed', 'licensesSold'] as const;

/** Writes CSV by RFC 4180, in UTF-8 with a byte order mark; the first line has the names. */
export async function createCsvWriter(draft: DraftFile, texts: readonly TextColumn[]): Promise<RowWriter> {
  const names = [...texts, ...COUNT_COLUMNS];
  await draft.append(BYTE_ORDER_MARK + csvLine(names));
  return {
    write: (rows) => draft.append(csvBytes(rows.map((row) => names.map((name) => row[name] ?? null)))),
    end: () => Promise.resolve(),
  };
}

/** Writes one JSON object on each line, with every column: null where a row has no value. */
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
