import type { Engine, Snapshot } from '#engine/engine.ts';
import type { LoadState, SnapshotLoader } from '#engine/snapshot/loader.ts';
import { planLoad, type LoadPlan } from '#engine/plan.ts';
import { PartnerCenterError } from '#partner-center/error.ts';

/** Whole snapshots in the browser: what is loaded, and the say in what is. */
export type Loading = {
  readonly stateOf: (snapshot: Snapshot) => LoadState;
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * The person looks at this snapshot, and its first figures are there: takes what was kept of it, else loads it where
   * the plan says so. One that is under way goes before others. Nothing where it was stopped, or is over the limit.
   */
  readonly follow: (snapshot: Snapshot) => Promise<void>;
  /**
   * Loads a snapshot from the service, or from what was kept of it. Nothing where that is done or under way, or where
   * it is over the limit.
   */
  readonly load: (snapshot: Snapshot) => void;
  /** What is under way stops; it is not begun again unasked. */
  readonly stop: (snapshot: Snapshot) => void;
  readonly isStopped: (snapshot: Snapshot) => boolean;
  /** The engine that answers from a loaded snapshot; null while it is not loaded. */
  readonly engineOf: (snapshot: Snapshot) => Engine | null;
  /** Keeps every loaded snapshot in the browser. Rejects with a `StorageRefused`. */
  readonly keep: () => Promise<void>;
  /** Drops every snapshot. */
  readonly forget: () => void;
  /** Anything is being loaded. */
  readonly isUnderWay: () => boolean;
};

const IDLE: LoadState = { status: 'idle' };

type LoadingOptions = {
  /** Fetches the loader's code and makes the loader. */
  readonly open: () => Promise<SnapshotLoader>;
  /** Whether the person lets snapshots be kept in the browser. */
  readonly mayKeep: () => Promise<boolean>;
  /** The most rows that the person lets into the browser. */
  readonly limit: () => number;
};

/** When and how much of a snapshot would be loaded, as things stand with it. */
export function planOf(snapshot: Snapshot, state: LoadState, limit: number): LoadPlan {
  return planLoad(snapshot, limit, state.status === 'overLimit' ? state.rows : 0);
}

/** Loading, with its code fetched when the first snapshot is loaded: the first figures don't wait for it. */
export function createLoading({ open, mayKeep, limit }: LoadingOptions): Loading {
  const listeners = new Set<() => void>();
  const stopped = new Set<string>();
  /** Loaded or restored here; the loader knows which of them still are. */
  const brought = new Map<string, Snapshot>();
  let loader: SnapshotLoader | null = null;
  let opening: Promise<SnapshotLoader> | null = null;
  /** The one that waits for the code, and what is to be said of it. */
  let waiting: { readonly snapshot: Snapshot; readonly state: LoadState } | null = null;

  const changed = (): void => {
    for (const listener of listeners) listener();
  };

  function opened(): Promise<SnapshotLoader> {
    opening ??= open().then(
      (found) => {
        loader = found;
        loader.subscribe(changed);
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

  async function keepLoaded(): Promise<void> {
    for (const snapshot of brought.values()) {
      if (loader?.stateOf(snapshot).status === 'loaded') await loader.keep(snapshot);
    }
  }

  /** Waits until a snapshot is loaded, and keeps it where that is allowed. */
  function keepWhenLoaded(of: SnapshotLoader, snapshot: Snapshot): void {
    const unsubscribe = of.subscribe(() => {
      const { status } = of.stateOf(snapshot);
      if (status === 'loading') return;
      unsubscribe();
      if (status !== 'loaded') return;
      brought.set(snapshot.processedDateTime, snapshot);
      void mayKeep()
        .then((may) => (may ? of.keep(snapshot) : undefined))
        // A full disk is told where the person asks for the keeping; the page works without.
        .catch(() => undefined);
    });
  }

  const whenToLoad = (snapshot: Snapshot): LoadPlan['when'] =>
    planOf(snapshot, stateOf(snapshot), limit()).when;

  async function load(snapshot: Snapshot): Promise<void> {
    if (whenToLoad(snapshot) === 'overLimit') return;
    stopped.delete(snapshot.processedDateTime);
    if (loader === null) {
      const state: LoadState = {
        status: 'loading',
        loaded: 0,
        total: snapshot.totalCount,
        secondsLeft: null,
      };
      waiting = { snapshot, state };
      changed();
    }
    try {
      const ready = await opened();
      if (waiting?.snapshot.processedDateTime === snapshot.processedDateTime) waiting = null;
      if (!stopped.has(snapshot.processedDateTime)) {
        ready.load(snapshot);
        keepWhenLoaded(ready, snapshot);
      }
    } catch (error) {
      if (!(error instanceof PartnerCenterError)) throw error;
      waiting = { snapshot, state: { status: 'failed', error } };
    }
    changed();
  }

  async function restore(snapshot: Snapshot): Promise<boolean> {
    if (!(await mayKeep().catch(() => false))) return false;
    const ready = await opened().catch(() => null);
    if (ready === null || !(await ready.restore(snapshot))) return false;
    brought.set(snapshot.processedDateTime, snapshot);
    return true;
  }

  function stateOf(snapshot: Snapshot): LoadState {
    if (loader !== null) return loader.stateOf(snapshot);
    if (waiting?.snapshot.processedDateTime !== snapshot.processedDateTime) return IDLE;
    return stopped.has(snapshot.processedDateTime) ? IDLE : waiting.state;
  }

  return {
    stateOf,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async follow(snapshot) {
      const isOpen = (): boolean => {
        if (stopped.has(snapshot.processedDateTime) || whenToLoad(snapshot) === 'overLimit') return false;
        const { status } = stateOf(snapshot);
        return status === 'idle' || status === 'overLimit';
      };
      loader?.prefer(snapshot);
      if (!isOpen() || (await restore(snapshot))) return;
      if (whenToLoad(snapshot) === 'atOnce' && isOpen()) await load(snapshot);
    },
    load: (snapshot) => void load(snapshot),
    stop(snapshot) {
      stopped.add(snapshot.processedDateTime);
      loader?.stop(snapshot);
      changed();
    },
    isStopped: (snapshot) => stopped.has(snapshot.processedDateTime),
    engineOf: (snapshot) =>
      loader !== null && loader.stateOf(snapshot).status === 'loaded' ? loader.engine : null,
    keep: keepLoaded,
    forget() {
      waiting = null;
      brought.clear();
      loader?.forget();
      changed();
    },
    isUnderWay: () => waiting?.state.status === 'loading' || (loader?.isUnderWay() ?? false),
  };
}
