import type { Product, SheetReading } from './read-sheet.ts';

/** What the page tells the worker that reads a price list. */
export type ToPriceListWorker = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly products: readonly Product[];
  /** `YYYY-MM-DD` */
  readonly today: string;
};

export type FromPriceListWorker = SheetReading;
