import type { Measure } from '#view/view.ts';
import type { Change, Coverage, Totals } from './engine.ts';

/** Nothing sold, nothing deployed. */
export const NO_LICENSES: Totals = { licensesSold: 0, licensesDeployed: 0 };

/** `idle` and `short` of two totals put together; neither where one of them has none. */
function joined(a: Totals, b: Totals, sign: 1 | -1): Pick<Totals, 'idle' | 'short'> {
  if (a.idle === undefined || b.idle === undefined) return {};
  return { idle: a.idle + sign * b.idle, short: (a.short ?? 0) + sign * (b.short ?? 0) };
}

/** The sum of two totals. Exact: license counts stay far below 2^53. `idle` and `short` where both have them. */
export function add(a: Totals, b: Totals): Totals {
  return {
    licensesSold: a.licensesSold + b.licensesSold,
    licensesDeployed: a.licensesDeployed + b.licensesDeployed,
    ...joined(a, b, 1),
  };
}

/** The sums of a group, without what else it has. */
export function licensesOf({ licensesSold, licensesDeployed, idle, short }: Totals): Totals {
  return idle === undefined
    ? { licensesSold, licensesDeployed }
    : { licensesSold, licensesDeployed, idle, short };
}

/** What is left of some totals without a part of them. */
export function subtract(all: Totals, part: Totals): Totals {
  return {
    licensesSold: all.licensesSold - part.licensesSold,
    licensesDeployed: all.licensesDeployed - part.licensesDeployed,
    ...joined(all, part, -1),
  };
}

/** Sold − deployed, signed: below 0 is over-deployed. Parts add up to the whole. */
export function notDeployed(totals: Totals): number {
  return totals.licensesSold - totals.licensesDeployed;
}

/**
 * Deployed / sold, 1 is 100 %; null where nothing was sold: undefined, neither 0 nor infinite.
 *
 * Source: Microsoft's definition, *Deployment % = assigned licenses / sold licenses*.
 */
export function utilization(totals: Totals): number | null {
  return totals.licensesSold === 0 ? null : totals.licensesDeployed / totals.licensesSold;
}

/** A measure of some totals; null where it is undefined or was not computed. */
export function measureOf(totals: Totals, measure: Measure): number | null {
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
      // What was not computed is undefined.
      return totals[measure] ?? null;
  }
}

/** What a snapshot that has no row of a member says of it. */
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

/** The change of sold by what was sold before, 1 is 100 %; null where nothing was. */
export function relativeChangeOf(change: Pick<Change, 'before' | 'after'>): number | null {
  const before = change.before?.licensesSold ?? 0;
  return before === 0 ? null : ((change.after?.licensesSold ?? 0) - before) / before;
}

/** Whether an answer is about a whole snapshot: no filter, no search. */
export function isOfEverything({ filter, search }: Pick<Coverage, 'filter' | 'search'>): boolean {
  return filter === null && search === '';
}
