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

// Names without spaces, punctuation and letter case. Those of Partner Center's price sheet of new commerce come from
// https://learn.microsoft.com/partner-center/developer/get-a-price-sheet, those of its older list of license-based
// services (`Offer Display Name`, `Purchase Unit`) from the files of that page; the others are what partners write.
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
  /** As the file calls it. */
  readonly name: string;
  /** Its prices are of so many months, whatever the term says; null: of the term, where there is one. */
  readonly months: number | null;
};

/** Where a price list has what. */
export type SheetColumns = {
  readonly prices: readonly PriceColumn[];
  /** The first column of each other role. */
  readonly at: Readonly<Partial<Record<Exclude<ColumnRole, PriceRole>, number>>>;
  /** A currency that the prices' names say: `Price (EUR)`. */
  readonly currency: string | null;
};

/** The letters and digits of a header, in lower case. */
function bare(header: string): string {
  return header.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** `Price (EUR)`, `Price EUR`, `Price [EUR]`: a name with a currency behind it. */
const WITH_CURRENCY = /^(?<name>.*?)[\s([/]+(?<currency>[A-Z]{3})[\s)\]]*$/u;

type PriceRole = 'price' | 'monthlyPrice' | 'yearlyPrice';

/** How many months a price of these columns is for; null: as many as the term has. */
const MONTHS: Readonly<Record<PriceRole, number | null>> = { price: null, monthlyPrice: 1, yearlyPrice: 12 };

const isPriceRole = (role: ColumnRole): role is PriceRole => Object.hasOwn(MONTHS, role);

/** No name is longer; what a file of another kind has in its first line may be. */
const LONGEST_NAME = 100;

type Header = { readonly role: ColumnRole; readonly currency: string | null };

/** What a column holds by its name; null where it is of no use. */
function headerOf(text: string): Header | null {
  if (text.length > LONGEST_NAME) return null;
  const own = ROLE_OF.get(bare(text));
  if (own !== undefined) return { role: own, currency: null };
  const { name = '', currency = null } = WITH_CURRENCY.exec(text.trim())?.groups ?? {};
  const role = ROLE_OF.get(bare(name));
  return role !== undefined && isPriceRole(role) ? { role, currency } : null;
}

/** How many columns of a header are recognised: it was cut at the right separator where this is the most. */
export function recognised(headers: readonly string[]): number {
  return headers.filter((header) => headerOf(header) !== null).length;
}

/** Where a header says what is; null where there are no prices, or nothing that says of which product they are. */
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
