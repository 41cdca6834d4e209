import type { AskOptions, Progress } from '#engine/engine.ts';

type Asker = { readonly onProgress: ((progress: Progress) => void) | undefined };

type Entry<T> = {
  readonly promise: Promise<T>;
  readonly controller: AbortController;
  readonly askers: Set<Asker>;
  progress: Progress | null;
  /** Set once it is there. */
  size: number | null;
};

/** What a shared piece of work is given: it stops on the signal and tells how far it is. */
export type Work<T> = (options: Required<Pick<AskOptions, 'signal' | 'onProgress'>>) => Promise<T>;

export type Shared<T> = {
  /** The answer under a key: the one kept, the one under way, or what `work` now starts. */
  readonly ask: (key: string, work: Work<T>, options?: AskOptions) => Promise<T>;
  /** The answer under a key where it is already there. */
  readonly peek: (key: string) => Promise<T> | null;
  /** Keeps nothing of what was asked until now; what is under way ends for those who wait for it. */
  readonly forget: () => void;
};

/**
 * Lets several askers share work: one asked for while it runs is joined, one that is done is kept.
 * Work stops when its last asker has left. What failed is forgotten, so that asking again tries again.
 *
 * @param sizeOf what keeping an answer costs
 * @param capacity the sum of sizes that is kept; what was asked for longest ago goes first
 */
export function createShared<T>(sizeOf: (answer: T) => number, capacity: number): Shared<T> {
  // In order of their last use, the oldest first.
  const entries = new Map<string, Entry<T>>();

  function makeRoom(): void {
    let kept = 0;
    for (const entry of entries.values()) kept += entry.size ?? 0;
    for (const [key, entry] of entries) {
      if (kept <= capacity) return;
      if (entry.size === null) continue;
      // The newest stays even where it alone is over: it was just asked for.
      if (entry === [...entries.values()].at(-1)) return;
      entries.delete(key);
      kept -= entry.size;
    }
  }

  function start(key: string, work: Work<T>): Entry<T> {
    const controller = new AbortController();
    const askers = new Set<Asker>();
    // Begun a moment later, so that `entry` is there for its first word.
    const promise = Promise.resolve().then(() =>
      work({
        signal: controller.signal,
        onProgress: (progress) => {
          entry.progress = progress;
          for (const asker of askers) asker.onProgress?.(progress);
        },
      }),
    );
    const entry: Entry<T> = { promise, controller, askers, progress: null, size: null };
    entries.set(key, entry);
    promise.then(
      (answer) => {
        entry.size = sizeOf(answer);
        makeRoom();
      },
      () => {
        if (entries.get(key) === entry) entries.delete(key);
      },
    );
    return entry;
  }

  return {
    ask(key, work, { signal, onProgress } = {}) {
      if (signal?.aborted) return Promise.reject(signal.reason as Error);
      const found = entries.get(key);
      const entry = found ?? start(key, work);
      if (found !== undefined) {
        entries.delete(key);
        entries.set(key, found);
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
            // Gone before anyone can join what is being stopped.
            if (entries.get(key) === entry) entries.delete(key);
            entry.controller.abort();
          }
        };
        signal?.addEventListener('abort', leave, { once: true });
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
