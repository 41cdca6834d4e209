import { PartnerCenterError } from '#partner-center/error.ts';
import {
  errorOfFailure,
  type AnswerTo,
  type CallName,
  type Calls,
  type FetchedHead,
  type FromWorker,
  type QuestionName,
  type QuestionOf,
  type TableId,
  type ToWorker,
} from './protocol.ts';

/** The page's end of the wire to a worker. */
export type WorkerPort = {
  readonly postMessage: (message: ToWorker, options: { readonly transfer: Transferable[] }) => void;
  readonly addEventListener: (
    type: 'message' | 'messageerror' | 'error',
    listener: (event: Event) => void,
  ) => void;
  readonly terminate: () => void;
};

/** One worker, and what it was asked. */
export type Session = {
  /**
   * Has something done. Rejects with what the worker failed with, with `browserFailed` where it is gone, or with the
   * reason it was ended for.
   */
  readonly call: <K extends CallName>(
    kind: K,
    args: Calls[K]['args'],
    options?: SendOptions,
  ) => Promise<Calls[K]['result']>;
  /** Asks a question; one whose signal aborts is taken back. */
  readonly ask: <N extends QuestionName>(
    question: QuestionOf<N>,
    signal?: AbortSignal,
  ) => Promise<AnswerTo<N>>;
  /** How many replies are still to come. */
  readonly waiting: () => number;
  /** Terminates the worker; what is still to come, and whatever it is asked later, fails with `reason`. */
  readonly end: (reason: unknown) => void;
};

export type SessionEvents = {
  /** The worker ended without being told to. */
  readonly onFailed: (error: PartnerCenterError) => void;
  /** The worker has prepared all it can of a table; what that takes now, in bytes. */
  readonly onPrepared?: (table: TableId, bytes: number) => void;
};

type SendOptions = {
  /** What is sent is taken back when it aborts, and rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Memory that moves to the worker. */
  readonly transfer?: readonly Transferable[];
  /** Called when what is fetched begins to come. */
  readonly onBegun?: (head: FetchedHead) => void;
};

type Waiting = Pick<SendOptions, 'onBegun'> & {
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
};

/** Opens a session with a worker that was just started. */
export function createSession(worker: WorkerPort, events: SessionEvents): Session {
  const waiting = new Map<number, Waiting>();
  let ended: { readonly reason: unknown } | null = null;
  let lastId = 0;

  function end(reason: unknown): void {
    if (ended !== null) return;
    ended = { reason };
    worker.terminate();
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  }

  function fail(event: Event): void {
    if (ended !== null) return;
    // Nothing is said where the worker's file did not load, or memory ran out.
    const said = 'message' in event && typeof event.message === 'string' ? event.message : '';
    const error = new PartnerCenterError({
      kind: 'browserFailed',
      description: said === '' ? 'A worker of this page ended.' : `A worker of this page ended: ${said}`,
    });
    end(error);
    events.onFailed(error);
  }

  function receive(message: FromWorker): void {
    if (message.kind === 'prepared') {
      events.onPrepared?.(message.table, message.bytes);
      return;
    }
    const asker = waiting.get(message.id);
    // The question was taken back, but the worker was faster.
    if (asker === undefined) return;
    if (message.kind === 'begun') {
      asker.onBegun?.(message.head);
      return;
    }
    waiting.delete(message.id);
    if (message.kind === 'done') asker.resolve(message.result);
    else asker.reject(errorOfFailure(message.failure));
  }

  worker.addEventListener('message', (event) => receive((event as MessageEvent<FromWorker>).data));
  worker.addEventListener('messageerror', fail);
  worker.addEventListener('error', fail);

  async function send(messageOf: (id: number) => ToWorker, options: SendOptions = {}): Promise<unknown> {
    const { signal, transfer = [], ...told } = options;
    signal?.throwIfAborted();
    if (ended !== null) throw ended.reason;
    lastId += 1;
    const id = lastId;
    const takeBack = (): void => {
      const asker = waiting.get(id);
      if (asker === undefined) return;
      waiting.delete(id);
      worker.postMessage({ kind: 'cancel', id }, { transfer: [] });
      asker.reject(signal?.reason);
    };
    signal?.addEventListener('abort', takeBack, { once: true });
    try {
      return await new Promise((resolve, reject) => {
        waiting.set(id, { ...told, resolve, reject });
        worker.postMessage(messageOf(id), { transfer: [...transfer] });
      });
    } finally {
      signal?.removeEventListener('abort', takeBack);
      // What could not be sent is not answered either.
      waiting.delete(id);
    }
  }

  return {
    async call<K extends CallName>(kind: K, args: Calls[K]['args'], options?: SendOptions) {
      return (await send((id) => ({ kind, id, args }) as ToWorker, options)) as Calls[K]['result'];
    },
    async ask<N extends QuestionName>(question: QuestionOf<N>, signal?: AbortSignal) {
      return (await send((id) => ({ kind: 'ask', id, ...question }) as ToWorker, { signal })) as AnswerTo<N>;
    },
    waiting: () => waiting.size,
    end,
  };
}
