import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { Engine } from '#engine/engine.ts';
import type { LoadState, Origin, SnapshotLoader } from '#engine/snapshot/loader.ts';
import { planLoad, type LoadPlan } from '#engine/plan.ts';
import { systemClock, type Clock } from '#partner-center/clock.ts';
import { PartnerCenterError, partnerCenterErrorOf } from '#partner-center/error.ts';

/** Whole snapshots in the browser: what is loaded, and the say in what is. */
export type Loading = {
  readonly stateOf: (snapshot: Snapshot) => LoadState;
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * What is on screen: the snapshot that is looked at, then the one that it is compared with. They come in this order
   * and before others, and none of them makes room for another.
   */
  readonly show: (snapshots: readonly Snapshot[]) => void;
  /**
   * The first figures of a snapshot on screen are there: takes what was kept of it, else loads it where the plan says
   * so. Nothing where it was stopped, or is over the limit. One that was not shown yet is now, before the others.
   */
  readonly follow: (snapshot: Snapshot) => void;
  /**
   * Takes what was kept of a snapshot, before the service is asked about it. Resolves when it is there, when nothing was
   * kept, or when it takes too long: then it still comes, behind what the service says.
   */
  readonly restore: (snapshot: Snapshot) => Promise<void>;
  /**
   * The person asks for a snapshot on screen: loads it from the service, or from what was kept of it. Nothing where that
   * is done or under way, or where it is over the limit. One that was not shown yet is now, before the others.
   */
  readonly load: (snapshot: Snapshot) => void;
  /** What is under way stops; it is not begun again unasked. */
  readonly stop: (snapshot: Snapshot) => void;
  readonly isStopped: (snapshot: Snapshot) => boolean;
  /** What is loaded of it came from what was kept: the service has not been asked about it. */
  readonly wasKept: (snapshot: Snapshot) => boolean;
  /** The engine that answers from a loaded snapshot; null while it is not loaded. */
  readonly engineOf: (snapshot: Snapshot) => Engine | null;
  /**
   * Keeps every loaded snapshot in the browser, but none of other rows than the service counts. Rejects with a
   * `StorageRefused`.
   */
  readonly keep: () => Promise<void>;
  /** Drops every snapshot. Looked at again, it is loaded again, from the service, whatever was kept of it. */
  readonly forget: () => void;
  /** Anything is being loaded. */
  readonly isUnderWay: () => boolean;
};

export type LoadProspect = 'loaded' | 'coming' | 'offered' | 'none';

const IDLE: LoadState = { status: 'idle' };

// As many as the loader keeps.
const MOST_SHOWN = 2;

// A million rows take a fifth of this; a database that is held by another tab may never open. Milliseconds.
const LONGEST_RESTORE = 1_000;

type LoadingOptions = {
  /** Fetches the loader's code and makes the loader. */
  readonly open: () => Promise<SnapshotLoader>;
  /** Whether the person lets snapshots be kept in the browser: else no storage is looked at. */
  readonly mayKeep: () => boolean;
  /** The most rows that the person lets into the browser. */
  readonly limit: () => number;
  /** A snapshot has come, and answers from now on. */
  readonly onLoaded: () => void;
  /** A snapshot could not be loaded because it is gone or was replaced. */
  readonly onMissed?: (snapshot: Snapshot) => void;
  readonly clock?: Clock;
};

/** When and how much of a snapshot would be loaded, as things stand with it. */
export function planOf(snapshot: Snapshot, state: LoadState, limit: number): LoadPlan {
  return planLoad(snapshot, limit, state.status === 'overLimit' ? state.rows : 0);
}

/**
 * What loading the whole snapshot means for whoever wants all of its rows: they are there, come anyway, the person can
 * load them, or it is no way to them. What is said of it and the button for it both follow this, so that none promises
 * what the other does not do.
 *
 * @param areFiguresMissing the first figures, behind which the rows come by themselves, could not be had
 */
export function prospectOf(
  { status }: LoadState,
  { when }: LoadPlan,
  isStopped: boolean,
  areFiguresMissing: boolean,
): LoadProspect {
  if (status === 'loaded') return 'loaded';
  if (status === 'restoring' || status === 'loading') return 'coming';
  if (when === 'overLimit') return 'none';
  const begins = when === 'atOnce' && status !== 'failed' && !isStopped && !areFiguresMissing;
  return begins ? 'coming' : 'offered';
}

