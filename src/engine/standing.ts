import type { SimilarCustomers, Standing } from './engine.ts';

/** A customer is of similar size to another if it has between half and twice as many licenses sold. */
const TIMES = 2;

/** There are steps of a twentieth each from 0 to below 100 %, then a step for exactly 100 %, then one above. */
const STEPS = 20;
const FULL = STEPS;
const OVER = STEPS + 1;

/** The step of utilization for so many licenses deployed of so many sold. */
export function stepOf(sold: number, deployed: number): number {
  if (deployed > sold) return OVER;
  // The whole number is divided only once, so that the result is exact where a step begins.
  return deployed === sold ? FULL : Math.floor((STEPS * deployed) / sold);
}

/**
 * The place of one customer among others of similar size.
 *
 * @param sold by customer
 * @param deployed by customer
 * @param own the index of the customer in these arrays; −1 where it is not there
 */
export function standingOf(
  sold: ArrayLike<number>,
  deployed: ArrayLike<number>,
  own: number,
): Pick<Standing, 'totals' | 'similar'> {
  const ownSold = sold[own] ?? 0;
  const ownDeployed = deployed[own] ?? 0;
  const totals = own < 0 ? null : { licensesSold: ownSold, licensesDeployed: ownDeployed };
  // Where nothing was sold, there is no utilization to compare.
  if (ownSold === 0) return { totals, similar: null };
  const [from, to] = [Math.ceil(ownSold / TIMES), ownSold * TIMES];
  const used = ownDeployed / ownSold;
  const steps = Array.from({ length: OVER + 1 }, () => 0);
  const similar = {
    from,
    to,
    customers: 0,
    below: 0,
    above: 0,
    ownStep: stepOf(ownSold, ownDeployed),
    steps,
  };
  for (let at = 0; at < sold.length; at += 1) {
    const [otherSold, otherDeployed] = [sold[at] ?? 0, deployed[at] ?? 0];
    if (at === own || otherSold < from || otherSold > to) continue;
    const otherUsed = otherDeployed / otherSold;
    similar.customers += 1;
    if (otherUsed < used) similar.below += 1;
    if (otherUsed > used) similar.above += 1;
    const step = stepOf(otherSold, otherDeployed);
    steps[step] = (steps[step] ?? 0) + 1;
  }
  return { totals, similar: similar satisfies SimilarCustomers };
}
