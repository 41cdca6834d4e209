import type { Field } from '#partner-center/fields.ts';
import { foldCase, foldKey } from '#partner-center/filter/fold-case.ts';
import type { GroupKey } from '#partner-center/reading/group-key.ts';
import { PAIR, type DeploymentRow, type Thresholds, type Totals } from './engine.ts';
import { pricesByProduct, type Prices } from '#view/prices.ts';
import { notDeployed, utilization, type OfPairs } from './totals.ts';

type Grouped = Totals & { readonly [F in Field]?: string | null | undefined };

type Sums = { idle: number; short: number; idleValue: number; idlePriced: number };

/**
 * The fields of a grouping together with those of a pair: rows that are equal in all of them belong to one group and to
 * one pair.
 */
export function withPairFields(by: readonly Field[]): readonly Field[] {
  return [...by, ...PAIR.filter((field) => !by.includes(field))];
}

/** Whether each group of a grouping is a pair, or a part of one: then its `idle` needs no sum. */
export function arePairs(by: readonly Field[]): boolean {
  return PAIR.every((field) => by.includes(field));
}

type ToldSums = OfPairs & { readonly idle: number; readonly short: number };

/**
 * How pairs are counted: the spare licenses of each pair, and the prices of the products; `prices` is null where values
 * are not asked for.
 */
export type PairCounting = { readonly spare: number; readonly prices: Prices | null };

type Counter = {
  readonly add: (sums: Sums, pair: Totals, productId: string | null) => void;
  /** The sums that were asked for. */
  readonly told: (sums: Sums) => ToldSums;
};

const noSums = (): Sums => ({ idle: 0, short: 0, idleValue: 0, idlePriced: 0 });

/** Counts pairs, one after the other: see `Totals`. */
function pairCounter({ spare, prices }: PairCounting): Counter {
  const priceOf = prices === null ? null : pricesByProduct(prices);
  return {
    add(sums, pair, productId) {
      const left = notDeployed(pair);
      const idle = Math.max(0, left - spare);
      sums.idle += idle;
      sums.short += Math.max(0, -left);
      const price = productId === null ? undefined : priceOf?.get(foldCase(productId));
      if (price === undefined) return;
      sums.idleValue += idle * price;
      sums.idlePriced += idle;
    },
    told: ({ idle, short, idleValue, idlePriced }) =>
      priceOf === null ? { idle, short } : { idle, short, idleValue, idlePriced },
  };
}

function keyOf(group: Grouped, by: readonly Field[]): GroupKey {
  return by.map((field) => group[field] ?? null);
}

/**
 * Groups with the sums over their pairs.
 *
 * @param parts the rows' groups by `withPairFields(by)`; equal ones are joined already
 */
export function withPairs(
  groups: readonly DeploymentRow[],
  parts: readonly Grouped[],
  by: readonly Field[],
  counting: PairCounting,
): readonly DeploymentRow[] {
  const counter = pairCounter(counting);
  const sumsOf = new Map<string, Sums>();
  for (const part of parts) {
    const form = foldKey(keyOf(part, by));
    const sums = sumsOf.get(form) ?? noSums();
    sumsOf.set(form, sums);
    counter.add(sums, part, part.productId ?? null);
  }
  return groups.map((group) => ({
    ...group,
    ...counter.told(sumsOf.get(foldKey(keyOf(group, by))) ?? noSums()),
  }));
}

/**
 * The sums over the pairs of all rows together; each pair is whole.
 *
 * @param parts the rows' groups by some fields; those of a pair are among them
 */
export function pairTotals(parts: readonly Grouped[], counting: PairCounting): ToldSums {
  const pairs = new Map<
    string,
    { licensesSold: number; licensesDeployed: number; productId: string | null }
  >();
  for (const { customerTenantId = null, productId = null, licensesSold, licensesDeployed } of parts) {
    const form = foldKey([customerTenantId, productId]);
    const sofar = pairs.get(form);
    if (sofar === undefined) pairs.set(form, { licensesSold, licensesDeployed, productId });
    else {
      sofar.licensesSold += licensesSold;
      sofar.licensesDeployed += licensesDeployed;
    }
  }
  const counter = pairCounter(counting);
  const sums = noSums();
  for (const pair of pairs.values()) counter.add(sums, pair, pair.productId);
  return counter.told(sums);
}

/** Whether a group is listed: see `Thresholds`. */
export function reaches(group: Totals, { minIdle, maxUtilization, minUtilization }: Thresholds): boolean {
  if (minIdle !== undefined && (group.idle ?? 0) < minIdle) return false;
  const used = utilization(group);
  if (maxUtilization !== undefined && used !== null && used > maxUtilization) return false;
  if (minUtilization === undefined) return true;
  return used === null ? group.licensesDeployed > 0 : used >= minUtilization;
}
