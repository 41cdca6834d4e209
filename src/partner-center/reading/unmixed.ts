import { PartnerCenterError } from '#partner-center/error.ts';
import { snapshotChanged, type PinCheck } from './pin-check.ts';
import type { ReadingOptions } from './progress.ts';
import type { Snapshot } from './snapshot.ts';

// How often a reading is begun again when its pages turn out not to belong together.
const RESTARTS = 3;

/**
 * Reads until what was read belongs together: pages of two snapshots, or a page that came twice, are never mixed in;
 * the reading begins again, a few times, and then fails.
 *
 * @param read told whether it is the first reading
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
  /** What comes will have no dates, as groups have none: then a check that covers other readings waits for this one. */
  readonly isUndated: boolean;
  /** Told whether it is the first reading. */
  readonly read: (isFirst: boolean) => Promise<T>;
  /** Does what came need no check? By its own dates, or since it is a part that is checked when it is whole. */
  readonly isSettled: (result: T) => boolean;
};

/**
 * The same of one snapshot: what came without dates is given only when the snapshot was still there after it came
 * (`PinCheck`). Where the service counts other rows in it than before, it is read once more, and then believed.
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
    // Once: a service that counts something else each time would be read for ever.
    if (isFirst && outcome === 'recounted') throw snapshotChanged(snapshot);
    return result;
  });
}
