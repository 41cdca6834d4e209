import type { PartnerCenterClient } from '#partner-center/client.ts';
import { PartnerCenterError, partnerCenterErrorOf } from '#partner-center/error.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { Engine } from '#engine/engine.ts';
import { download, TooManyRows } from './download/download.ts';
import { countDisagrees, createSnapshotEngine, type LoadedSnapshot } from './engine.ts';
import { createPool, poolSize, type Pool } from './worker/pool.ts';
import { createProgressNotes } from './download/progress-notes.ts';
import type { Held, StoreId, TableId } from './worker/protocol.ts';
import { createSession, type Session, type WorkerPort } from './worker/session.ts';

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

/** Whole snapshots, loaded into a worker that answers from them. */
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
  /**
   * What is on screen: the snapshot that is looked at, then the one that it is compared with. They are loaded in this
   * order and before any other, and no other takes their room.
   */
  readonly show: (snapshots: readonly Snapshot[]) => void;
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

// Each takes some 44 bytes a row: the one that is looked at, and one to compare it with. A third stays while both of
// them are on screen, until the screen changes.
const MOST_LOADED = 2;
// The one that is looked at, and one that it is compared with or that was left: that one keeps its rows and waits.
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
 * Loads snapshots into one worker, which answers about all of them, and keeps two. Each is read by workers of its own,
 * which end when it is there. Two downloads at once would only slow each other down: the pages of the one that is
 * looked at are asked for, and another waits where it is. What was kept waits for neither.
 */
