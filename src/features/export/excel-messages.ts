import type { ExportKind, ExportValue } from '#query/exported.ts';

/** The page's messages to the worker that writes an Excel file: first the columns, then rows, then the end. */
export type ToExcelWorker =
  | {
      readonly kind: 'begin';
      readonly sheet: string;
      readonly columns: readonly { readonly header: string; readonly kind: ExportKind }[];
      readonly aboutSheet: string;
      /** The lines of the second sheet: a name and its value. */
      readonly about: readonly (readonly [name: string, value: string])[];
    }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly ExportValue[])[] }
  | { readonly kind: 'end' };

export type FromExcelWorker =
  | { readonly kind: 'done'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly message: string };

/** The most rows of a sheet besides its header. Excel has so many, and no other program has more. */
export const MOST_EXCEL_ROWS = 1_048_575;
