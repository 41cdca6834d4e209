import type { SimilarCustomers, Standing } from './engine.ts';

/** A customer is of similar size to another that has between half and twice as many licenses sold. */
const TIMES = 2;

/** Steps of utilization from 0 to below 100 %: a twentieth each. Then exactly 100 %, then above. */
const STEPS = 20;
const FULL = STEPS;
const OVER = STEPS + 1;

/** In which step of utilization so many licenses of so many sold are. */
export function stepOf(sold: number, deployed: number): number {
  if (deployed > sold) return OVER;
  // A whole number divided once: exact where a step begins.
  return deployed === sold ? FULL : Math.floor((STEPS * deployed) / sold);
}

/**
 * Where one customer stands among others of similar size.
 *
 * @param sold by customer
 * @param deployed by customer
 * @param own the place of the customer in these; −1 where it is not there
 */
export function standingOf(
  sold: ArrayLike<number>,
  deployed: ArrayLike<number>,
  own: number,
): Pick<Standing, 'totals' | 'similar'> {
  const ownSold = sold[own] ?? 0;
  const ownDeployed = deployed[own] ?? 0;
  const totals = own < 0 ? null : { licensesSold: ownSold, licensesDeployed: ownDeployed };
  // Of nothing sold there is no utilization to compare.
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
