import type { Totals } from '#engine/engine.ts';

/** The three parts of a bar of deployed within sold, as shares of its whole length; their sum is at most 1. */
export type Bullet = {
  /** The share that was sold and is deployed. */
  readonly deployed: number;
  /** The share that was sold and is not deployed. */
  readonly left: number;
  /** The share that is deployed beyond sold. */
  readonly over: number;
};

/** The parts of the bar. Its whole length is sold, or deployed where that is more; null where both are 0. */
export function bulletOf({ licensesSold, licensesDeployed }: Totals): Bullet | null {
  // The service documents no negative counts; a negative one would have no length.
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
