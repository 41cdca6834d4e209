import { streamCsvRows } from 'hucre/csv';
import type { Separator } from '#partner-center/csv.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { amountIn, bothEvidence, evidenceOf, NO_EVIDENCE, type DecimalMark } from './amounts.ts';
import { fileText, type FileProblem } from './file-text.ts';
import { recognised, sheetColumns, type SheetColumns } from './sheet-columns.ts';
import { sheetDay } from './sheet-day.ts';
import { monthsOf } from './term.ts';

/** A product of the report. */
export type Product = { readonly id: string; readonly name: string | null };

/** What distinguishes the prices of one product. Each aspect is chosen once for all products. */
export const ASPECTS = ['market', 'currency', 'segment', 'term', 'billing', 'tier'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** A row of a price list that is about a product of the report. */
export type Offer = {
  /** The name of the row's product. */
  readonly title: string;
  /** The number of the row in the file; the header is row 1. */
  readonly row: number;
  /** The texts of its prices, one for each column of prices. */
  readonly amounts: readonly string[];
  /** Empty where the list has no such column, or the row no value in it. */
  readonly aspects: Readonly<Record<Aspect, string>>;
};

/** The reasons why the row of a product has no usable price. */
export type RowProblemKind = 'noAmount' | 'noTerm';
export type RowProblem = { readonly kind: RowProblemKind; readonly row: number; readonly value: string };

/** The part of a price list that is about the products of the report. */
export type Sheet = {
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
  readonly separator: Separator;
  /** The number of rows in the file, without its header. */
  readonly rows: number;
  readonly priceColumns: readonly { readonly name: string; readonly months: number | null }[];
  /**
   * The mark before the decimals; null where the numbers can be read in two ways: only the person knows which is right.
   */
  readonly mark: DecimalMark | null;
  /** A currency that a header names, where the list has no column of currencies. */
  readonly currency: string | null;
  /** The products that the list has rows for. */
  readonly matches: readonly Match[];
  /** Some of the rows that cannot be used, and the number of all such rows. */
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
};

export type Match = {
  readonly product: Product;
  readonly by: 'id' | 'name';
  readonly offers: readonly Offer[];
  /** All of these offers are over; they ended last. */
  readonly areOver: boolean;
};

export type SheetProblem = FileProblem | 'noColumns' | 'mixedDecimals' | 'noRows';

export type SheetReading =
  | { readonly ok: true; readonly sheet: Sheet }
  | { readonly ok: false; readonly problem: SheetProblem; readonly found: readonly string[] };

const SEPARATORS: readonly Separator[] = [',', ';', '\t'];

/** At most so many problems are told one by one. */
const MOST_TOLD = 20;

/** The form of a name or an id that decides whether two are the same: letter case and spaces make no difference. */
function nameForm(text: string): string {
  return foldCase(text.replaceAll(/\s/gu, ''));
}

/** The rows of a text, one after the other, so that the whole of Microsoft's list is never in memory. */
function* rowsOf(text: string, delimiter: Separator): Generator<readonly string[]> {
  // The types are not guessed, so every cell is a text.
  for (const row of streamCsvRows(text, { delimiter, skipEmptyRows: true })) {
    yield row.map((cell) => (typeof cell === 'string' ? cell : ''));
  }
}

function firstRow(text: string, delimiter: Separator): readonly string[] {
  const first = rowsOf(text, delimiter).next();
  return first.done === true ? [] : first.value;
}

/**
 * Microsoft's documentation shows the header of its price sheet with a typographic quotation mark at its end
 * (https://learn.microsoft.com/partner-center/developer/get-a-price-sheet): a header that was pasted from there has it,
 * too.
 */
function withPlainQuotes(text: string): string {
  const end = text.search(/[\r\n]/u);
  const header = end === -1 ? text : text.slice(0, end);
  return header.replaceAll(/[“”]/gu, '"') + text.slice(header.length);
}

type Found = { readonly offer: Offer; readonly from: string | null; readonly to: string | null };

/** The offers, by the forms of the names or ids that they can be found by. */
type Index = ReadonlyMap<string, Found[]>;

/** Reads the columns of a row. */
function rowReader({ prices, at }: SheetColumns) {
  const textAt = (row: readonly string[], index: number | undefined): string =>
    index === undefined ? '' : (row[index] ?? '').trim();
  return (row: readonly string[], number: number) => {
    const [productId, skuId] = [textAt(row, at.productId), textAt(row, at.skuId)];
    const [skuTitle, productTitle] = [textAt(row, at.skuTitle), textAt(row, at.productTitle)];
    const [min, max] = [textAt(row, at.tierMin), textAt(row, at.tierMax)];
    const found: Found = {
      offer: {
        title: skuTitle || productTitle || skuId || productId,
        row: number,
        amounts: prices.map(({ index }) => textAt(row, index)),
        aspects: {
          market: textAt(row, at.market).toUpperCase(),
          currency: textAt(row, at.currency).toUpperCase(),
          segment: textAt(row, at.segment),
          term: textAt(row, at.term),
          billing: textAt(row, at.billing),
          tier: min === '' && max === '' ? '' : `${min || '0'}–${max}`,
        },
      },
      from: sheetDay(textAt(row, at.from)),
      to: sheetDay(textAt(row, at.to)),
    };
    return { found, productId, skuId, skuTitle, productTitle };
  };
}

/** The parts of a row that the report may know its product by: the id, the SKU's name, the product's name. */
const WAYS = ['id', 'skuTitle', 'productTitle'] as const;
type Way = (typeof WAYS)[number];

/** The offers that are valid today; where none is, those that ended last. */
function inForce(all: readonly Found[], today: string): Pick<Match, 'offers' | 'areOver'> {
  const now = all.filter(({ from, to }) => (from === null || from <= today) && (to === null || to >= today));
  if (now.length > 0) return { offers: now.map(({ offer }) => offer), areOver: false };
  // An offer that begins in the future is not valid either.
  const lastEnd = all.reduce((last, { to }) => (to !== null && to > last ? to : last), '');
  const last = all.filter(({ to }) => (to ?? '') === lastEnd);
  return { offers: last.map(({ offer }) => offer), areOver: true };
}

/** Reads the rows of a price list that are about some products. */
function readRows(
  rows: Iterable<readonly string[]>,
  columns: SheetColumns,
  products: readonly Product[],
): { readonly count: number; readonly indexes: Readonly<Record<Way, Index>> } {
  // Only these products' rows are kept: Microsoft's list has a hundred thousand rows.
  const ids = new Set(products.map(({ id }) => nameForm(id)));
  const names = new Set(products.flatMap(({ name }) => (name === null ? [] : [nameForm(name)])));
  const read = rowReader(columns);
  const indexes = {
    id: new Map<string, Found[]>(),
    skuTitle: new Map<string, Found[]>(),
    productTitle: new Map<string, Found[]>(),
  };
  const note = (way: Way, form: string, wanted: ReadonlySet<string>, found: Found): void => {
    if (form === '' || !wanted.has(form)) return;
    const known = indexes[way].get(form);
    if (known === undefined) indexes[way].set(form, [found]);
    else if (known.at(-1) !== found) known.push(found);
  };
  let count = 0;
  let number = 0;
  for (const row of rows) {
    number += 1;
    if (number === 1 || row.every((cell) => cell === '')) continue;
    count += 1;
    const { found, productId, skuId, skuTitle, productTitle } = read(row, number);
    // Partner Center writes a product with its SKU as `CFQ7TTC0LF8R:0001` or `CFQ7TTC0LF8R/0001`.
    const both = productId === '' || skuId === '' ? [] : [`${productId}:${skuId}`, `${productId}/${skuId}`];
    for (const id of [productId, skuId, ...both]) note('id', nameForm(id), ids, found);
    note('skuTitle', nameForm(skuTitle), names, found);
    note('productTitle', nameForm(productTitle), names, found);
  }
  return { count, indexes };
}

function offersOf(product: Product, indexes: Readonly<Record<Way, Index>>) {
  const name = product.name === null ? '' : nameForm(product.name);
  for (const way of WAYS) {
    const all = indexes[way].get(way === 'id' ? nameForm(product.id) : name);
    if (all !== undefined) return { by: way === 'id' ? ('id' as const) : ('name' as const), all };
  }
  return null;
}

/**
 * Reads a price list: its rows for some products, which are found by their id, otherwise by their name. Nothing is
 * chosen here.
 *
 * @param today `YYYY-MM-DD`
 */
export function readSheet(bytes: Uint8Array, products: readonly Product[], today: string): SheetReading {
  const file = fileText(bytes);
  if (!file.ok) return { ok: false, problem: file.problem, found: [] };
  const text = withPlainQuotes(file.text);
  const headers = SEPARATORS.map((separator) => ({ separator, header: firstRow(text, separator) }));
  const { separator, header } = headers.reduce((best, next) =>
    recognised(next.header) > recognised(best.header) ? next : best,
  );
  const columns = sheetColumns(header);
  if (columns === null) return { ok: false, problem: 'noColumns', found: header };

  const { count, indexes } = readRows(rowsOf(text, separator), columns, products);
  if (count === 0) return { ok: false, problem: 'noRows', found: [] };

  const matches = products.flatMap((product): readonly Match[] => {
    const known = offersOf(product, indexes);
    return known === null ? [] : [{ product, by: known.by, ...inForce(known.all, today) }];
  });
  const offers = matches.flatMap((match) => match.offers);
  const amounts = offers.flatMap((offer) => offer.amounts);
  const evidence = amounts.map(evidenceOf).reduce(bothEvidence, NO_EVIDENCE);
  if (evidence.point && evidence.comma) {
    const examples = (['point', 'comma'] as const).flatMap(
      (mark) => amounts.find((each) => evidenceOf(each)[mark]) ?? [],
    );
    return { ok: false, problem: 'mixedDecimals', found: examples };
  }
  // Where no number shows the mark, and no number depends on it, either mark can read them.
  const mark = evidence.comma ? ',' : evidence.point || !evidence.either ? '.' : null;

  const hasTerms = columns.at.term !== undefined && columns.prices.some(({ months }) => months === null);
  const problems = offers.flatMap(({ row, amounts: texts, aspects }): readonly RowProblem[] => {
    const wrong = texts.find((each) => !isPrice(amountIn(each, mark ?? '.')) && each !== '');
    if (wrong !== undefined || texts.every((each) => each === ''))
      return [{ kind: 'noAmount', row, value: wrong ?? '' }];
    return hasTerms && monthsOf(aspects.term) === null ? [{ kind: 'noTerm', row, value: aspects.term }] : [];
  });
  return {
    ok: true,
    sheet: {
      encoding: file.encoding,
      separator,
      rows: count,
      priceColumns: columns.prices.map(({ name, months }) => ({
        name,
        months: months ?? (hasTerms ? null : 1),
      })),
      mark,
      currency: columns.at.currency === undefined ? columns.currency : null,
      matches,
      problems: problems.slice(0, MOST_TOLD),
      problemCount: problems.length,
    },
  };
}

/** The price of a license may be 0, but not less. */
export function isPrice(amount: number | null): amount is number {
  return amount !== null && amount >= 0;
}
