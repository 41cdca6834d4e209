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

/** What tells the prices of a product apart, and is chosen once for all. */
export const ASPECTS = ['market', 'currency', 'segment', 'term', 'billing', 'tier'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** A row of a price list that is about a product of the report. */
export type Offer = {
  /** What the row is called. */
  readonly title: string;
  /** The number of the row in the file, the header being 1. */
  readonly row: number;
  /** The texts of its prices, by the columns of prices. */
  readonly amounts: readonly string[];
  /** Empty where the list has no such column, or no value there. */
  readonly aspects: Readonly<Record<Aspect, string>>;
};

/** Why a row that is about a product has no price of use. */
export type RowProblemKind = 'noAmount' | 'noTerm';
export type RowProblem = { readonly kind: RowProblemKind; readonly row: number; readonly value: string };

/** A price list, as far as it is about the products of the report. */
export type Sheet = {
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
  readonly separator: Separator;
  /** Rows of the file, without its header. */
  readonly rows: number;
  readonly priceColumns: readonly { readonly name: string; readonly months: number | null }[];
  /** What stands before the decimals; null: the numbers can be read in two ways, and nobody but the person knows. */
  readonly mark: DecimalMark | null;
  /** A currency that a header names, where there is no column of currencies. */
  readonly currency: string | null;
  /** The products that the list has something about. */
  readonly matches: readonly Match[];
  /** Some of the rows that are of no use, and how many there are. */
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
};

export type Match = {
  readonly product: Product;
  readonly by: 'id' | 'name';
  readonly offers: readonly Offer[];
  /** All of them are over: these ended last. */
  readonly areOver: boolean;
};

export type SheetProblem = FileProblem | 'noColumns' | 'mixedDecimals' | 'noRows';

export type SheetReading =
  | { readonly ok: true; readonly sheet: Sheet }
  | { readonly ok: false; readonly problem: SheetProblem; readonly found: readonly string[] };

const SEPARATORS: readonly Separator[] = [',', ';', '\t'];

/** Problems that are told one by one. */
const MOST_TOLD = 20;

/** The form of a name, or an id, that decides whether two are the same: letter case and spaces make no difference. */
function nameForm(text: string): string {
  return foldCase(text.replaceAll(/\s/gu, ''));
}

/** The rows of a text, one after the other, so that a list of Microsoft's is never there as a whole. */
function* rowsOf(text: string, delimiter: Separator): Generator<readonly string[]> {
  // Without inference of types every cell is a text.
  for (const row of streamCsvRows(text, { delimiter, skipEmptyRows: true })) {
    yield row.map((cell) => (typeof cell === 'string' ? cell : ''));
  }
}

function firstRow(text: string, delimiter: Separator): readonly string[] {
  const first = rowsOf(text, delimiter).next();
  return first.done === true ? [] : first.value;
}

/**
 * Microsoft's documentation shows the header of its price sheet with a quotation mark of print at its end
 * (https://learn.microsoft.com/partner-center/developer/get-a-price-sheet): whoever pastes it has it, too.
 */
function withPlainQuotes(text: string): string {
  const end = text.search(/[\r\n]/u);
  const header = end === -1 ? text : text.slice(0, end);
  return header.replaceAll(/[“”]/gu, '"') + text.slice(header.length);
}

type Found = { readonly offer: Offer; readonly from: string | null; readonly to: string | null };

/** Offers by the forms of what they can be found by. */
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

/** What of a row its product may be called in the report: by id, by the SKU's name, by the product's name. */
const WAYS = ['id', 'skuTitle', 'productTitle'] as const;
type Way = (typeof WAYS)[number];

/** The offers that hold today; where none does, those that ended last. */
function inForce(all: readonly Found[], today: string): Pick<Match, 'offers' | 'areOver'> {
  const now = all.filter(({ from, to }) => (from === null || from <= today) && (to === null || to >= today));
  if (now.length > 0) return { offers: now.map(({ offer }) => offer), areOver: false };
  // What begins in the future is not in force either.
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
  // Only what is asked for is kept: a list of Microsoft's has a hundred thousand rows.
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
    // `CFQ7TTC0LF8R:0001` and `CFQ7TTC0LF8R/0001` are how Partner Center writes a product with its SKU.
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
 * Reads a price list: what it has about some products, by their id, else by their name. Nothing is chosen here.
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
  // Where nothing shows it and nothing depends on it, either reads the numbers.
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

/** A license may cost nothing; it never costs less. */
export function isPrice(amount: number | null): amount is number {
  return amount !== null && amount >= 0;
}