export function createSnapshotLoader(options: SnapshotLoaderOptions): SnapshotLoader {
  const { client, startWorker, limit, storeIdOf = () => null } = options;
  const { untilRested = () => Promise.resolve(), now = () => performance.now() } = options;
  const size = options.workers ?? poolSize(navigator.hardwareConcurrency);
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  /** What is on screen, the snapshot that is looked at first. */
  let shown: readonly string[] = [];
  let uses = 0;
  let answering: Session | null = null;
  let lastTable: TableId = 0;

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

  const isShown = ({ snapshot }: Entry): boolean => shown.includes(snapshot.processedDateTime);

  /** The last one is what the person looks at; before it comes what is compared with it, then what was used last. */
  function byUse(some: readonly Entry[]): readonly Entry[] {
    const rankOf = ({ snapshot }: Entry): number => {
      const place = shown.indexOf(snapshot.processedDateTime);
      return place === -1 ? 0 : shown.length - place;
    };
    return some.toSorted((a, b) => rankOf(a) - rankOf(b) || a.lastUse - b.lastUse);
  }

  /** What is being loaded, what goes before the others last. */
  function underWay(): readonly Entry[] {
    return byUse([...entries.values()].filter(({ loading }) => loading !== null));
  }

  /** The worker that answers about every loaded snapshot; started where there is none. */
  function answeringNow(): Session {
    if (answering !== null) return answering;
    const started = createSession(startWorker(), {
      onFailed: (error) => {
        if (answering === started) answering = null;
        for (const entry of entries.values()) {
          if (entry.loaded?.session !== started) continue;
          entry.loaded = null;
          set(entry, { status: 'failed', error });
        }
      },
      onPrepared: (table, bytes) => {
        for (const entry of entries.values()) {
          if (entry.loaded?.table !== table || entry.state.status !== 'loaded') continue;
          set(entry, { ...entry.state, bytes });
        }
      },
    });
    answering = started;
    return started;
  }

  /** Ends the worker that answers where there is nothing to ask it about. */
  function endIfUnused(): void {
    const isUsed = [...entries.values()].some(({ loading, loaded }) => loading !== null || loaded !== null);
    if (!isUsed) endAnswering();
  }

  function endAnswering(): void {
    answering?.end(gone());
    answering = null;
  }

  /** The worker drops a table when it has answered all that it was asked about it: its rows never change. */
  function release({ session, table }: Pick<LoadedSnapshot, 'session' | 'table'>): void {
    // Where the worker has ended, its tables are gone as well.
    void session.call('release', { table }).catch(() => undefined);
  }

  /** Gives a table to the worker that answers. What was stopped meanwhile is taken back. */
  async function hand<H extends Held | null>(
    session: Session,
    signal: AbortSignal,
    give: (table: TableId) => Promise<H>,
  ): Promise<{ readonly table: TableId; readonly held: H }> {
    lastTable += 1;
    const table = lastTable;
    const stopped = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    const given = give(table);
    given.then(
      (held) => {
        if (signal.aborted && held !== null) release({ session, table });
      },
      () => undefined,
    );
    return { table, held: await Promise.race([given, stopped]) };
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

  /** What was kept of a snapshot; null where that is nothing, or has other rows than the service counts. */
  async function restore({ snapshot }: Entry, signal: AbortSignal): Promise<Brought | null> {
    const id = storeIdOf(snapshot);
    if (id === null) return null;
    const session = answeringNow();
    const { table, held } = await hand(session, signal, (table) => session.call('restore', { ...id, table }));
    if (held === null) return null;
    const { totalCount } = snapshot;
    const loaded: LoadedSnapshot = { session, table, rows: held.rows, totalCount };
    if (held.rows <= limit() && !countDisagrees(loaded))
      return { origin: 'store', loaded, bytes: held.bytes };
    release(loaded);
    if (countDisagrees(loaded)) return null;
    throw new TooManyRows(held.rows);
  }

  /** All rows of a snapshot, from the service. */
  async function read(entry: Entry, signal: AbortSignal): Promise<Brought> {
    const { snapshot } = entry;
    const broken = new AbortController();
    let breakage: PartnerCenterError | null = null;
    const pool = createPool(startWorker, size, {
      onFailed: (error) => {
        breakage ??= error;
        broken.abort();
      },
    });
    const stop = (): void => pool.end(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    const notes = createProgressNotes((note) => {
      // The last page may come just after it was stopped.
      if (!signal.aborted) set(entry, { status: 'loading', ...note });
    }, now);
    try {
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
      const { loaded, bytes } = await adopt(pool, signal);
      return { origin: 'service', loaded: { ...loaded, rows, totalCount }, bytes };
    } catch (error) {
      pool.end(error);
      throw breakage ?? error;
    } finally {
      notes.end();
      signal.removeEventListener('abort', stop);
    }
  }

  /** Moves what the workers of a pool have read to the one that answers. */
  async function adopt(
    pool: Pool,
    signal: AbortSignal,
  ): Promise<{ readonly loaded: Pick<LoadedSnapshot, 'session' | 'table'>; readonly bytes: number }> {
    const moved = await pool.gather();
    signal.throwIfAborted();
    const session = answeringNow();
    const parts = moved.map(({ part }) => part);
    const transfer = moved.flatMap(({ buffers }) => buffers);
    const { table, held } = await hand(session, signal, (table) =>
      session.call('adopt', { table, parts }, { transfer }),
    );
    return { loaded: { session, table }, bytes: held.bytes };
  }

  /** The snapshot in the worker that answers, from the first of these places that has it; null where none has. */
  async function bring(entry: Entry, from: readonly Origin[], signal: AbortSignal): Promise<Brought | null> {
    signal.throwIfAborted();
    if (from.includes('store')) {
      const kept = await restore(entry, signal);
      if (kept !== null || !from.includes('service')) return kept;
      signal.throwIfAborted();
      set(entry, beginning(entry.snapshot, ['service']));
    }
    // Its code is there by the time it is needed.
    answeringNow();
    return read(entry, signal);
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
        if (brought !== null) release(brought.loaded);
        return null;
      }
      entry.loading = null;
      if (brought === null) {
        set(entry, IDLE);
        endIfUnused();
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
      makeRoom(entry);
      return origin;
    } catch (error) {
      if (signal.aborted) return null;
      entry.loading = null;
      set(entry, stateAfter(error));
      endIfUnused();
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

  /** Makes room for what has come last: of what is not on screen, the snapshot used longest ago goes. */
  function makeRoom(last: Entry | null): void {
    const loaded = [...entries.values()].filter((entry) => entry.loaded !== null);
    const [oldest] = byUse(loaded.filter((entry) => entry !== last && !isShown(entry)));
    if (loaded.length <= MOST_LOADED || oldest === undefined || oldest.loaded === null) return;
    release(oldest.loaded);
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
    show(snapshots) {
      shown = snapshots.map(({ processedDateTime }) => processedDateTime);
      for (const processedDateTime of shown.toReversed()) {
        const entry = entries.get(processedDateTime);
        if (entry !== undefined) touch(entry);
      }
      // Another may go first now, or leave.
      if (underWay().length > 0) changed();
      makeRoom(null);
    },
    stop(snapshot) {
      const entry = entryOf(snapshot);
      if (entry.loading === null) return;
      breakOff(entry);
      set(entry, IDLE);
      endIfUnused();
    },
    isUnderWay: () => [...entries.values()].some(({ loading }) => loading !== null),
    forget() {
      for (const entry of entries.values()) {
        breakOff(entry);
        entry.loaded = null;
      }
      entries.clear();
      endAnswering();
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
      return loaded.session.call('keep', { ...id, table: loaded.table });
    },
    engine,
  };
}
