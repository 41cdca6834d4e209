import type { Exchange } from '#partner-center/exchange.ts';
import type { ScannedPage } from '#engine/snapshot/load/part-builder.ts';
import { headOf, type MovedPart } from './protocol.ts';
import { createSession, type Session, type SessionEvents, type WorkerPort } from './session.ts';

// More than these would wait for the network, and the dictionaries of each have to be merged with those of the others.
const MOST_WORKERS = 4;

/** The body of a page, held by the worker that fetched it. */
export type HeldBody = {
  /**
   * Lets that worker read it into its part, which it can do once. Rejects as a reader of the client does.
   *
   * @param place how many rows come before the page
   */
  readonly scan: (place: number) => Promise<ScannedPage>;
};

/** Workers that read the pages of one snapshot. */
export type Pool = {
  /** Has a page fetched by the worker with the least to do: of its bytes none come to the page. */
  readonly exchange: Exchange<HeldBody>;
  /** All workers forget their pages. */
  readonly drop: () => Promise<void>;
  /** Gives away all that was read; the workers end. */
  readonly gather: () => Promise<readonly MovedPart[]>;
  readonly end: (reason: unknown) => void;
};

/** How many workers read pages on a machine with so many cores (NaN: unknown): one core stays for the page itself. */
export function poolSize(cores: number): number {
  return cores > 2 ? Math.min(MOST_WORKERS, cores - 1) : 1;
}

/** Starts a worker where a page is fetched and all have one, up to `size`. */
export function createPool(startWorker: () => WorkerPort, size: number, events: SessionEvents): Pool {
  const readers: Session[] = [];

  function leastBusy(): Session {
    const [best] = readers.toSorted((a, b) => a.waiting() - b.waiting());
    if (best !== undefined && (best.waiting() === 0 || readers.length >= size)) return best;
    const started = createSession(startWorker(), events);
    readers.push(started);
    return started;
  }

  function end(reason: unknown): void {
    for (const session of readers) session.end(reason);
  }

  return {
    async exchange(request, signal, onHead) {
      const session = leastBusy();
      const fetched = await session.call('fetch', request, {
        signal,
        onBegun: (head) => onHead(headOf(head)),
      });
      const head = headOf(fetched);
      if (!fetched.ok) return { ...head, ok: false, text: fetched.text };
      const { body } = fetched;
      const scan = (place: number): Promise<ScannedPage> => session.call('scan', { place, body });
      return { ...head, ok: true, body: { scan } };
    },
    async drop() {
      await Promise.all(readers.map((session) => session.call('drop', null)));
    },
    async gather() {
      const moved = await Promise.all(readers.map((session) => session.call('build', null)));
      end(null);
      return moved;
    },
    end,
  };
}
