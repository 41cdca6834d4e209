import type { PageQuestion } from '#engine/engine.ts';
import { isOfPairs } from '#view/view.ts';

/** Does the answer need all groups, with their pairs? */
export function needsPairs({ spare = null, thresholds, sort }: PageQuestion): boolean {
  return spare !== null || thresholds !== undefined || sort.some(({ field }) => isOfPairs(field));
}
