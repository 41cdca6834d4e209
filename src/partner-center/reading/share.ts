import type { Priority } from '#partner-center/queue.ts';
import type { Progress, ReadingOptions } from './progress.ts';

type Asker = { readonly onProgress: ((progress: Progress) => void) | undefined };

type Entry<T> = {
  readonly promise: Promise<T>;
  readonly resolve: (answer: T) => void;
  readonly reject: (error: unknown) => void;
  readonly askers: Set<Asker>;
  /** Ends the work. It is replaced where the work was begun anew. */
  controller: AbortController;
  /** The priority of the work. */
  priority: Priority;
  progress: Progress | null;
  /** The size of the answer; it is set when the answer is there. */
  size: number | null;
};

/** Work that can be shared. It stops on the signal, reports its progress, and has a priority. */
export type Work<T> = (options: WorkOptions) => Promise<T>;

type WorkOptions = {
  readonly signal: AbortSignal;
  readonly priority: Priority;
  readonly onProgress: (progress: Progress) => void;
};

export type Shared<T> = {
  /** The answer under a key: the one that is kept or under way, or that of `work`, which is started now. */
  readonly ask: (key: string, work: Work<T>, options?: ReadingOptions) => Promise<T>;
  /** The answer under a key where it is already there. */
  readonly peek: (key: string) => Promise<T> | null;
  /** Drops everything that was asked until now; work under way ends only for those who wait for it. */
  readonly forget: () => void;
};

/**
 * Lets several callers share work: a call joins work that is under way, and gets an answer that is kept. Work stops
 * when its last caller has left. A failure is not kept, so that the next call tries again. Background work that has not
 * ended is begun anew with more priority when a person asks for it, because it would otherwise keep its place in the
 * queue.
 *
 * @param sizeOf the size of an answer that is kept
 * @param capacity the sum of the sizes that is kept; the answer that was not asked for longest goes first
 */
export function createShared<T>(sizeOf: (answer: T) => number, capacity: number): Shared<T> {
  // The entries are in the order of their last use, the oldest first.
  const entries = new Map<string, Entry<T>>();

  function makeRoom(): void {
    let kept = 0;
    for (const entry of entries.values()) kept += entry.size ?? 0;
    for (const [key, entry] of entries) {
      if (kept <= capacity) return;
      if (entry.size === null) continue;
      // The newest entry stays even where it alone is over the capacity: it was just asked for.
      if (entry === [...entries.values()].at(-1)) return;
      entries.delete(key);
      kept -= entry.size;
    }
  }

  function begin(key: string, entry: Entry<T>, work: Work<T>, priority: Priority): void {
    const controller = new AbortController();
    entry.controller = controller;
    entry.priority = priority;
    const isCurrent = (): boolean => entry.controller === controller;
    // The work begins a moment later, so that `entry` is there when it reports for the first time.
    const promise = Promise.resolve().then(() =>
      work({
        signal: controller.signal,
        priority,
        onProgress: (progress) => {
          if (!isCurrent()) return;
          entry.progress = progress;
          for (const asker of entry.askers) asker.onProgress?.(progress);
        },
      }),
    );
    promise.then(
      (answer) => {
        if (!isCurrent()) return;
        entry.size = sizeOf(answer);
        makeRoom();
        entry.resolve(answer);
      },
      (error: unknown) => {
        if (!isCurrent()) return;
        if (entries.get(key) === entry) entries.delete(key);
        entry.reject(error);
      },
    );
  }

  function start(key: string, work: Work<T>, priority: Priority): Entry<T> {
    const outcome = {} as Pick<Entry<T>, 'resolve' | 'reject'>;
    const promise = new Promise<T>((resolve, reject) => Object.assign(outcome, { resolve, reject }));
    const entry: Entry<T> = {
      promise,
      ...outcome,
      askers: new Set(),
      controller: new AbortController(),
      priority,
      progress: null,
      size: null,
    };
    entries.set(key, entry);
    begin(key, entry, work, priority);
    return entry;
  }

  return {
    ask(key, work, { signal, onProgress, priority = 'visible' } = {}) {
      if (signal?.aborted) return Promise.reject(signal.reason as Error);
      const found = entries.get(key);
      const entry = found ?? start(key, work, priority);
      if (found !== undefined) {
        entries.delete(key);
        entries.set(key, found);
      }
      if (entry.size === null && entry.priority === 'background' && priority === 'visible') {
        entry.controller.abort();
        begin(key, entry, work, priority);
      }
      if (entry.progress !== null) onProgress?.(entry.progress);
      if (entry.size !== null) return entry.promise;
      const asker: Asker = { onProgress };
      entry.askers.add(asker);
      return new Promise<T>((resolve, reject) => {
        const leave = (): void => {
          entry.askers.delete(asker);
          reject(signal?.reason as Error);
          if (entry.askers.size === 0) {
            // The entry is removed first, so that no call can join work that is being stopped.
            if (entries.get(key) === entry) entries.delete(key);
            entry.controller.abort();
          }
        };
        signal?.addEventListener('abort', leave);
        entry.promise.then(resolve, reject).finally(() => {
          signal?.removeEventListener('abort', leave);
          entry.askers.delete(asker);
        });
      });
    },
    forget() {
      entries.clear();
    },
    peek(key) {
      const entry = entries.get(key);
      return entry?.size == null ? null : entry.promise;
    },
  };
}
