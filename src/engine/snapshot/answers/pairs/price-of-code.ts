import { foldCase } from '#partner-center/filter/fold-case.ts';
import { pricesByProduct, type Prices } from '#view/prices.ts';
import type { Dictionary } from '#engine/snapshot/columns/table.ts';

/** The price of a product by its code; not a number where it has none. */
export type PriceOfCode = Float64Array<ArrayBuffer>;

/** Looks up what the products of a table cost, letter case ignored. No value is no product. */
export function priceOfCode(dictionary: Dictionary, prices: Prices): PriceOfCode {
  const known = pricesByProduct(prices);
  return Float64Array.from(
    dictionary,
    (id) => (id === null ? undefined : known.get(foldCase(id))) ?? Number.NaN,
  );
}
