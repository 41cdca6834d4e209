import type { PartnerCenterClient } from '#partner-center/client.ts';
import { systemClock, type Clock } from '#partner-center/clock.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import type { ReadingOptions } from './progress.ts';
import { createShared } from './share.ts';
import { firstRowOf, isSameSnapshot, type Snapshot } from './snapshot.ts';

// In milliseconds. Readings that are asked for together come one soon after the other. A reading that takes longer must
// not hold up the others: they then have a check of their own.
const LONGEST_WAIT_FOR_OTHERS = 250;

/** Tells whether answers without dates are of the snapshot that they were asked for. */
export type PinCheck = {
  /** Runs a reading whose answer carries no dates. While it runs, a check for other readings waits a moment for it. */
  readonly during: <T>(snapshot: Snapshot, read: () => Promise<T>) => Promise<T>;
  /**
   * Resolves when the service has shown a row of this snapshot that was asked for after this call. Then every answer
   * before was of this snapshot, since a snapshot that was replaced does not come back. One request is enough for all
   * calls before it. `recounted`: the snapshot is there, but the service counts other rows in it than before. Its
   * counts are not facts, so this is no error; but the answer may be a mix, and it is better to read it again.
   *
   * @throws PartnerCenterError of the kind `snapshotChanged` where the snapshot is gone or is another one
   */
  readonly check: (snapshot: Snapshot, options?: ReadingOptions) => Promise<'same' | 'recounted'>;
};

type Pin = {
  /** The number of readings under way. */
  reading: number;
  /** The number of checks sent. */
  sent: number;
  /** The rows in the whole snapshot, as the service counted them last; null where it gave no count. */
  totalCount: number | null;
  /** Functions that are called when no reading is under way any more. */
  readonly idle: Set<() => void>;
};

/**
 * The checks of one client's answers.
 *
 * @param onRecounted is called where the service has another count for a snapshot: kept answers may be from before
 */
export function createPinCheck(
  client: PartnerCenterClient,
  clock: Clock = systemClock,
  onRecounted: () => void = () => undefined,
): PinCheck {
  const pins = new Map<string, Pin>();
  // No check is kept: each answer needs one that was sent after it came.
  const checks = createShared<'same' | 'recounted'>(() => 1, 0);

  function pinOf({ processedDateTime, totalCount }: Snapshot): Pin {
    const pin: Pin = pins.get(processedDateTime) ?? { reading: 0, sent: 0, totalCount, idle: new Set() };
    pins.set(processedDateTime, pin);
    return pin;
  }

  async function othersHaveCome(pin: Pin, signal: AbortSignal): Promise<void> {
    if (pin.reading === 0) return;
    const enough = new AbortController();
    const stop = (): void => enough.abort(signal.reason);
    pin.idle.add(stop);
    signal.addEventListener('abort', stop);
    // The abort ends the wait early, which is not a failure.
    await clock.sleep(LONGEST_WAIT_FOR_OTHERS, enough.signal).catch(() => undefined);
    signal.removeEventListener('abort', stop);
    pin.idle.delete(stop);
    signal.throwIfAborted();
  }

  return {
    async during(snapshot, read) {
      const pin = pinOf(snapshot);
      pin.reading += 1;
      try {
        return await read();
      } finally {
        pin.reading -= 1;
        if (pin.reading === 0) for (const tell of pin.idle) tell();
      }
    },
    async check(snapshot, options) {
      const { processedDateTime } = snapshot;
      const pin = pinOf(snapshot);
      return checks.ask(
        `${processedDateTime} ${pin.sent}`,
        async ({ signal, priority }) => {
          await othersHaveCome(pin, signal);
          // Answers that come from now on are not covered by this check.
          pin.sent += 1;
          const { row, totalCount } = await firstRowOf(client, processedDateTime, { signal, priority });
          const found = row?.processedDateTime;
          if (found === undefined || !isSameSnapshot(found, processedDateTime)) {
            throw snapshotChanged(snapshot, found);
          }
          const before = pin.totalCount;
          pin.totalCount = totalCount ?? before;
          if (before === null || pin.totalCount === before) return 'same';
          onRecounted();
          return 'recounted';
        },
        options,
      );
    },
  };
}

/** The snapshot that was asked for is not there any more. `found` is the one in its place, where there is any. */
export function snapshotChanged({ processedDateTime }: Snapshot, found?: string): PartnerCenterError {
  return new PartnerCenterError({
    kind: 'snapshotChanged',
    description:
      found === undefined
        ? `The snapshot of ${processedDateTime} had rows, and now the service has none of it.`
        : `Asked for the snapshot of ${processedDateTime}, the service sent a row of ${found}.`,
  });
}
