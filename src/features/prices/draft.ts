import { ARABIC_DECIMAL, latinFigures } from '#ui/latin-figures.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { MOST_PRICE, PRICE_UNITS, type PriceList } from '#view/prices.ts';
import { amountIn, evidenceOf, type DecimalMark } from './amounts.ts';
import { chosenPrices, firstChoices, type Choices, type Chosen } from './choose.ts';
import { ASPECTS, type Sheet } from './read-sheet.ts';

/** A list that was read, and the choices about it. */
export type ReadList = { readonly file: string; readonly sheet: Sheet; readonly choices: Choices };

/** The prices that the person is about to set. */
export type Draft = {
  /** null where the prices begin with those that were there before. */
  readonly list: ReadList | null;
  /**
   * The text that was typed for a product, by the folded form of its id; empty where the product is to have no price.
   */
  readonly typed: Readonly<Record<string, string>>;
  readonly currency: string;
};

export const listOf = (file: string, sheet: Sheet): ReadList => ({
  file,
  sheet,
  choices: firstChoices(sheet),
});

/** The prices of the list with the choices; null where there is no list. */
export function chosenOf({ list }: Pick<Draft, 'list'>): Chosen | null {
  return list === null ? null : chosenPrices(list.sheet, list.choices);
}

/** The decimal mark of a locale. */
export function markOf(locale: string): DecimalMark {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
}

/**
 * The price that a person typed, in `PRICE_UNITS`; null where the text is none. Decimals are read as in the person's
 * locale or, where the text cannot be read so, with the other mark: `4.20` is a price in Germany, too.
 */
export function typedPrice(text: string, mark: DecimalMark): number | null {
  const figures = latinFigures(text);
  const plain = figures.replace(ARABIC_DECIMAL, '.');
  const { point, comma } = evidenceOf(plain);
  const isPoint = plain !== figures || (point === comma ? mark === '.' : point);
  const amount = amountIn(plain, isPoint ? '.' : ',');
  return amount === null || amount < 0 || amount > MOST_PRICE ? null : Math.round(amount * PRICE_UNITS);
}

/** A price in the form in which it is typed: without a currency, and without marks between thousands. */
export function writtenPrice(price: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: 2,
    maximumFractionDigits: 4,
    numberingSystem: 'latn',
  }).format(price / PRICE_UNITS);
}

/** The prices below those that were typed, by the folded form of the product's id. */
function basePrices(draft: Pick<Draft, 'list'>, current: PriceList | null): ReadonlyMap<string, number> {
  const chosen = chosenOf(draft);
  return chosen === null
    ? new Map(current?.of.map(([id, price]) => [foldCase(id), price]))
    : new Map(chosen.prices.map(({ product, price }) => [foldCase(product.id), price]));
}

/** All prices of a draft, by the folded form of the product's id. A typed text that is not a price counts as none. */
export function pricesOf(
  draft: Draft,
  current: PriceList | null,
  mark: DecimalMark,
): ReadonlyMap<string, number> {
  const prices = new Map(basePrices(draft, current));
  for (const [id, text] of Object.entries(draft.typed)) {
    const price = text.trim() === '' ? null : typedPrice(text, mark);
    if (price === null) prices.delete(id);
    else prices.set(id, price);
  }
  return prices;
}

/** The three letters by which ISO 4217 names a currency; null where the text is no such name. */
export function currencyIn(text: string): string | null {
  const currency = text.trim().toUpperCase();
  return /^[A-Z]{3}$/u.test(currency) ? currency : null;
}

/** What the prices of a list are, in the list's own words: the column and the choices. */
function basisOf({ sheet, choices }: ReadList): readonly string[] {
  const column = choices.column === null ? undefined : sheet.priceColumns[choices.column]?.name;
  const chosen = ASPECTS.map((aspect) => choices.aspects[aspect]);
  return [column, ...chosen].flatMap((text) => (text === undefined || text === '' ? [] : [text]));
}

/** The list in the form in which it is stored; null where no product has a price. */
export function priceListOf(
  draft: Draft,
  current: PriceList | null,
  mark: DecimalMark,
  { id, today }: { readonly id: string; readonly today: string },
): PriceList | null {
  const prices = pricesOf(draft, current, mark);
  const currency = currencyIn(draft.currency);
  if (prices.size === 0 || currency === null) return null;
  return {
    id,
    currency,
    source: draft.list === null ? (current?.source ?? null) : draft.list.file,
    basis: draft.list === null ? (current?.basis ?? []) : basisOf(draft.list),
    changed: today,
    of: [...prices],
  };
}
