import type { PartnerCenterClient } from '#partner-center/client.ts';
import { systemClock, type Clock } from '#partner-center/clock.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import type { ReadingOptions } from './progress.ts';
import { createShared } from './share.ts';
import { firstRowOf, isSameSnapshot, type Snapshot } from './snapshot.ts';

// Readings that are asked for together come one soon after the other. One that takes longer must not hold up the others,
// which then have a check of their own. Milliseconds.
const LONGEST_WAIT_FOR_OTHERS = 250;

/** Tells whether answers without dates are of the snapshot that they were asked for. */
export type PinCheck = {
  /** Does a reading whose answer carries no dates; while it runs, a check that covers others waits for it a moment. */
  readonly during: <T>(snapshot: Snapshot, read: () => Promise<T>) => Promise<T>;
  /**
   * Resolves when the service has shown a row of this snapshot, asked for after this call: whatever of it came before
   * was of this snapshot, since one that was replaced does not come back. One request answers all calls before it.
   * `recounted`: it is there, but the service counts other rows in it than it did before. Its counts are no facts, so
   * that is no error: but what came may be of both, and is better read again.
   *
   * @throws PartnerCenterError of the kind `snapshotChanged` where the snapshot is gone or is another one
   */
  readonly check: (snapshot: Snapshot, options?: ReadingOptions) => Promise<'same' | 'recounted'>;
};

type Pin = {
  /** Readings under way. */
  reading: number;
  /** Checks sent. */
  sent: number;
  /** Rows in the whole snapshot, as the service counted them last; null where it gave no count. */
  totalCount: number | null;
  /** Told when no reading is under way any more. */
  readonly idle: Set<() => void>;
};

/**
 * The checks of one client's answers.
 *
 * @param onRecounted told where the service counts a snapshot anew: what was kept of it may be of before
 */
export function createPinCheck(
  client: PartnerCenterClient,
  clock: Clock = systemClock,
  onRecounted: () => void = () => undefined,
): PinCheck {
  const pins = new Map<string, Pin>();
  // Nothing is kept: each answer needs a check that was sent after it came.
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
    // Ends early by the abort, which is no failure of the wait.
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
          // What comes from now on is not covered by this check.
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

/** The snapshot that was asked for is not there any more. `found`: what is there in its place, where anything is. */
export function snapshotChanged({ processedDateTime }: Snapshot, found?: string): PartnerCenterError {
  return new PartnerCenterError({
    kind: 'snapshotChanged',
    description:
      found === undefined
        ? `The snapshot of ${processedDateTime} had rows, and now the service has none of it.`
        : `Asked for the snapshot of ${processedDateTime}, the service sent a row of ${found}.`,
  });
}
