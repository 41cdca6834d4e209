import type { PartnerCenterClient } from '#partner-center/client.ts';
import { PartnerCenterError, partnerCenterErrorOf } from '#partner-center/error.ts';
import type { Engine, Snapshot } from '#engine/engine.ts';
import { download, TooManyRows } from './download/download.ts';
import { countDisagrees, createSnapshotEngine, type LoadedSnapshot } from './engine.ts';
import { createPool, poolSize } from './worker/pool.ts';
import { createProgressNotes } from './download/progress-notes.ts';
import type { StoreId } from './worker/protocol.ts';
import type { WorkerPort } from './worker/session.ts';

/** How far a snapshot is. The same object until it changes. */
export type LoadState =
  | { readonly status: 'idle' }
  /** Looked for in what was kept: that takes a moment, and says nothing of rows. */
  | { readonly status: 'restoring' }
  | {
      readonly status: 'loading';
      /** Rows. */
      readonly loaded: number;
      /** Rows, at least those loaded; null where the service gave no count. */
      readonly total: number | null;
      /** Estimated, whole seconds; null while nobody can say. */
      readonly secondsLeft: number | null;
    }
  | {
      readonly status: 'loaded';
      readonly rows: number;
      /** The service's count is another: shown, never hidden. */
      readonly countDisagrees: boolean;
      /** Memory it takes, dictionaries and prepared indexes included. */
      readonly bytes: number;
    }
  /** More rows came than the person lets in, and none of them stayed. `rows`: there are at least so many. */
  | { readonly status: 'overLimit'; readonly rows: number }
  | { readonly status: 'failed'; readonly error: PartnerCenterError };

/** Where a snapshot may come from: what was kept of it in the browser, where `storeIdOf` says, or the service. */
export type Origin = 'store' | 'service';

/** Whole snapshots, loaded into workers that answer from them. */
export type SnapshotLoader = {
  readonly stateOf: (snapshot: Snapshot) => LoadState;
  /** Calls back after each change of a state, of progress at most some ten times a second. */
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Loads a snapshot from the first of these that has it, and gives which; `nowhere`: none has it. null where nobody
   * knows: it failed or is over the limit, as its state says, was stopped or dropped before it was there, or there was
   * nothing to do, as it is loaded or under way. What was kept of other rows than the service counts now is not taken.
   */
  readonly load: (snapshot: Snapshot, from: readonly Origin[]) => Promise<Origin | 'nowhere' | null>;
  /** The person looks at this one: where it is being loaded, its pages are asked for before those of another. */
  readonly prefer: (snapshot: Snapshot) => void;
  /** Ends the loading of a snapshot; one that is loaded stays. */
  readonly stop: (snapshot: Snapshot) => void;
  /** Anything is being loaded. */
  readonly isUnderWay: () => boolean;
  /** Drops every snapshot and ends every worker. What was asked fails with `browserFailed`. */
  readonly forget: () => void;
  /**
   * Keeps a loaded snapshot in the browser, where `storeIdOf` says. Gives the bytes it takes there.
   *
   * @throws StorageRefused, or PartnerCenterError where the snapshot is not loaded
   */
  readonly keep: (snapshot: Snapshot) => Promise<number>;
  /** Answers about snapshots that are loaded. */
  readonly engine: Engine;
};

export type SnapshotLoaderOptions = {
  readonly client: PartnerCenterClient;
  readonly startWorker: () => WorkerPort;
  /** The most rows of a snapshot that the person lets into the browser now. */
  readonly limit: () => number;
  /** Where a snapshot is kept in the browser; null, the default: nowhere. */
  readonly storeIdOf?: (snapshot: Snapshot) => StoreId | null;
  /** Waits before another page is asked for, while the person is busy with the page; by default it doesn't. */
  readonly untilRested?: (signal: AbortSignal) => Promise<unknown>;
  /** Workers that read pages, at most; by the machine's cores where not given. */
  readonly workers?: number;
  /** Milliseconds. */
  readonly now?: () => number;
};

// Each takes some 44 bytes a row: the one that is looked at, and one to compare it with.
const MOST_LOADED = 2;
// The one that is looked at, and one that was left before it was there: it keeps its rows and waits.
const MOST_UNDER_WAY = 2;

const IDLE: LoadState = { status: 'idle' };
const RESTORING: LoadState = { status: 'restoring' };

