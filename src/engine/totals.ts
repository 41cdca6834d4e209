import type { GroupMeasure, Measure } from '#view/view.ts';
import type { Change, Coverage, Totals } from './engine.ts';

/** The sums over pairs of customer tenant and product. */
export type OfPairs = Pick<Totals, 'idle' | 'short' | 'idleValue' | 'idlePriced'>;

/** Nothing sold, nothing deployed. */
export const NO_LICENSES: Totals = { licensesSold: 0, licensesDeployed: 0 };

/** The figures over pairs of two totals, added or subtracted; a figure is missing where one of the totals lacks it. */
function joined(a: Totals, b: Totals, sign: 1 | -1): OfPairs {
  if (a.idle === undefined || b.idle === undefined) return {};
  const pairs = { idle: a.idle + sign * b.idle, short: (a.short ?? 0) + sign * (b.short ?? 0) };
  if (a.idleValue === undefined || b.idleValue === undefined) return pairs;
  return {
    ...pairs,
    idleValue: a.idleValue + sign * b.idleValue,
    idlePriced: (a.idlePriced ?? 0) + sign * (b.idlePriced ?? 0),
  };
}

/**
 * The sum of two totals. It is exact: license counts stay far below 2^53. `idle` and `short` are there where both
 * totals have them.
 */
export function add(a: Totals, b: Totals): Totals {
  return {
    licensesSold: a.licensesSold + b.licensesSold,
    licensesDeployed: a.licensesDeployed + b.licensesDeployed,
    ...joined(a, b, 1),
  };
}

/** The sums of a group, without its other parts. */
export function licensesOf({
  licensesSold,
  licensesDeployed,
  idle,
  short,
  idleValue,
  idlePriced,
}: Totals): Totals {
  if (idle === undefined) return { licensesSold, licensesDeployed };
  const totals = { licensesSold, licensesDeployed, idle, short };
  return idleValue === undefined ? totals : { ...totals, idleValue, idlePriced };
}

/** Some totals minus a part of them. */
export function subtract(all: Totals, part: Totals): Totals {
  return {
    licensesSold: all.licensesSold - part.licensesSold,
    licensesDeployed: all.licensesDeployed - part.licensesDeployed,
    ...joined(all, part, -1),
  };
}

/** Sold − deployed, with its sign: below 0 means over-deployed. The parts add up to the whole. */
export function notDeployed(totals: Totals): number {
  return totals.licensesSold - totals.licensesDeployed;
}

/**
 * Deployed / sold, 1 is 100 %; null where nothing was sold: then it is undefined, and neither 0 nor infinite.
 *
 * Source: Microsoft's definition, *Deployment % = assigned licenses / sold licenses*.
 */
export function utilization(totals: Totals): number | null {
  return totals.licensesSold === 0 ? null : totals.licensesDeployed / totals.licensesSold;
}

/** A measure of some totals; null where it is undefined or was not computed. */
export function measureOf(totals: Totals, measure: GroupMeasure): number | null {
  switch (measure) {
    case 'licensesSold':
      return totals.licensesSold;
    case 'licensesDeployed':
      return totals.licensesDeployed;
    case 'licensesNotDeployed':
      return notDeployed(totals);
    case 'utilization':
      return utilization(totals);
    case 'idle':
    case 'short':
      // A figure that was not computed is undefined.
      return totals[measure] ?? null;
    case 'idleValue':
      return idleValueOf(totals);
  }
}

/**
 * The value of some idle licenses a month, in `PRICE_UNITS`; null where it was not asked for, or where none has a
 * price.
 */
export function idleValueOf({ idle = 0, idleValue, idlePriced }: Totals): number | null {
  if (idleValue === undefined) return null;
  return idlePriced === 0 && idle > 0 ? null : idleValue;
}

/** The totals of a member in a snapshot that has no row of it. */
export const NOTHING: Totals = { licensesSold: 0, licensesDeployed: 0, idle: 0, short: 0 };

/** Later minus earlier, of one figure; null where it is undefined in one of them. A member that is not there has 0. */
export function changeOf(
  { before, after }: Pick<Change, 'before' | 'after'>,
  measure: Measure,
): number | null {
  const earlier = measureOf(before ?? NOTHING, measure);
  const later = measureOf(after ?? NOTHING, measure);
  return earlier === null || later === null ? null : later - earlier;
}

/** The change of sold divided by what was sold before, 1 is 100 %; null where nothing was sold before. */
export function relativeChangeOf(change: Pick<Change, 'before' | 'after'>): number | null {
  const before = change.before?.licensesSold ?? 0;
  return before === 0 ? null : ((change.after?.licensesSold ?? 0) - before) / before;
}

/** Whether an answer is about a whole snapshot: no filter, no search. */
export function isOfEverything({ filter, search }: Pick<Coverage, 'filter' | 'search'>): boolean {
  return filter === null && search === '';
}
