import type { FromPriceListWorker, ToPriceListWorker } from './price-list-messages.ts';
import { readSheet } from './read-sheet.ts';

// A price sheet of Microsoft is some 40 MB: reading it is no work for the page's own thread.

self.addEventListener('message', ({ data }: MessageEvent<ToPriceListWorker>) => {
  const { bytes, products, today } = data;
  const message: FromPriceListWorker = readSheet(bytes, products, today);
  self.postMessage(message);
});
