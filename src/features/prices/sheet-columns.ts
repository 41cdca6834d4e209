/** What a column of a price list can hold. */
const ROLES = [
  'productId',
  'skuId',
  'skuTitle',
  'productTitle',
  'price',
  'monthlyPrice',
  'yearlyPrice',
  'term',
  'billing',
  'segment',
  'market',
  'currency',
  'tierMin',
  'tierMax',
  'from',
  'to',
] as const;
type ColumnRole = (typeof ROLES)[number];

// The names are without spaces, punctuation and letter case. Those of Partner Center's price sheet of new commerce come
// from https://learn.microsoft.com/partner-center/developer/get-a-price-sheet, those of its older list of license-based
// services (`Offer Display Name`, `Purchase Unit`) from the files of that page; the others are names that partners
// write.
const NAMES: Readonly<Record<ColumnRole, string>> = {
  productId: 'productid offerid id productnumber partnumber material produktid artikelnummer',
  skuId: 'skuid sku',
  skuTitle: 'skutitle skuname',
  productTitle:
    'producttitle productname product name title license licensename offername offerdisplayname produkt produktname bezeichnung lizenz artikel produit nom producto nombre prodotto nome',
  price:
    'unitprice price listprice netprice partnerprice resellerprice customerprice retailprice erp erpprice estimatedretailprice cost unitcost costprice preis einzelpreis nettopreis listenpreis prix prixunitaire precio prezzo',
  monthlyPrice: 'monthlyprice pricepermonth preispromonat monatspreis',
  yearlyPrice: 'yearlyprice annualprice priceperyear preisprojahr jahrespreis',
  term: 'termduration term purchaseunit laufzeit',
  billing: 'billingplan billingcycle billingfrequency billing abrechnung',
  segment: 'segment customersegment endcustomertype',
  market: 'market country region land markt',
  currency: 'currency currencycode währung waehrung devise moneda valuta',
  tierMin: 'pricingtierrangemin',
  tierMax: 'pricingtierrangemax',
  from: 'effectivestartdate validfrom validfromdate',
  to: 'effectiveenddate validto validtodate',
};

const ROLE_OF: ReadonlyMap<string, ColumnRole> = new Map(
  ROLES.flatMap((role) => NAMES[role].split(' ').map((name) => [name, role] as const)),
);

/** A column of prices. */
export type PriceColumn = {
  readonly index: number;
  /** The name in the file. */
  readonly name: string;
  /**
   * The number of months that its prices are for, whatever the term is; null where they are for the term, if there is
   * one.
   */
  readonly months: number | null;
};

/** The places of the columns in a price list. */
export type SheetColumns = {
  readonly prices: readonly PriceColumn[];
  /** The first column with each of the other roles. */
  readonly at: Readonly<Partial<Record<Exclude<ColumnRole, PriceRole>, number>>>;
  /** A currency that the headers of the prices name: `Price (EUR)`. */
  readonly currency: string | null;
};

/** The letters and digits of a header, in lower case. */
function bare(header: string): string {
  return header.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** `Price (EUR)`, `Price EUR`, `Price [EUR]`: a name that is followed by a currency. */
const WITH_CURRENCY = /^(?<name>.*?)[\s([/]+(?<currency>[A-Z]{3})[\s)\]]*$/u;

type PriceRole = 'price' | 'monthlyPrice' | 'yearlyPrice';

/** The number of months that a price of these columns is for; null where it is for the whole term. */
const MONTHS: Readonly<Record<PriceRole, number | null>> = { price: null, monthlyPrice: 1, yearlyPrice: 12 };

const isPriceRole = (role: ColumnRole): role is PriceRole => Object.hasOwn(MONTHS, role);

/** No name is longer, but the first line of another kind of file may be. */
const LONGEST_NAME = 100;

type Header = { readonly role: ColumnRole; readonly currency: string | null };

/** The role of a column, by its name; null where it has none. */
function headerOf(text: string): Header | null {
  if (text.length > LONGEST_NAME) return null;
  const own = ROLE_OF.get(bare(text));
  if (own !== undefined) return { role: own, currency: null };
  const { name = '', currency = null } = WITH_CURRENCY.exec(text.trim())?.groups ?? {};
  const role = ROLE_OF.get(bare(name));
  return role !== undefined && isPriceRole(role) ? { role, currency } : null;
}

/** The number of recognised columns in a header: the right separator is the one with the most. */
export function recognised(headers: readonly string[]): number {
  return headers.filter((header) => headerOf(header) !== null).length;
}

/** The columns that a header names; null where it names no prices, or no way to know their products. */
export function sheetColumns(headers: readonly string[]): SheetColumns | null {
  const prices: PriceColumn[] = [];
  const at: { [Role in Exclude<ColumnRole, PriceRole>]?: number } = {};
  let currency: string | null = null;
  for (const [index, text] of headers.entries()) {
    const header = headerOf(text);
    if (header === null) continue;
    if (isPriceRole(header.role)) {
      prices.push({ index, name: text.trim(), months: MONTHS[header.role] });
      currency ??= header.currency;
    } else at[header.role] ??= index;
  }
  const names = [at.productId, at.skuId, at.skuTitle, at.productTitle];
  if (prices.length === 0 || names.every((index) => index === undefined)) return null;
  return { prices, at, currency };
}
