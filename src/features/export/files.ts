import { BYTE_ORDER_MARK, csvLine, type Separator } from '#partner-center/csv.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import type { ExportKind, ExportValue } from './columns.ts';
import type { FromExcelWorker, ToExcelWorker } from './excel-messages.ts';

/** Rows by their values, some after the other. */
export type ExportRows = AsyncIterable<readonly (readonly ExportValue[])[]>;

export type ExportHeader = readonly { readonly header: string; readonly kind: ExportKind }[];

const CSV_TYPE = 'text/csv;charset=utf-8';
const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A CSV file. Its text leaves the page's memory as it is written: browsers keep large blobs on disk. */
export async function csvFile(header: ExportHeader, rows: ExportRows, separator: Separator): Promise<Blob> {
  const parts = [
    new Blob([
      BYTE_ORDER_MARK,
      csvLine(
        header.map((column) => column.header),
        separator,
      ),
    ]),
  ];
  for await (const some of rows) {
    parts.push(new Blob([some.map((row) => csvLine(row, separator)).join('')]));
  }
  return new Blob(parts, { type: CSV_TYPE });
}

/** What the second sheet of an Excel file says. */
export type About = {
  readonly sheet: string;
  readonly aboutSheet: string;
  readonly about: () => readonly (readonly [name: string, value: string])[];
};

/**
 * An Excel file, made by a worker.
 *
 * @throws PartnerCenterError of the kind `browserFailed` where the worker could not make it
 */
export async function excelFile(
  header: ExportHeader,
  rows: ExportRows,
  { sheet, aboutSheet, about }: About,
  signal: AbortSignal,
): Promise<Blob> {
  const worker = new Worker(new URL('./excel-worker.ts', import.meta.url), { type: 'module', name: 'excel' });
  const send = (message: ToExcelWorker): void => worker.postMessage(message);
  try {
    for await (const some of rows) {
      send({ kind: 'rows', rows: some });
    }
    // What the file is about is known when all rows are there.
    send({ kind: 'begin', sheet, columns: header, aboutSheet, about: about() });
    const bytes = await new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
      const fail = (description: string): void =>
        reject(new PartnerCenterError({ kind: 'browserFailed', description }));
      worker.addEventListener('message', ({ data }: MessageEvent<FromExcelWorker>) => {
        if (data.kind === 'done') resolve(data.bytes);
        else fail(data.message);
      });
      worker.addEventListener('error', ({ message }) => fail(message || 'The Excel worker ended.'));
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      send({ kind: 'end' });
    });
    return new Blob([bytes], { type: EXCEL_TYPE });
  } finally {
    worker.terminate();
  }
}
