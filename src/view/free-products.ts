import { addCondition } from '#partner-center/filter/conditions.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';

// Free and trial products come with 10,000 to 1,000,000 seats that were never bought to be used. A report that counts
// them says more about them than about the products that were sold.

/** A product as it stands in the rows. */
export type Product = {
  readonly productName: string | null | undefined;
  readonly productId?: string | null | undefined;
};

/**
 * The words by which Microsoft names such products, in names (`Microsoft Power Automate Free`) and in the ids that
 * administrators use (`RIGHTSMANAGEMENT_ADHOC`, `Power_Pages_vTrial_for_Makers`). A word ends where no letter or digit
 * follows, so that neither `Freedom` nor `trialability` is one. A toll-free number is not a free product.
 */
const WORDS =
  /(?<![\p{L}\p{N}])(?:(?<!\btoll[\s_-])free|v?trial|viral|exploratory|ad[\s_-]?hoc)(?![\p{L}\p{N}])/iu;

/**
 * The names, in any letter case, of products whose names have no such word, although their ids in Microsoft's list of
 * products have one, or although they are not sold. Names that a paid product has as well are not among them.
 *
 * Source: "Product names and service plan identifiers for licensing".
 */
const NAMES: ReadonlySet<string> = new Set(
  [
    'App Connect IW',
    'Dynamics 365 Business Central for IWs',
    'Dynamics 365 Customer Service Enterprise Admin',
    // The source writes it like this.
    'Dynamics 365 P1 Tria for Information Workers',
    'Microsoft 365 Copilot for Finance (Preview)',
    'Microsoft Power Apps for Developer',
    'Microsoft Teams Commercial Cloud',
    'Windows Store for Business',
    'Windows Store for Business EDU Faculty',
  ].map(foldCase),
);

/**
 * Is a product free, or a trial? Its English name says so, or its id where the id is made of words. Nothing else is
 * guessed.
 */
export function isFreeOrTrial({ productName, productId }: Product): boolean {
  const name = productName ?? '';
  return WORDS.test(name) || NAMES.has(foldCase(name.trim())) || WORDS.test(productId ?? '');
}

/** Groups of rows by product name, or by product name and product id. */
export type ProductGroups = {
  readonly top: readonly ProductGroup[];
  readonly total: { readonly licensesSold: number };
};

type ProductGroup = { readonly key: readonly (string | null)[]; readonly licensesSold: number };

function productOf({ key: [productName, productId] }: ProductGroup): Product {
  return { productName, productId };
}

/** The names of the free and trial products among some groups, in their order. */
export function freeProducts({ top }: Pick<ProductGroups, 'top'>): readonly string[] {
  // Where a paid product has the same name, the free one can't be left out by its name.
  const paid = new Set(
    top.flatMap((group) => (isFreeOrTrial(productOf(group)) ? [] : foldCase(group.key[0] ?? ''))),
  );
  const names = new Map<string, string>();
  for (const {
    key: [name],
  } of top.filter((group) => isFreeOrTrial(productOf(group)))) {
    if (name == null || paid.has(foldCase(name)) || names.has(foldCase(name))) continue;
    names.set(foldCase(name), name);
  }
  return [...names.values()];
}

/**
 * The share of free and trial products in all that was sold, from 0 to 1; null where nothing was sold. Where `top` does
 * not name all groups, only the named ones are counted, so that the share is never too high.
 */
export function freeShare({ top, total }: ProductGroups): number | null {
  if (total.licensesSold <= 0) return null;
  const free = top.filter((group) => isFreeOrTrial(productOf(group)));
  return free.reduce((sum, { licensesSold }) => sum + licensesSold, 0) / total.licensesSold;
}

/**
 * The filter that also leaves out the products with these names. The conditions are like any other, so a person can
 * edit them.
 */
export function withoutProducts(filter: Filter | null, names: readonly string[]): Filter | null {
  return addCondition(filter, { kind: 'members', field: 'productName', operator: 'isNot', values: names });
}