/** Loading, with its code fetched when the first snapshot is loaded: the first figures don't wait for it. */
export function createLoading({
  open,
  mayKeep,
  limit,
  onLoaded,
  onMissed = () => undefined,
  clock = systemClock,
}: LoadingOptions): Loading {
  const listeners = new Set<() => void>();
  const stopped = new Set<string>();
  /** What came into the browser, or was to; the loader knows what of it is there. */
  const known = new Map<string, Snapshot>();
  /** What is not taken from the store: it has nothing of it, or not what the person wants. Until it is kept. */
  const notKept = new Set<string>();
  /** What was dropped to be loaded again. */
  const wanted = new Set<string>();
  /** What came from the store last. */
  const fromStore = new Set<string>();
  /** What was followed while it was being taken from the store. */
  const followedMeanwhile = new Set<string>();
  let loader: SnapshotLoader | null = null;
  let opening: Promise<SnapshotLoader> | null = null;
  /** Grows whenever everything is dropped. */
  let forgotten = 0;
  /** What waits for the code, or could not be handed to the loader, and what is to be said of it. */
  const waiting = new Map<string, LoadState>();
  let shown: readonly Snapshot[] = [];

  const changed = (): void => {
    for (const listener of listeners) listener();
  };

  function opened(): Promise<SnapshotLoader> {
    opening ??= open().then(
      (found) => {
        loader = found;
        loader.subscribe(changed);
        loader.show(shown);
        return found;
      },
      (cause: unknown) => {
        opening = null;
        throw new PartnerCenterError({
          kind: 'network',
          description: 'The part of this page that loads all rows could not be fetched.',
          cause,
        });
      },
    );
    return opening;
  }

  async function keepLoaded(snapshot: Snapshot): Promise<void> {
    const state = stateOf(snapshot);
    if (loader === null || state.status !== 'loaded' || state.countDisagrees) return;
    await loader.keep(snapshot);
    notKept.delete(snapshot.processedDateTime);
  }

  /** Brings a snapshot here: what was kept of it, else, where it `isAsked` for, what the service has. */
  async function bring(snapshot: Snapshot, isAsked: boolean): Promise<void> {
    const { processedDateTime, totalCount } = snapshot;
    const from: Origin[] = [];
    if (mayKeep() && !notKept.has(processedDateTime)) from.push('store');
    if (isAsked) from.push('service');
    if (from.length === 0) return;
    known.set(processedDateTime, snapshot);
    wanted.delete(processedDateTime);
    const begun = forgotten;
    if (loader === null) {
      const state: LoadState = from.includes('store')
        ? { status: 'restoring' }
        : { status: 'loading', loaded: 0, total: totalCount, secondsLeft: null };
      waiting.set(processedDateTime, state);
      changed();
    }
    try {
      // At once where the code is there: whoever asks next finds it under way.
      const ready = loader ?? (await opened());
      waiting.delete(processedDateTime);
      if (stopped.has(processedDateTime) || forgotten !== begun) return;
      const origin = await ready.load(snapshot, from);
      if (origin === null) {
        // Where it was stopped, say, nobody knows what is kept. What failed may fail in the store each time.
        const state = ready.stateOf(snapshot);
        if (state.status !== 'failed') return;
        notKept.add(processedDateTime);
        if (state.error.kind === 'snapshotChanged') onMissed(snapshot);
        return;
      }
      const isFollowed = followedMeanwhile.delete(processedDateTime);
      if (origin === 'store') fromStore.add(processedDateTime);
      else {
        fromStore.delete(processedDateTime);
        notKept.add(processedDateTime);
      }
      if (origin !== 'nowhere') onLoaded();
      // Nothing was kept of it: now its rows may come from the service.
      else if (isFollowed) begin(snapshot);
      // A full disk is told where the person asks for the keeping; the page works without.
      if (origin === 'service' && mayKeep()) await keepLoaded(snapshot).catch(() => undefined);
    } catch (error) {
      if (isAsked) waiting.set(processedDateTime, { status: 'failed', error: partnerCenterErrorOf(error) });
      else waiting.delete(processedDateTime);
    } finally {
      changed();
    }
  }

  function stateOf(snapshot: Snapshot): LoadState {
    const { processedDateTime } = snapshot;
    const state = waiting.get(processedDateTime);
    if (state === undefined) return loader?.stateOf(snapshot) ?? IDLE;
    return stopped.has(processedDateTime) ? IDLE : state;
  }

  const whenToLoad = (snapshot: Snapshot): LoadPlan['when'] =>
    planOf(snapshot, stateOf(snapshot), limit()).when;

  function show(snapshots: readonly Snapshot[]): void {
    shown = snapshots;
    loader?.show(shown);
  }

  function showToo(snapshot: Snapshot): void {
    const isShown = shown.some(({ processedDateTime }) => processedDateTime === snapshot.processedDateTime);
    if (!isShown) show([snapshot, ...shown].slice(0, MOST_SHOWN));
  }

  /** Brings what is followed, where it may begin by itself. */
  function begin(snapshot: Snapshot): void {
    const { processedDateTime } = snapshot;
    const { status } = stateOf(snapshot);
    if (status === 'restoring') followedMeanwhile.add(processedDateTime);
    const when = whenToLoad(snapshot);
    const isOpen = (status === 'idle' || status === 'overLimit') && when !== 'overLimit';
    if (!isOpen || stopped.has(processedDateTime)) return;
    void bring(snapshot, when === 'atOnce' || wanted.has(processedDateTime));
  }

  return {
    stateOf,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show,
    follow(snapshot) {
      showToo(snapshot);
      begin(snapshot);
    },
    async restore(snapshot) {
      if (stopped.has(snapshot.processedDateTime)) return;
      if (stateOf(snapshot).status !== 'idle' || whenToLoad(snapshot) === 'overLimit') return;
      await Promise.race([bring(snapshot, false), clock.sleep(LONGEST_RESTORE)]);
    },
    load(snapshot) {
      if (whenToLoad(snapshot) === 'overLimit') return;
      stopped.delete(snapshot.processedDateTime);
      showToo(snapshot);
      void bring(snapshot, true);
    },
    stop(snapshot) {
      stopped.add(snapshot.processedDateTime);
      loader?.stop(snapshot);
      changed();
    },
    wasKept: (snapshot) => fromStore.has(snapshot.processedDateTime),
    isStopped: (snapshot) => stopped.has(snapshot.processedDateTime),
    engineOf: (snapshot) =>
      loader !== null && loader.stateOf(snapshot).status === 'loaded' ? loader.engine : null,
    async keep() {
      for (const snapshot of known.values()) await keepLoaded(snapshot);
    },
    forget() {
      for (const [processedDateTime, snapshot] of known) {
        notKept.add(processedDateTime);
        const { status } = stateOf(snapshot);
        if (status === 'loaded' || status === 'loading') wanted.add(processedDateTime);
      }
      forgotten += 1;
      waiting.clear();
      loader?.forget();
      changed();
    },
    isUnderWay: () =>
      [...waiting.values()].some(({ status }) => status !== 'failed') || (loader?.isUnderWay() ?? false),
  };
}
