import type { Field } from '#partner-center/fields.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { anomaliesOf, type NumberedGroups, type NumberedSnapshot } from '#engine/anomalies.ts';
import {
  PAIR,
  type Anomalies,
  type AnomaliesQuestion,
  type AskOptions,
  type DeploymentRow,
} from '#engine/engine.ts';
import { coverageOf, toReadOf, type Collected, type Scope } from './collect.ts';

/** The functions by which the service engine reads. */
type Reading = {
  readonly readFirst: (scope: Scope, groupby: readonly Field[], options?: AskOptions) => Promise<Collected>;
  readonly readAll: (scope: Scope, groupby: readonly Field[], options?: AskOptions) => Promise<Collected>;
  /** Tells whether the filter fits into one request. */
  readonly fits: (scope: Scope, groupby: readonly Field[]) => boolean;
};

const CUSTOMERS = ['customerTenantId', 'customerName'] as const satisfies readonly Field[];
const PRODUCTS = ['productId', 'productName'] as const satisfies readonly Field[];
const GROUPINGS = [PAIR, CUSTOMERS, PRODUCTS] as const;

/** Gives equal values of a field the same number, from 1 on; a missing value has 0. */
type Numbers = { readonly numberOf: (value: string | null) => number; readonly places: () => number };

function createNumbers(): Numbers {
  const numbers = new Map<string, number>();
  return {
    numberOf(value) {
      if (value === null) return 0;
      const folded = foldCase(value);
      const known = numbers.get(folded) ?? numbers.size + 1;
      numbers.set(folded, known);
      return known;
    },
    places: () => numbers.size + 1,
  };
}

type Numbered = Readonly<
  Record<(typeof PAIR)[number] | (typeof CUSTOMERS)[number] | (typeof PRODUCTS)[number], Numbers>
>;

function numbered(
  rows: readonly DeploymentRow[],
  [first, second]: (typeof GROUPINGS)[number],
  numbers: Numbered,
): NumberedGroups {
  const numbersOf = (field: keyof Numbered): Uint32Array =>
    Uint32Array.from(rows, (row) => numbers[field].numberOf(row[field] ?? null));
  return {
    count: rows.length,
    firsts: numbersOf(first),
    seconds: numbersOf(second),
    licensesSold: Float64Array.from(rows, ({ licensesSold }) => licensesSold),
    licensesDeployed: Float64Array.from(rows, ({ licensesDeployed }) => licensesDeployed),
    keyAt: (group) => [rows[group]?.[first] ?? null, rows[group]?.[second] ?? null],
  };
}

type Groupings<T> = readonly [pairs: T, customers: T, products: T];

function snapshotOf([pairs, customers, products]: Groupings<Collected>, numbers: Numbered): NumberedSnapshot {
  return {
    pairs: numbered(pairs.rows, PAIR, numbers),
    customers: numbered(customers.rows, CUSTOMERS, numbers),
    products: numbered(products.rows, PRODUCTS, numbers),
  };
}

function eachGrouping<T>(read: (groupby: readonly Field[]) => Promise<T>): Promise<Groupings<T>> {
  return Promise.all([read(PAIR), read(CUSTOMERS), read(PRODUCTS)]);
}

/**
 * The anomalies, found in three groupings of each snapshot. Where one response of each has all groups, nothing more is
 * asked for. Otherwise the answer says what has to be read, until the person has agreed to that.
 *
 * @param scopes the later snapshot, then the earlier one, where there is one
 */
export async function anomaliesByService(
  { readFirst, readAll, fits }: Reading,
  [after, before]: readonly [Scope, Scope | null],
  question: AnomaliesQuestion,
  options?: AskOptions,
): Promise<Anomalies> {
  const scopes = before === null ? [after] : [after, before];
  // Where the filter is split into parts, the first response is about the first part alone, so all parts are read
  // anyway.
  if (!question.readAll && scopes.every((scope) => fits(scope, PAIR))) {
    const firsts = await Promise.all(
      scopes.map((scope) => eachGrouping((groupby) => readFirst(scope, groupby, options))),
    );
    if (firsts.flat().some(({ next }) => next !== null)) return { toRead: toReadOf(firsts.flat()) };
  }
  const allOf = (scope: Scope): Promise<Groupings<Collected>> =>
    eachGrouping((groupby) => readAll(scope, groupby, options));
  const [now, then] = await Promise.all([allOf(after), before && allOf(before)]);
  const numbers: Numbered = {
    customerTenantId: createNumbers(),
    customerName: createNumbers(),
    productId: createNumbers(),
    productName: createNumbers(),
  };
  const later = snapshotOf(now, numbers);
  const earlier = then && snapshotOf(then, numbers);
  const places = {
    tenants: numbers.customerTenantId.places(),
    customerNames: numbers.customerName.places(),
    products: numbers.productId.places(),
    productNames: numbers.productName.places(),
  };
  const [pairs] = now;
  return {
    ...anomaliesOf(earlier, later, places, question),
    coverage: {
      before: before && then && coverageOf(before, then[0]),
      after: coverageOf(after, pairs),
    },
  };
}
