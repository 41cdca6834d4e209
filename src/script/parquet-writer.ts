import { ByteWriter, ParquetWriter, type ColumnSource, type SchemaElement } from 'hyparquet-writer';
import type { Row } from '#partner-center/response.ts';
import { COUNT_COLUMNS, type RowWriter, type TextColumn } from './row-writer.ts';
import type { DraftFile } from './whole-file.ts';

// So many rows are held until they are written together: each group of rows has dictionaries of its own.
const ROW_GROUP = 50_000;

function schemaOf(texts: readonly TextColumn[]): SchemaElement[] {
  return [
    { name: 'root', num_children: texts.length + COUNT_COLUMNS.length },
    ...texts.map((name): SchemaElement => ({
      name,
      type: 'BYTE_ARRAY',
      converted_type: 'UTF8',
      logical_type: { type: 'STRING' },
      repetition_type: 'OPTIONAL',
    })),
    ...COUNT_COLUMNS.map((name): SchemaElement => ({
      name,
      type: 'INT64',
      repetition_type: 'REQUIRED',
    })),
  ];
}

/**
 * Writes Parquet: texts as dictionaries, licenses as whole numbers of 64 bits, compressed with Snappy.
 *
 * @param about facts that the file says about itself, besides its rows
 */
export async function createParquetWriter(
  draft: DraftFile,
  texts: readonly TextColumn[],
  about: Readonly<Record<string, string>>,
): Promise<RowWriter> {
  const bytes = new ByteWriter();
  const file = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(texts),
    createdBy: 'license-lens',
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
  });

  /** Writes the collected bytes to the file and frees their memory. */
  async function flush(): Promise<void> {
    const written = new Uint8Array(bytes.buffer, 0, bytes.index);
    await draft.append(written);
    bytes.index = 0;
  }

  let textData = texts.map((): (string | null)[] => []);
  let countData = COUNT_COLUMNS.map((): bigint[] => []);
  let held = 0;

  async function writeGroup(): Promise<void> {
    if (held === 0) return;
    const columnData: ColumnSource[] = [
      ...texts.map((name, index): ColumnSource => ({
        name,
        data: textData[index] ?? [],
        encoding: 'RLE_DICTIONARY',
      })),
      ...COUNT_COLUMNS.map((name, index): ColumnSource => ({ name, data: countData[index] ?? [] })),
    ];
    await file.write({ columnData, rowGroupSize: ROW_GROUP });
    textData = texts.map(() => []);
    countData = COUNT_COLUMNS.map(() => []);
    held = 0;
    await flush();
  }

  await flush();
  return {
    async write(rows: readonly Row[]) {
      for (const row of rows) {
        for (const [index, name] of texts.entries()) textData[index]?.push(row[name] ?? null);
        for (const [index, name] of COUNT_COLUMNS.entries()) countData[index]?.push(BigInt(row[name]));
        held += 1;
        if (held === ROW_GROUP) await writeGroup();
      }
    },
    async end() {
      await writeGroup();
      await file.finish();
      await flush();
    },
  };
}
