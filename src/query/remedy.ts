import type { View } from '#view/view.ts';
import type { Totals } from '#engine/engine.ts';

/** The number of licenses that have to be assigned, or otherwise dropped, so that a row comes to a threshold. */
export type Remedy = { readonly assign: number; readonly drop: number };

export type RemedyView = Pick<View, 'minIdle' | 'maxUtilization'>;

/** The threshold that a remedy leads to: a utilization in percent, or a number of idle licenses to stay below. */
export type Target =
  | { readonly kind: 'utilization'; readonly percent: number }
  | { readonly kind: 'idle'; readonly below: number };

/**
 * The threshold that a remedy leads to. Where the person has set a maximum utilization, they want to reach it;
 * otherwise it is the least number of idle licenses.
 */
export function targetOf({ minIdle, maxUtilization }: RemedyView): Target {
  return maxUtilization > 0 && maxUtilization < 100
    ? { kind: 'utilization', percent: maxUtilization }
    : { kind: 'idle', below: Math.max(1, minIdle) };
}

/**
 * What brings a row to its threshold; null where it is there already. Each idle license that is assigned or dropped is
 * one idle license fewer. A utilization is reached sooner by assigning, because a dropped license was not deployed
 * before either.
 */
export function remedyOf({ licensesSold, licensesDeployed, idle }: Totals, view: RemedyView): Remedy | null {
  const target = targetOf(view);
  if (target.kind === 'idle') {
    const missing = (idle ?? 0) - target.below + 1;
    return idle === undefined || missing <= 0 ? null : { assign: missing, drop: missing };
  }
  // The share is in thousandths of a percent, the finest step of a threshold: with whole numbers, dividing loses
  // nothing.
  const share = Math.round(target.percent * 1000);
  const assign = Math.ceil((licensesSold * share) / 100_000) - licensesDeployed;
  const drop = licensesSold - Math.floor((licensesDeployed * 100_000) / share);
  return assign <= 0 ? null : { assign, drop };
}
