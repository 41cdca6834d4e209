import { PartnerCenterError } from '#partner-center/error.ts';
import { snapshotChanged, type PinCheck } from './pin-check.ts';
import type { ReadingOptions } from './progress.ts';
import type { Snapshot } from './snapshot.ts';

// How often a reading is begun again when its pages turn out not to belong together.
const RESTARTS = 3;

/**
 * Reads until the pages belong together, so that a result never mixes two snapshots or has a page twice. A reading that
 * fails so begins again, a few times, before it is an error.
 *
 * @param read is told whether it is the first reading
 */
export async function unmixed<T>(read: (isFirst: boolean) => Promise<T>): Promise<T> {
  for (let restarts = 0; ; restarts += 1) {
    try {
      return await read(restarts === 0);
    } catch (error) {
      const mixed =
        error instanceof PartnerCenterError &&
        (error.kind === 'snapshotChanged' || error.kind === 'pagesOverlap');
      if (!mixed || restarts === RESTARTS) throw error;
    }
  }
}

export type PinnedReading<T> = {
  readonly snapshot: Snapshot;
  /** The answer will have no dates, as groups have none. A check for other readings then waits for this one. */
  readonly isUndated: boolean;
  /** Is told whether it is the first reading. */
  readonly read: (isFirst: boolean) => Promise<T>;
  /**
   * Does the result need no check, because its own dates show the snapshot, or because it is a part that is checked
   * later with the whole?
   */
  readonly isSettled: (result: T) => boolean;
};

/**
 * Does the same for one snapshot: an answer without dates is given only when the snapshot was still there after the
 * answer came (`PinCheck`). Where the service counts other rows in it than before, the question is read once more, and
 * then believed.
 *
 * @throws PartnerCenterError, or the signal's AbortError
 */
export function pinned<T>(
  pins: PinCheck,
  { snapshot, isUndated, read, isSettled }: PinnedReading<T>,
  options: ReadingOptions = {},
): Promise<T> {
  return unmixed(async (isFirst) => {
    const result = await (isUndated ? pins.during(snapshot, () => read(isFirst)) : read(isFirst));
    if (isSettled(result)) return result;
    const outcome = await pins.check(snapshot, options);
    // This happens only once: a service with another count each time would be read without end.
    if (isFirst && outcome === 'recounted') throw snapshotChanged(snapshot);
    return result;
  });
}