/** A snapshot that begins to come, from these places. */
function beginning(snapshot: Snapshot, from: readonly Origin[]): LoadState {
  if (from.includes('store')) return RESTORING;
  return { status: 'loading', loaded: 0, total: snapshot.totalCount, secondsLeft: null };
}

type Entry = {
  /** As it was asked for last: the service's count may be another by now. */
  snapshot: Snapshot;
  state: LoadState;
  loading: AbortController | null;
  loaded: LoadedSnapshot | null;
  /** Grows with each use: the least is the one used longest ago. */
  lastUse: number;
};

type Brought = { readonly origin: Origin; readonly loaded: LoadedSnapshot; readonly bytes: number };

/** How a snapshot is that did not come. */
function stateAfter(cause: unknown): LoadState {
  if (cause instanceof TooManyRows) return { status: 'overLimit', rows: cause.rows };
  return { status: 'failed', error: partnerCenterErrorOf(cause, 'browserFailed') };
}

/** What a question to a snapshot ends in that is not in the browser any more. */
function gone(): PartnerCenterError {
  return new PartnerCenterError({ kind: 'browserFailed', description: 'The snapshot was dropped.' });
}

/**
 * Loads snapshots into workers, and keeps the two used last. Two downloads at once would only slow each other down: the
 * pages of the one that is looked at are asked for, and another waits where it is. What was kept waits for neither.
 */
