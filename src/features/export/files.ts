import { BYTE_ORDER_MARK, csvBytes, csvLine, type Separator } from '#partner-center/csv.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import type { ExportHeader, ExportValue } from '#query/exported.ts';
import type { FromExcelWorker, ToExcelWorker } from './excel-messages.ts';
import type { FileTarget } from './file-target.ts';

/** The values of rows, one part after the other. */
export type ExportRows = AsyncIterable<readonly (readonly ExportValue[])[]>;

/** Writes a CSV file, one part after the other: the rows do not stay in the page's memory. */
export async function writeCsv(
  target: FileTarget,
  header: ExportHeader,
  rows: ExportRows,
  separator: Separator,
): Promise<void> {
  const names = header.map((column) => column.header);
  await target.write(BYTE_ORDER_MARK + csvLine(names, separator));
  for await (const some of rows) {
    await target.write(csvBytes(some, separator));
  }
}

/** The content of an Excel file's second sheet. */
export type About = {
  readonly sheet: string;
  readonly aboutSheet: string;
  readonly about: () => readonly (readonly [name: string, value: string])[];
};

/**
 * Writes an Excel file, which a worker makes.
 *
 * @throws PartnerCenterError of the kind `browserFailed` where the worker could not make it
 */
export async function writeExcel(
  target: FileTarget,
  header: ExportHeader,
  rows: ExportRows,
  { sheet, aboutSheet, about }: About,
  signal: AbortSignal,
): Promise<void> {
  const worker = new Worker(new URL('./excel-worker.ts', import.meta.url), { type: 'module', name: 'excel' });
  const send = (message: ToExcelWorker): void => worker.postMessage(message);
  try {
    for await (const some of rows) {
      send({ kind: 'rows', rows: some });
    }
    // The content of the second sheet is known only when all rows are there.
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
    await target.write(bytes);
  } finally {
    worker.terminate();
  }
}
