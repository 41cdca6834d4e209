import { MOST_PRICE, PRICE_UNITS } from '#view/prices.ts';
import { amountIn, type DecimalMark } from './amounts.ts';
import {
  ASPECTS,
  isPrice,
  type Aspect,
  type Match,
  type Offer,
  type Product,
  type Sheet,
} from './read-sheet.ts';
import { monthsOf } from './term.ts';

/** The person's choices about a price list. */
export type Choices = {
  /** The index of the column with the prices; null where none is chosen yet. */
  readonly column: number | null;
  readonly mark: DecimalMark | null;
  /** The chosen value of each aspect that has several. Where it is absent, none is chosen and all values count. */
  readonly aspects: Readonly<Partial<Record<Aspect, string>>>;
  /** For the id of a product, the row of the file that was chosen for it. */
  readonly rows: Readonly<Record<string, number>>;
};

/** A row with its price a month. */
export type PricedOffer = Offer & { readonly price: number };

export type Chosen = {
  /** The products with one price, in `PRICE_UNITS` a month. */
  readonly prices: readonly { readonly product: Product; readonly price: number }[];
  /** The products that still have several different prices: only the person knows which is right. */
  readonly ambiguous: readonly { readonly product: Product; readonly offers: readonly PricedOffer[] }[];
  /** The products for which the list has rows, but none that these choices can use. */
  readonly without: readonly Product[];
};

/** The choices before the person has chosen anything: where there is only one possibility, it is chosen. */
export function firstChoices(sheet: Sheet): Choices {
  return {
    column: sheet.priceColumns.length === 1 ? 0 : null,
    mark: sheet.mark,
    aspects: {},
    rows: {},
  };
}

/**
 * The values of an aspect among the offers that the other choices leave, most frequent first. Where there are fewer
 * than two, there is nothing to choose.
 */
export function valuesOf(
  sheet: Sheet,
  aspect: Aspect,
  { aspects }: Pick<Choices, 'aspects'>,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { offers } of sheet.matches) {
    for (const offer of offers) {
      if (!isLeft(offer, { ...aspects, [aspect]: undefined })) continue;
      counts.set(offer.aspects[aspect], (counts.get(offer.aspects[aspect]) ?? 0) + 1);
    }
  }
  return [...counts]
    .toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([value]) => value);
}

function isLeft(offer: Offer, chosen: Readonly<Partial<Record<Aspect, string | undefined>>>): boolean {
  return ASPECTS.every((aspect) => chosen[aspect] === undefined || offer.aspects[aspect] === chosen[aspect]);
}

/**
 * The price of an offer a month, in `PRICE_UNITS`, rounded; null where the row has no price, or its term is no number
 * of months. The price of a term is divided by its months, however it is billed: see `monthsOf`.
 */
function monthlyPrice(
  { amounts, aspects }: Offer,
  column: number,
  months: number | null,
  mark: DecimalMark,
): number | null {
  const amount = amountIn(amounts[column] ?? '', mark);
  const divisor = months ?? monthsOf(aspects.term);
  if (!isPrice(amount) || divisor === null) return null;
  const monthly = amount / divisor;
  return monthly > MOST_PRICE ? null : Math.round(monthly * PRICE_UNITS);
}

function pricedOffers(
  { offers }: Match,
  { priceColumns }: Sheet,
  { column, mark, aspects }: Choices,
): readonly PricedOffer[] {
  if (column === null || mark === null) return [];
  const { months = null } = priceColumns[column] ?? {};
  return offers.flatMap((offer): readonly PricedOffer[] => {
    const price = isLeft(offer, aspects) ? monthlyPrice(offer, column, months, mark) : null;
    return price === null ? [] : [{ ...offer, price }];
  });
}

/** The prices of the list with some choices. Where a product has several prices, none of them is chosen here. */
export function chosenPrices(sheet: Sheet, choices: Choices): Chosen {
  const prices: { product: Product; price: number }[] = [];
  const ambiguous: { product: Product; offers: readonly PricedOffer[] }[] = [];
  const without: Product[] = [];
  for (const match of sheet.matches) {
    const { product } = match;
    const offers = pricedOffers(match, sheet, choices);
    const own = offers.find(({ row }) => row === choices.rows[product.id]);
    const [first] = offers;
    if (first === undefined) without.push(product);
    else if (own !== undefined) prices.push({ product, price: own.price });
    else if (offers.every(({ price }) => price === first.price)) prices.push({ product, price: first.price });
    else ambiguous.push({ product, offers });
  }
  return { prices, ambiguous, without };
}

/** The currencies of the chosen prices; none where the list names none. */
export function currenciesOf(sheet: Sheet, choices: Choices): readonly string[] {
  if (sheet.currency !== null) return [sheet.currency];
  return valuesOf(sheet, 'currency', { aspects: choices.aspects })
    .filter((currency) => currency !== '')
    .filter((currency) => choices.aspects.currency === undefined || currency === choices.aspects.currency);
}
