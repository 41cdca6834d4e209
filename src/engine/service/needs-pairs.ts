import type { PageQuestion } from '#engine/engine.ts';

/** Does the answer need all groups, with their pairs? */
export function needsPairs({ spare = null, thresholds, sort }: PageQuestion): boolean {
  return (
    spare !== null ||
    thresholds !== undefined ||
    sort.some(({ field }) => field === 'idle' || field === 'short' || field === 'idleValue')
  );
}
