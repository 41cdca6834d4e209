import type { Product, SheetReading } from './read-sheet.ts';

/** The message of the page to the worker that reads a price list. */
export type ToPriceListWorker = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly products: readonly Product[];
  /** `YYYY-MM-DD` */
  readonly today: string;
};

export type FromPriceListWorker = SheetReading;
