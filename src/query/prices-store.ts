import * as z from 'zod/mini';
import { keepText, keptText } from '#engine/snapshot/store/small-store.ts';
import { jsonOf } from '#view/saved-views-entry.ts';
import { MOST_PRICE, PRICE_UNITS, type PriceList } from '#view/prices.ts';
import { priceEntry, tabEntry } from './prices.ts';

const NAME = 'prices';

const stored = z.object({
  id: z.string(),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/u)),
  source: z.nullable(z.string()),
  basis: z.array(z.string()),
  changed: z.string(),
  of: z.array(z.tuple([z.string(), z.int().check(z.gte(0), z.lte(MOST_PRICE * PRICE_UNITS))])),
});

/** The prices that a text holds; null where it holds none that can be read. */
export function parsePriceList(text: string | null): PriceList | null {
  const list = stored.safeParse(jsonOf(text ?? ''));
  return list.success && list.data.of.length > 0 ? list.data : null;
}

/** The account's price list: this tab's, or otherwise the one that is kept in this browser. */
export async function readPriceList(accountId: string): Promise<PriceList | null> {
  const name = priceEntry(accountId);
  const own = tabEntry(name);
  if (own !== null) return parsePriceList(own);
  const kept = await keptText(accountId, NAME);
  // From now on this tab has the list, even where the consent ends.
  if (kept !== null) tabEntry(name, kept);
  return parsePriceList(kept);
}

/** Writes a price list, or removes it: in this tab, and with the person's consent in this browser. */
export async function writePriceList(accountId: string, list: PriceList | null): Promise<void> {
  const text = list === null ? null : JSON.stringify(list);
  tabEntry(priceEntry(accountId), text);
  await keepText(accountId, NAME, text);
}

/** Is called when the person has just consented: keeps the list that this tab has. */
export async function keepPriceList(accountId: string): Promise<void> {
  const text = tabEntry(priceEntry(accountId));
  if (text !== null) await keepText(accountId, NAME, text);
}
