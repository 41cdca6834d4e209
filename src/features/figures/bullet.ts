import type { Totals } from '#engine/engine.ts';

/** The three parts of a bar of deployed within sold, as shares of its whole length; together at most 1. */
export type Bullet = {
  /** Deployed of what was sold. */
  readonly deployed: number;
  /** Sold and not deployed. */
  readonly left: number;
  /** Deployed beyond sold. */
  readonly over: number;
};

/** The bar's whole length is sold, or deployed where that is more; null where there is neither. */
export function bulletOf({ licensesSold, licensesDeployed }: Totals): Bullet | null {
  // The service documents no negative counts; were one to come, it has no length.
  const sold = Math.max(0, licensesSold);
  const deployed = Math.max(0, licensesDeployed);
  const whole = Math.max(sold, deployed);
  if (whole === 0) return null;
  return {
    deployed: Math.min(sold, deployed) / whole,
    left: Math.max(0, sold - deployed) / whole,
    over: Math.max(0, deployed - sold) / whole,
  };
}
