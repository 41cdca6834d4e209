import { foldCase } from '#partner-center/filter/fold-case.ts';

/**
 * Prices and values are whole numbers of ten-thousandths of a currency unit, so that sums are exact: a yearly price has
 * no whole number of cents a month.
 */
export const PRICE_UNITS = 10_000;

/**
 * The highest price a month, in currency units: with it, the value of a billion idle licenses is near the largest exact
 * number.
 */
export const MOST_PRICE = 1_000_000;

/** What products cost a month, in `PRICE_UNITS`. */
export type Prices = {
  /** Distinguishes this list from every other, also from another state of the same list. */
  readonly id: string;
  /** The price of each product. A product is listed once, in any letter case. */
  readonly of: readonly (readonly [productId: string, price: number])[];
};

/** Prices by the folded form of the product's id. */
export function pricesByProduct({ of }: Prices): ReadonlyMap<string, number> {
  return new Map(of.map(([productId, price]) => [foldCase(productId), price]));
}

/** A person's own prices, as they are kept. */
export type PriceList = Prices & {
  /** The three letters of ISO 4217; all prices are in this currency. */
  readonly currency: string;
  /** The name of the file that the prices come from; null where all of them were typed. */
  readonly source: string | null;
  /** What the person has chosen in the file, in the file's own words. */
  readonly basis: readonly string[];
  /** The day when these prices were set, `YYYY-MM-DD`. */
  readonly changed: string;
};
