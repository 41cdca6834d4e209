import { unfinished } from './busy.ts';

/** A part of the page whose code is fetched by itself, when it is needed. */
export type Part<T> = {
  /** Fetches the part, and gives it once it has come. After a failure it is fetched anew. */
  readonly fetch: () => Promise<T>;
  /** Does the same as `fetch`, but a failure stays: while the page is being drawn, only an event may fetch it anew. */
  readonly read: () => Promise<T>;
  /** Its code has come. */
  readonly hasCome: () => boolean;
  /** The last fetch has failed, and no other was begun since. */
  readonly hasFailed: () => boolean;
  /** How often it was fetched anew after a failure. */
  readonly retries: () => number;
  /** Calls `onRetry` whenever the part is fetched anew, until the function that it gives is called. */
  readonly subscribe: (onRetry: () => void) => () => void;
  /** Something stands in the part's place. The page counts as unfinished until the function that this gives is called. */
  readonly awaited: () => () => void;
};

/**
 * The one way to fetch code, by an `import()`. While it is on its way the page counts as unfinished.
 *
 * React's own `lazy` remembers a failure for as long as the page lives. A failed `import()` can be made again: browsers
 * fetch anew (https://github.com/whatwg/html/pull/10327; Chromium since 2026, Firefox since 155, WebKit since July
 * 2026). Older browsers remember the failure, and only a reload helps.
 */
export function createPart<T>(load: () => Promise<T>): Part<T> {
  let fetched: Promise<T> | null = null;
  let failed: Promise<T> | null = null;
  let came: Promise<T> | null = null;
  let retries = 0;
  const listeners = new Set<() => void>();

  function begin(): Promise<T> {
    const isFirst = fetched === null;
    const now = unfinished(load());
    now.then(
      (value) => {
        came = now;
        // React reads these two where it is given a promise that has settled: without them it would draw what waits for
        // the part once more before the part.
        void Object.assign(now, { status: 'fulfilled', value });
      },
      () => {
        failed = now;
      },
    );
    fetched = now;
    if (!isFirst) {
      retries += 1;
      for (const tell of listeners) tell();
    }
    return now;
  }

  const hasFailed = (): boolean => fetched !== null && failed === fetched;
  return {
    fetch: () => (fetched === null || hasFailed() ? begin() : fetched),
    read: () => fetched ?? begin(),
    hasCome: () => fetched !== null && came === fetched,
    hasFailed,
    retries: () => retries,
    subscribe(onRetry) {
      listeners.add(onRetry);
      return () => void listeners.delete(onRetry);
    },
    awaited() {
      let end = (): void => undefined;
      void unfinished(new Promise<void>((resolve) => (end = resolve)));
      return end;
    },
  };
}

/** Fetches a part while the pointer or the focus is still on its way. A failure is told where the part is needed. */
export function prefetch(part: Part<unknown>): void {
  part.fetch().catch(() => undefined);
}

let turns: Promise<unknown> = Promise.resolve();

/**
 * Lets parts that draw much, such as charts and the grid, arrive one after the other. Parts that arrived at the same time
 * would be drawn as one: the page would hear nobody for as long as all of them take.
 */
export function inTurn<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => {
    const part = await load();
    const turn = turns;
    // By then React has begun to draw the part, and draws the next one by itself.
    turns = turn.then(() => new Promise((resolve) => void setTimeout(resolve)));
    await turn;
    return part;
  };
}
