import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { Engine } from '#engine/engine.ts';
import type { LoadState, Origin, SnapshotLoader } from '#engine/snapshot/loader.ts';
import { planLoad, type LoadPlan } from '#engine/plan.ts';
import { systemClock, type Clock } from '#partner-center/clock.ts';
import { PartnerCenterError, partnerCenterErrorOf } from '#partner-center/error.ts';

/** Whole snapshots in the browser: which are loaded, and the calls that change that. */
export type Loading = {
  readonly stateOf: (snapshot: Snapshot) => LoadState;
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Sets what is on screen: the snapshot that is looked at, then the one that it is compared with. They are loaded in
   * this order and before others, and none of them makes room for another.
   */
  readonly show: (snapshots: readonly Snapshot[]) => void;
  /**
   * Says that the first figures of a snapshot on screen are there. Takes what was kept of it, otherwise loads it where
   * the plan says so. Does nothing where the person has stopped it, or where it is over the limit. A snapshot that was
   * not shown yet is shown from now on, before the others.
   */
  readonly follow: (snapshot: Snapshot) => void;
  /**
   * Takes what was kept of a snapshot, before the service is asked about it. The promise resolves when the snapshot is
   * there, when nothing was kept, or when it takes too long: then it still comes, behind the service's answers.
   */
  readonly restore: (snapshot: Snapshot) => Promise<void>;
  /**
   * Loads a snapshot on screen because the person asks for it: from the service, or from what was kept of it. Does
   * nothing where that is done or under way, or where it is over the limit. A snapshot that was not shown yet is shown
   * from now on, before the others.
   */
  readonly load: (snapshot: Snapshot) => void;
  /** Stops the loading that is under way; it does not begin again unasked. */
  readonly stop: (snapshot: Snapshot) => void;
  readonly isStopped: (snapshot: Snapshot) => boolean;
  /** Whether the loaded snapshot came from what was kept: the service has not been asked about it. */
  readonly wasKept: (snapshot: Snapshot) => boolean;
  /** The engine that answers from a loaded snapshot; null while it is not loaded. */
  readonly engineOf: (snapshot: Snapshot) => Engine | null;
  /**
   * Keeps every loaded snapshot in the browser, except one whose rows are not as many as the service counts. Rejects
   * with a `StorageRefused`.
   */
  readonly keep: () => Promise<void>;
  /**
   * Drops every snapshot. When a view looks at one again, it is loaded again from the service, whatever was kept of it.
   */
  readonly forget: () => void;
  /** Whether a snapshot is being loaded. */
  readonly isUnderWay: () => boolean;
};

export type LoadProspect = 'loaded' | 'coming' | 'offered' | 'none';

const IDLE: LoadState = { status: 'idle' };

// The loader keeps so many snapshots.
const MOST_SHOWN = 2;

// In milliseconds. A million rows take a fifth of this; a database that another tab holds may never open.
const LONGEST_RESTORE = 1_000;

type LoadingOptions = {
  /** Fetches the loader's code and makes the loader. */
  readonly open: () => Promise<SnapshotLoader>;
  /** Whether the person lets snapshots be kept in the browser. Where it is false, no storage is looked at. */
  readonly mayKeep: () => boolean;
  /** The most rows that the person lets into the browser. */
  readonly limit: () => number;
  /** Is called when a snapshot has come, which answers from now on. */
  readonly onLoaded: () => void;
  /** Is called when a snapshot could not be loaded because it is gone or was replaced. */
  readonly onMissed?: (snapshot: Snapshot) => void;
  readonly clock?: Clock;
};

/** When a snapshot would be loaded, and how much of it, in its present state. */
export function planOf(snapshot: Snapshot, state: LoadState, limit: number): LoadPlan {
  return planLoad(snapshot, limit, state.status === 'overLimit' ? state.rows : 0);
}

/**
 * What loading the whole snapshot means for a person who wants all of its rows: they are there, they come without being
 * asked for, the person can load them, or loading is not possible. The text about it and the button for it both follow
 * this, so that neither promises what the other does not do.
 *
 * @param areFiguresMissing the first figures could not be had; otherwise the rows would follow them by themselves
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

/**
 * Makes the loading. The code for it is fetched when the first snapshot is loaded, so the first figures do not wait for
 * it.
 */
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
  /** The snapshots that were asked for; the loader knows which of them are there. */
  const known = new Map<string, Snapshot>();
  /**
   * The snapshots that are not taken from the store, until they are kept: the store has nothing of them, or not what
   * the person wants.
   */
  const notKept = new Set<string>();
  /** The snapshots that were dropped and are loaded again when they are looked at. */
  const wanted = new Set<string>();
  /** The snapshots that came from the store last. */
  const fromStore = new Set<string>();
  /** The snapshots that were followed while they were being taken from the store. */
  const followedMeanwhile = new Set<string>();
  let loader: SnapshotLoader | null = null;
  let opening: Promise<SnapshotLoader> | null = null;
  /** Grows whenever everything is dropped. */
  let forgotten = 0;
  /** The states of the snapshots that wait for the code, or that could not be handed to the loader. */
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

  /** Loads a snapshot: from what was kept of it, otherwise, where the snapshot `isAsked` for, from the service. */
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
      // Nothing is awaited where the code is there: the next caller has to find the loading under way.
      const ready = loader ?? (await opened());
      waiting.delete(processedDateTime);
      if (stopped.has(processedDateTime) || forgotten !== begun) return;
      const origin = await ready.load(snapshot, from);
      if (origin === null) {
        // Where the loading was stopped, for instance, it is not known what is kept. A snapshot that failed may fail in
        // the store each time.
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
      // A full disk is told where the person asks for the keeping; the page works without it.
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

  /** Loads a snapshot that is followed, where that may begin by itself. */
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