export function createSnapshotLoader(options: SnapshotLoaderOptions): SnapshotLoader {
  const { client, startWorker, limit, storeIdOf = () => null } = options;
  const { untilRested = () => Promise.resolve(), now = () => performance.now() } = options;
  const size = options.workers ?? poolSize(navigator.hardwareConcurrency);
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  let uses = 0;

  function changed(): void {
    for (const listener of listeners) listener();
  }

  function set(entry: Entry, state: LoadState): void {
    entry.state = state;
    changed();
  }

  function entryOf(snapshot: Snapshot): Entry {
    const known = entries.get(snapshot.processedDateTime);
    if (known !== undefined) return known;
    const entry: Entry = { snapshot, state: IDLE, loading: null, loaded: null, lastUse: 0 };
    entries.set(snapshot.processedDateTime, entry);
    return entry;
  }

  function touch(entry: Entry): void {
    uses += 1;
    entry.lastUse = uses;
  }

  /** What is being loaded, what is looked at now last. */
  function underWay(): readonly Entry[] {
    return [...entries.values()]
      .filter(({ loading }) => loading !== null)
      .toSorted((a, b) => a.lastUse - b.lastUse);
  }

  /** Waits until a page of this one may be asked for. */
  function turnOf(entry: Entry, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (signal.aborted) reject(signal.reason);
        else if (underWay().at(-1) === entry) resolve();
        else return;
        listeners.delete(look);
        signal.removeEventListener('abort', look);
      };
      listeners.add(look);
      signal.addEventListener('abort', look);
      look();
    });
  }

  /** The snapshot in a worker, from the first of these places that has it; null where none has. */
  async function bring(entry: Entry, from: readonly Origin[], signal: AbortSignal): Promise<Brought | null> {
    const { snapshot } = entry;
    const broken = new AbortController();
    let breakage: PartnerCenterError | null = null;
    const pool = createPool(startWorker, size, {
      onFailed: (error) => {
        breakage ??= error;
        broken.abort();
        if (entry.loaded?.session !== pool.first) return;
        entry.loaded = null;
        set(entry, { status: 'failed', error });
      },
      onPrepared: (bytes) => {
        if (entry.loaded?.session !== pool.first || entry.state.status !== 'loaded') return;
        set(entry, { ...entry.state, bytes });
      },
    });
    const stop = (): void => pool.end(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    const notes = createProgressNotes((note) => {
      // The last page may come just after it was stopped.
      if (!signal.aborted) set(entry, { status: 'loading', ...note });
    }, now);
    try {
      const id = from.includes('store') ? storeIdOf(snapshot) : null;
      const kept = id === null ? null : await pool.first.call('restore', id);
      if (kept !== null && !countDisagrees({ rows: kept.rows, totalCount: snapshot.totalCount })) {
        if (kept.rows > limit()) throw new TooManyRows(kept.rows);
        const { totalCount } = snapshot;
        const loaded = { session: pool.first, rows: kept.rows, totalCount };
        return { origin: 'store', loaded, bytes: kept.bytes };
      }
      if (!from.includes('service')) {
        pool.end(null);
        return null;
      }
      signal.throwIfAborted();
      if (from.includes('store')) set(entry, beginning(snapshot, ['service']));
      if (kept !== null) {
        // Its rows would stay in the worker until the others are there.
        pool.end(null);
        return await bring(entry, ['service'], signal);
      }
      const { rows, totalCount } = await download(client, snapshot, {
        exchange: pool.exchange,
        drop: pool.drop,
        limit,
        turn: async (signal) => {
          await untilRested(signal);
          await turnOf(entry, signal);
        },
        signal: AbortSignal.any([signal, broken.signal]),
        onProgress: notes.reached,
      });
      const { bytes } = await pool.gather();
      return { origin: 'service', loaded: { session: pool.first, rows, totalCount }, bytes };
    } catch (error) {
      pool.end(error);
      throw breakage ?? error;
    } finally {
      notes.end();
      signal.removeEventListener('abort', stop);
    }
  }

  async function run(
    entry: Entry,
    from: readonly Origin[],
    loading: AbortController,
  ): Promise<Origin | 'nowhere' | null> {
    const { signal } = loading;
    try {
      const brought = await bring(entry, from, signal);
      if (signal.aborted) {
        brought?.loaded.session.end(signal.reason);
        return null;
      }
      entry.loading = null;
      if (brought === null) {
        set(entry, IDLE);
        return 'nowhere';
      }
      const { origin, loaded, bytes } = brought;
      entry.loaded = loaded;
      touch(entry);
      set(entry, {
        status: 'loaded',
        rows: loaded.rows,
        countDisagrees: countDisagrees(loaded),
        bytes,
      });
      release();
      return origin;
    } catch (error) {
      if (signal.aborted) return null;
      entry.loading = null;
      set(entry, stateAfter(error));
      return null;
    }
  }

  function start(entry: Entry, from: readonly Origin[]): Promise<Origin | 'nowhere' | null> {
    const loading = new AbortController();
    entry.loading = loading;
    touch(entry);
    set(entry, beginning(entry.snapshot, from));
    const [leftLongest, ...others] = underWay();
    if (leftLongest !== undefined && others.length >= MOST_UNDER_WAY) {
      breakOff(leftLongest);
      set(leftLongest, IDLE);
    }
    return run(entry, from, loading);
  }

  /** Makes room: the snapshot used longest ago goes. */
  function release(): void {
    const loaded = [...entries.values()].filter(({ loaded }) => loaded !== null);
    const oldest = loaded.toSorted((a, b) => a.lastUse - b.lastUse)[0];
    if (loaded.length <= MOST_LOADED || oldest === undefined) return;
    // A snapshot never changes: what it was asked until now it still answers.
    oldest.loaded?.session.retire(gone());
    oldest.loaded = null;
    set(oldest, IDLE);
  }

  function breakOff(entry: Entry): void {
    entry.loading?.abort();
    entry.loading = null;
  }

  const engine = createSnapshotEngine((snapshot) => {
    const entry = entries.get(snapshot.processedDateTime);
    if (entry === undefined) return null;
    touch(entry);
    return entry.loaded;
  });

  return {
    stateOf: (snapshot) => entries.get(snapshot.processedDateTime)?.state ?? IDLE,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load(snapshot, from) {
      const entry = entryOf(snapshot);
      if (entry.loading !== null || entry.loaded !== null) return null;
      entry.snapshot = snapshot;
      return start(entry, from);
    },
    prefer(snapshot) {
      const entry = entryOf(snapshot);
      if (entry.loading === null) return;
      touch(entry);
      changed();
    },
    stop(snapshot) {
      const entry = entryOf(snapshot);
      if (entry.loading === null) return;
      breakOff(entry);
      set(entry, IDLE);
    },
    isUnderWay: () => [...entries.values()].some(({ loading }) => loading !== null),
    forget() {
      for (const entry of entries.values()) {
        breakOff(entry);
        entry.loaded?.session.end(gone());
        entry.loaded = null;
      }
      entries.clear();
      changed();
    },
    async keep(snapshot) {
      const loaded = entries.get(snapshot.processedDateTime)?.loaded ?? null;
      const id = storeIdOf(snapshot);
      if (loaded === null || id === null) {
        throw new PartnerCenterError({
          kind: 'browserFailed',
          description: `The snapshot of ${snapshot.date} can’t be kept: it is not loaded, or has no place.`,
        });
      }
      return loaded.session.call('keep', id);
    },
    engine,
  };
}
