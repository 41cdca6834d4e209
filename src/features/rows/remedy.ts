import type { Totals } from '#engine/engine.ts';
import type { View } from '#view/view.ts';

/** How many licenses have to be assigned, or else dropped, for a row to come to a threshold. */
export type Remedy = { readonly assign: number; readonly drop: number };

export type RemedyView = Pick<View, 'minIdle' | 'maxUtilization'>;

/** What a row's remedy leads to: so many percent of use, or fewer idle licenses than so many. */
export type Target =
  | { readonly kind: 'utilization'; readonly percent: number }
  | { readonly kind: 'idle'; readonly below: number };

/**
 * The threshold that a remedy leads to. A maximum utilization that the person has set is what they want to see reached;
 * otherwise it is the least number of idle licenses.
 */
export function targetOf({ minIdle, maxUtilization }: RemedyView): Target {
  return maxUtilization > 0 && maxUtilization < 100
    ? { kind: 'utilization', percent: maxUtilization }
    : { kind: 'idle', below: Math.max(1, minIdle) };
}

/**
 * What brings a row to its threshold; null where it is there. Each idle license that is assigned, or dropped, is one idle
 * license fewer. A share is reached sooner by assigning: what is dropped was not deployed either way.
 */
export function remedyOf({ licensesSold, licensesDeployed, idle }: Totals, view: RemedyView): Remedy | null {
  const target = targetOf(view);
  if (target.kind === 'idle') {
    const missing = (idle ?? 0) - target.below + 1;
    return idle === undefined || missing <= 0 ? null : { assign: missing, drop: missing };
  }
  // In thousandths of a percent, the finest that a threshold has: whole numbers, so that nothing is lost in dividing.
  const share = Math.round(target.percent * 1000);
  const assign = Math.ceil((licensesSold * share) / 100_000) - licensesDeployed;
  const drop = licensesSold - Math.floor((licensesDeployed * 100_000) / share);
  return assign <= 0 ? null : { assign, drop };
}
