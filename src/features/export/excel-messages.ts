import type { ExportKind, ExportValue } from '#query/exported.ts';

/** What the page tells the worker that writes an Excel file: first how it looks, then rows, then that all are there. */
export type ToExcelWorker =
  | {
      readonly kind: 'begin';
      readonly sheet: string;
      readonly columns: readonly { readonly header: string; readonly kind: ExportKind }[];
      readonly aboutSheet: string;
      /** The lines of the second sheet: what is said, and the words for it. */
      readonly about: readonly (readonly [name: string, value: string])[];
    }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly ExportValue[])[] }
  | { readonly kind: 'end' };

export type FromExcelWorker =
  | { readonly kind: 'done'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly message: string };

/** Rows of one sheet without its header: what Excel has, and no other program goes beyond. */
export const MOST_EXCEL_ROWS = 1_048_575;
