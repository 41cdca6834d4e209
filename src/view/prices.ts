import { foldCase } from '#partner-center/filter/fold-case.ts';

/**
 * Prices and values are whole numbers of ten-thousandths of a currency unit, so that sums are exact: a price of a year
 * has no whole number of cents a month.
 */
export const PRICE_UNITS = 10_000;

/** The highest price a month, in currency units: with it, values of a billion idle licenses are near what is exact. */
export const MOST_PRICE = 1_000_000;

/** What products cost a month, in `PRICE_UNITS`. */
export type Prices = {
  /** Tells this list from any other, also from another state of the same list. */
  readonly id: string;
  /** Each product once, in any letter case. */
  readonly of: readonly (readonly [productId: string, price: number])[];
};

/** Prices by the folded form of the product's id. */
export function pricesByProduct({ of }: Prices): ReadonlyMap<string, number> {
  return new Map(of.map(([productId, price]) => [foldCase(productId), price]));
}

/** A person's own prices, as they are kept. */
export type PriceList = Prices & {
  /** Three letters of ISO 4217; all prices are in it. */
  readonly currency: string;
  /** The name of the file that they come from; null: all were typed. */
  readonly source: string | null;
  /** What was chosen of the file, in its own words. */
  readonly basis: readonly string[];
  /** The day when they became so, `YYYY-MM-DD`. */
  readonly changed: string;
};
