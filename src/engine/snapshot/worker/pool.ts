import type { Exchange } from '#partner-center/exchange.ts';
import type { ScannedPage } from '#engine/snapshot/load/part-builder.ts';
import { headOf, type Held } from './protocol.ts';
import { createSession, type Session, type SessionEvents, type WorkerPort } from './session.ts';

// More would wait for the network, and each has dictionaries of its own that have to be merged.
const MOST_WORKERS = 4;

/** The body of a page, held by the worker that fetched it. */
export type HeldBody = {
  /** Has it read into that worker's part, once. Rejects as a reader of the client does. `place`: rows before the page. */
  readonly scan: (place: number) => Promise<ScannedPage>;
};

/** Workers that read the pages of one snapshot. */
export type Pool = {
  /** The worker that will answer. */
  readonly first: Session;
  /** Has a page fetched by the worker with the least to do: of its bytes none come to the page. */
  readonly exchange: Exchange<HeldBody>;
  /** All workers forget their pages. */
  readonly drop: () => Promise<void>;
  /** Brings all pages into the first worker; the others end. */
  readonly gather: () => Promise<Held>;
  readonly end: (reason: unknown) => void;
};

/** How many workers read pages on a machine with so many cores (NaN: unknown): one core stays for the page itself. */
export function poolSize(cores: number): number {
  return cores > 2 ? Math.min(MOST_WORKERS, cores - 1) : 1;
}

/** Starts the first worker; others follow where a page is fetched and all have one, up to `size`. */
export function createPool(startWorker: () => WorkerPort, size: number, events: SessionEvents): Pool {
  const first = createSession(startWorker(), events);
  const others: Session[] = [];

  function leastBusy(): Session {
    let best = first;
    for (const session of others) if (session.waiting() < best.waiting()) best = session;
    if (best.waiting() === 0 || others.length + 1 >= size) return best;
    const started = createSession(startWorker(), { ...events, onPrepared: () => undefined });
    others.push(started);
    return started;
  }

  function end(reason: unknown): void {
    for (const session of [first, ...others]) session.end(reason);
  }

  return {
    first,
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
      await Promise.all([first, ...others].map((session) => session.call('drop', null)));
    },
    async gather() {
      const moved = await Promise.all(others.map((session) => session.call('build', null)));
      for (const session of others) session.end(null);
      return first.call(
        'adopt',
        moved.map(({ part }) => part),
        { transfer: moved.flatMap(({ buffers }) => buffers) },
      );
    },
    end,
  };
}
