import type { Format } from './format.ts';

/** Idle licenses, and how many of them have a price. */
type Priced = { readonly idle?: number | undefined; readonly idlePriced?: number | undefined };

/**
 * Writes the share of idle licenses that have a price. It is written as 100 % only where it is exactly all.
 */
export function writtenPricedShare(
  { idle = 0, idlePriced = 0 }: Priced,
  { percent, plainPercent }: Pick<Format, 'percent' | 'plainPercent'>,
): string {
  return idlePriced === idle ? plainPercent(100) : percent(Math.min(0.999, idlePriced / idle));
}
