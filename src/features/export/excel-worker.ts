import type { ExportValue } from '#query/exported.ts';
import type { FromExcelWorker, ToExcelWorker } from './excel-messages.ts';
import { workbookOf } from './workbook.ts';

// An Excel file is packed as a whole. For many rows that takes seconds, so the page's own thread must not do it.

const rows: (readonly ExportValue[])[] = [];
let begun: Extract<ToExcelWorker, { kind: 'begin' }> | null = null;

function post(message: FromExcelWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function finish(): Promise<void> {
  try {
    if (begun === null) throw new Error('The file was never begun.');
    const bytes = await workbookOf(begun, rows);
    post({ kind: 'done', bytes }, [bytes.buffer]);
  } catch (error) {
    post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToExcelWorker>) => {
  switch (data.kind) {
    case 'begin':
      begun = data;
      return;
    case 'rows':
      for (const row of data.rows) rows.push(row);
      return;
    case 'end':
      void finish();
  }
});
