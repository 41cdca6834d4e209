import type { FromPriceListWorker, ToPriceListWorker } from './price-list-messages.ts';
import { readSheet } from './read-sheet.ts';

// Microsoft's price sheet has some 40 MB: the page's own thread must not read it.

self.addEventListener('message', ({ data }: MessageEvent<ToPriceListWorker>) => {
  const { bytes, products, today } = data;
  const message: FromPriceListWorker = readSheet(bytes, products, today);
  self.postMessage(message);
});
