import { exchangeBy, type Outgoing } from '#partner-center/exchange.ts';
import { parseFilter } from '#partner-center/filter/parse.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { nextTurn } from '#partner-center/turn.ts';
import type { TableAnswers, TableScope } from '#engine/snapshot/answers/table-answers.ts';
import type { Part, PartBuilder } from '#engine/snapshot/load/part-builder.ts';
import { bytesOfTable } from '#engine/snapshot/columns/bytes-of-table.ts';
import type { TableStore } from '#engine/snapshot/store/table-store.ts';
import type { Table } from '#engine/snapshot/columns/table.ts';
import {
  failureOf,
  fetchedHeadOf,
  type Ask,
  type BodyId,
  type Fetched,
  type FromWorker,
  type Held,
  type ToWorker,
} from './protocol.ts';

/** What a worker works with. */
export type Tools = {
  readonly fetch: typeof fetch;
  readonly createPartBuilder: () => PartBuilder;
  readonly transferablesOf: (part: Part) => readonly ArrayBuffer[];
  readonly mergeParts: (parts: readonly Part[]) => Table;
  readonly createTableAnswers: (table: Table) => TableAnswers;
  readonly createTableStore: (account: string) => TableStore;
};

/** The worker's end of the wire to the page. */
export type ServedPort = {
  readonly postMessage: (message: FromWorker, options: { readonly transfer: Transferable[] }) => void;
  readonly addEventListener: (type: 'message', listener: (event: MessageEvent<ToWorker>) => void) => void;
};

function filterOf(text: string): Filter | null {
  const result = parseFilter(text);
  // The page printed it from a tree.
  if (!result.ok) throw new Error(result.error.message);
  return result.filter;
}

function answerOf(answers: TableAnswers, ask: Ask): unknown {
  const scope: TableScope = { filter: filterOf(ask.filter), search: ask.search };
  switch (ask.name) {
    case 'totals':
      return answers.totals(scope, ask.question);
    case 'summary':
      return answers.summary(scope);
    case 'groups':
      return answers.groups(scope, ask.question);
    case 'page':
      return answers.page(scope, ask.question);
    case 'members':
      return answers.members(scope, ask.question);
  }
}

/**
 * Does what the messages on a port ask for: all a worker is. Questions wait their turn, what the person looks at
 * before what is asked behind it; each runs to its end, and messages come in between. With nothing to answer it
 * prepares for later questions.
 */
export function serve(port: ServedPort, tools: Tools): void {
  const builder = tools.createPartBuilder();
  let held: { readonly table: Table; readonly answers: TableAnswers } | null = null;
  let isPrepared = true;
  let isAwake = false;
  const asked: Ask[] = [];
  const exchange = exchangeBy(tools.fetch, async (response) => new Uint8Array(await response.arrayBuffer()));
  const fetching = new Map<number, AbortController>();
  const bodies = new Map<BodyId, Uint8Array>();

  function post(message: FromWorker, transfer: readonly Transferable[] = []): void {
    port.postMessage(message, { transfer: [...transfer] });
  }

  function fail(id: number, error: unknown): void {
    post({ kind: 'failed', id, failure: failureOf(error) });
  }

  function reply(id: number, work: () => unknown): void {
    try {
      post({ kind: 'done', id, result: work() });
    } catch (error) {
      fail(id, error);
    }
  }

  function replyLater(id: number, work: () => Promise<unknown>): void {
    Promise.resolve()
      .then(work)
      .then((result) => post({ kind: 'done', id, result }))
      .catch((error: unknown) => fail(id, error));
  }

  /** Fetches a response; its body waits here, by the name of the message that asked for it. */
  async function fetchBody(id: number, request: Outgoing): Promise<Fetched> {
    const leaving = new AbortController();
    fetching.set(id, leaving);
    try {
      const response = await exchange(request, leaving.signal, (head) =>
        post({ kind: 'begun', id, head: fetchedHeadOf(head) }),
      );
      const head = fetchedHeadOf(response);
      if (!response.ok) return { ...head, ok: false, text: response.text };
      if (!leaving.signal.aborted) bodies.set(id, response.body);
      return { ...head, ok: true, body: id };
    } finally {
      fetching.delete(id);
    }
  }

  function takeBody(id: BodyId): Uint8Array {
    const body = bodies.get(id);
    if (body === undefined) throw new Error('This worker holds no such body.');
    bodies.delete(id);
    return body;
  }

  function heldNow(): { readonly table: Table; readonly answers: TableAnswers } {
    if (held === null) throw new Error('This worker holds no table.');
    return held;
  }

  function bytesNow(): number {
    const { table, answers } = heldNow();
    return bytesOfTable(table) + answers.bytesHeld();
  }

  function hold(table: Table): Held {
    held = { table, answers: tools.createTableAnswers(table) };
    isPrepared = false;
    wake();
    return { rows: table.rows, bytes: bytesNow() };
  }

  /** Prepares one thing; what fails is left to the question that needs it, which then says why. */
  function prepare(answers: TableAnswers): void {
    try {
      isPrepared = !answers.prepare();
    } catch {
      isPrepared = true;
    }
    if (isPrepared) post({ kind: 'prepared', bytes: bytesNow() });
  }

  async function work(): Promise<void> {
    for (;;) {
      // Whatever has arrived meanwhile is heard first: a question before this one, or that one is not wanted.
      await nextTurn();
      const visible = asked.findIndex(({ priority }) => priority === 'visible');
      const [ask] = asked.splice(Math.max(visible, 0), 1);
      if (ask !== undefined) reply(ask.id, () => answerOf(heldNow().answers, ask));
      else if (held !== null && !isPrepared) prepare(held.answers);
      else break;
    }
    isAwake = false;
  }

  function wake(): void {
    if (isAwake) return;
    isAwake = true;
    void work();
  }

  function receive(message: ToWorker): void {
    switch (message.kind) {
      case 'fetch':
        replyLater(message.id, () => fetchBody(message.id, message.args));
        return;
      case 'scan':
        reply(message.id, () => builder.scan(message.args.place, takeBody(message.args.body)));
        return;
      case 'drop':
        reply(message.id, () => {
          for (const leaving of fetching.values()) leaving.abort();
          bodies.clear();
          builder.drop();
          return null;
        });
        return;
      case 'build':
        try {
          const part = builder.buildAndRelease();
          const buffers = tools.transferablesOf(part);
          post({ kind: 'done', id: message.id, result: { part, buffers } }, buffers);
        } catch (error) {
          fail(message.id, error);
        }
        return;
      case 'adopt':
        reply(message.id, () => hold(tools.mergeParts([builder.buildAndRelease(), ...message.args])));
        return;
      case 'keep':
        replyLater(message.id, () =>
          tools.createTableStore(message.args.account).keep(message.args.key, heldNow().table),
        );
        return;
      case 'restore':
        replyLater(message.id, async () => {
          const table = await tools.createTableStore(message.args.account).restore(message.args.key);
          return table === null ? null : hold(table);
        });
        return;
      case 'ask':
        asked.push(message);
        wake();
        return;
      case 'cancel': {
        fetching.get(message.id)?.abort();
        bodies.delete(message.id);
        const index = asked.findIndex(({ id }) => id === message.id);
        if (index !== -1) asked.splice(index, 1);
        return;
      }
    }
    throw new TypeError(`Not a message of this protocol: ${JSON.stringify(message)}`);
  }

  port.addEventListener('message', ({ data }) => receive(data));
}
