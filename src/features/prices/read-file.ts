import { MOST_BYTES } from './file-text.ts';
import type { FromPriceListWorker, ToPriceListWorker } from './price-list-messages.ts';
import type { Product, SheetReading } from './read-sheet.ts';

/** The current day in the person's time zone, `YYYY-MM-DD`. */
export function todayOf(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * Reads a price list in a worker, which ends afterwards.
 *
 * @throws Error where the file can't be opened, or the worker could not read it; the signal's reason where it aborts
 */
export async function readPriceFile(
  file: File,
  products: readonly Product[],
  signal: AbortSignal,
): Promise<SheetReading> {
  // This is checked before the bytes are in memory.
  if (file.size > MOST_BYTES) return { ok: false, problem: 'tooLarge', found: [] };
  const bytes = new Uint8Array(await file.arrayBuffer());
  signal.throwIfAborted();
  const worker = new Worker(new URL('./price-list-worker.ts', import.meta.url), {
    type: 'module',
    name: 'price-list',
  });
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromPriceListWorker>) => resolve(data));
      worker.addEventListener('error', ({ message }) => reject(new Error(message || 'The worker ended.')));
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      const message: ToPriceListWorker = { bytes, products, today: todayOf(new Date()) };
      worker.postMessage(message, [bytes.buffer]);
    });
  } finally {
    worker.terminate();
  }
}
