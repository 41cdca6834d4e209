/**
 * Decides which requests go first where not all can: those that the person looks at go before those behind the page.
 */
export type Priority = 'visible' | 'background';

/** The most requests under way at once. */
export const MAX_CONCURRENCY = 4;
/** The most `background` requests among them. */
export const MAX_BACKGROUND = backgroundOf(MAX_CONCURRENCY);
// After throttling, so many answers in a row allow one request more.
const ANSWERS_TO_RECOVER = 5;

function backgroundOf(allowed: number): number {
  return Math.max(1, allowed - 1);
}

type Waiting = { readonly priority: Priority; readonly enter: () => void };

/**
 * One queue for all requests of one person: the service counts them together, whatever part of the page sent them.
 * Throttling halves the number that may be under way, down to one; answers raise it again. Background requests leave
 * one place free, so that a question of the person never waits for a page of a download. Where there is only one place,
 * they may use it.
 */
export type RequestQueue = {
  /**
   * Waits for a place. The returned function gives the place back; call it exactly once. Rejects when the signal
   * aborts.
   */
  readonly enter: (priority: Priority, signal?: AbortSignal) => Promise<() => void>;
  readonly answered: () => void;
  readonly throttled: () => void;
  /** How many requests may be under way now. */
  readonly concurrency: () => number;
};

export function createRequestQueue(): RequestQueue {
  const waiting: Waiting[] = [];
  const underWay = { visible: 0, background: 0 };
  let allowed = MAX_CONCURRENCY;
  let answers = 0;

  /** The first waiting request that may go now; undefined where none may. */
  function next(): Waiting | undefined {
    const { visible, background } = underWay;
    if (visible + background >= allowed) return undefined;
    const first = waiting.find(({ priority }) => priority === 'visible');
    return first ?? (background < backgroundOf(allowed) ? waiting[0] : undefined);
  }

  function admit(): void {
    for (let place = next(); place !== undefined; place = next()) {
      waiting.splice(waiting.indexOf(place), 1);
      underWay[place.priority] += 1;
      place.enter();
    }
  }

  return {
    enter(priority, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason as Error);
          return;
        }
        const onAbort = (): void => {
          waiting.splice(waiting.indexOf(place), 1);
          reject(signal?.reason as Error);
        };
        const place: Waiting = {
          priority,
          enter: () => {
            signal?.removeEventListener('abort', onAbort);
            resolve(() => {
              underWay[priority] -= 1;
              admit();
            });
          },
        };
        signal?.addEventListener('abort', onAbort);
        waiting.push(place);
        admit();
      });
    },
    answered() {
      answers += 1;
      if (answers < ANSWERS_TO_RECOVER || allowed === MAX_CONCURRENCY) return;
      answers = 0;
      allowed += 1;
      admit();
    },
    throttled() {
      answers = 0;
      allowed = Math.max(1, Math.floor(allowed / 2));
    },
    concurrency: () => allowed,
  };
}
