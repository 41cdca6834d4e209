import { exchangeBy, type Outgoing } from '#partner-center/exchange.ts';
import { parseFilter } from '#partner-center/filter/parse.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { nextTurn } from '#partner-center/turn.ts';
import { anomaliesOfTables } from '#engine/snapshot/answers/anomalies/anomalies-of-tables.ts';
import { changesOfTables } from '#engine/snapshot/answers/changes/changes-of-tables.ts';
import { bytesToKeep, createSharedBudget, type Budget } from '#engine/snapshot/answers/memory-budget.ts';
import type { TableAnswers, TableScope } from '#engine/snapshot/answers/table-answers.ts';
import { bytesOfTable } from '#engine/snapshot/columns/bytes-of-table.ts';
import type { Table } from '#engine/snapshot/columns/table.ts';
import type { Part, PartBuilder } from '#engine/snapshot/load/part-builder.ts';
import type { TableStore } from '#engine/snapshot/store/table-store.ts';
import { packRows } from './packed-rows.ts';
import {
  failureOf,
  fetchedHeadOf,
  type AnswerTo,
  type Ask,
  type BodyId,
  type Fetched,
  type FromWorker,
  type Held,
  type TableId,
  type ToWorker,
} from './protocol.ts';

/** What a worker works with. */
export type Tools = {
  readonly fetch: typeof fetch;
  readonly createPartBuilder: () => PartBuilder;
  readonly transferablesOf: (part: Part) => readonly ArrayBuffer[];
  readonly mergeParts: (parts: readonly Part[]) => Table;
  readonly createTableAnswers: (table: Table, budget: Budget) => TableAnswers;
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
  if (!result.ok) throw new Error(`The filter cannot be read at position ${result.error.position}.`);
  return result.filter;
}

function answerOf([answers, earlier]: readonly [TableAnswers, ...TableAnswers[]], ask: Ask): unknown {
  const scope: TableScope = { filter: filterOf(ask.filter), search: ask.search };
  switch (ask.name) {
    case 'totals':
      return answers.totals(scope, ask.question);
    case 'summary':
      return answers.summary(scope);
    case 'groups':
      return answers.groups(scope, ask.question);
    case 'page': {
      const page = answers.page(scope, ask.question);
      return { ...page, rows: packRows(page.rows) } satisfies AnswerTo<'page'>;
    }
    case 'members':
      return answers.members(scope, ask.question);
    case 'standing':
      return answers.standing(scope, ask.question);
    case 'changes':
      return changesOfTables(earlier ?? answers, answers, scope, ask.question);
    case 'anomalies':
      return anomaliesOfTables(earlier ?? null, answers, scope, ask.question);
  }
}

/** A table to answer from. */
type HeldTable = {
  readonly id: TableId;
  readonly table: Table;
  readonly answers: TableAnswers;
  /** What the table takes without its indexes and results. */
  readonly bytes: number;
  isPrepared: boolean;
  /** Grows with each question on screen: the table with the most is the one that is looked at. */
  lastSeen: number;
};

/**
 * Does what the messages on a port ask for: all a worker is. It reads pages into a part that it gives away, or it holds
 * tables and answers questions about them. Questions wait their turn, what the person looks at before what is asked
 * behind it; each runs to its end, and messages come in between. With nothing to answer it prepares for later
 * questions, first those about the table that is looked at.
 */
export function serve(port: ServedPort, tools: Tools): void {
  let builder: PartBuilder | null = null;
  const held = new Map<TableId, HeldTable>();
  /** Tables that go once their last question is answered. */
  const released = new Set<TableId>();
  const budget = createSharedBudget(() => {
    let [rows, bytes] = [0, 0];
    for (const { table, answers, bytes: own } of held.values()) {
      rows += table.rows;
      bytes += own + answers.bytesOfIndexes();
    }
    return bytesToKeep(rows, bytes);
  });
  let seen = 0;
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

  /** Fetches a response. Its body waits here under the id of the message that asked for it. */
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

  function builderNow(): PartBuilder {
    builder ??= tools.createPartBuilder();
    return builder;
  }

  function tableOf(id: TableId): HeldTable {
    const found = held.get(id);
    if (found === undefined) throw new Error('This worker holds no such table.');
    return found;
  }

  const bytesNow = ({ bytes, answers }: HeldTable): number => bytes + answers.bytesHeld();

  function hold(id: TableId, table: Table): Held {
    const answers = tools.createTableAnswers(table, budget.ofTable());
    const taken = { id, table, answers, bytes: bytesOfTable(table), isPrepared: false, lastSeen: 0 };
    held.set(id, taken);
    wake();
    return { rows: table.rows, bytes: bytesNow(taken) };
  }

  function dropReleased(): void {
    for (const id of released) {
      if (asked.some(({ tables }) => tables.includes(id))) continue;
      held.get(id)?.answers.forget();
      held.delete(id);
      released.delete(id);
    }
  }

  /** Notes which tables are looked at: they are prepared before others. */
  function noteSeen({ tables, priority }: Ask): void {
    for (const id of tables.toReversed()) {
      const table = tableOf(id);
      if (released.has(id)) throw new Error('This table was released.');
      if (priority !== 'visible') continue;
      seen += 1;
      table.lastSeen = seen;
    }
  }

  function nextToPrepare(): HeldTable | null {
    let found: HeldTable | null = null;
    for (const table of held.values()) {
      if (table.isPrepared || released.has(table.id)) continue;
      if (found === null || table.lastSeen > found.lastSeen) found = table;
    }
    return found;
  }

  /** Prepares one thing; what fails is left to the question that needs it, which then says why. */
  function prepare(table: HeldTable): void {
    try {
      table.isPrepared = !table.answers.prepare();
    } catch {
      table.isPrepared = true;
    }
    if (table.isPrepared) post({ kind: 'prepared', table: table.id, bytes: bytesNow(table) });
  }

  async function work(): Promise<void> {
    for (;;) {
      // What has arrived meanwhile comes first: it may be a more urgent question, or say that this one is not wanted.
      await nextTurn();
      const visible = asked.findIndex(({ priority }) => priority === 'visible');
      const [ask] = asked.splice(Math.max(visible, 0), 1);
      if (ask !== undefined) {
        const [first, ...others] = ask.tables;
        reply(ask.id, () => answerOf([answersOf(first), ...others.map(answersOf)], ask));
        dropReleased();
        continue;
      }
      const next = nextToPrepare();
      if (next === null) break;
      prepare(next);
    }
    isAwake = false;
  }

  const answersOf = (id: TableId): TableAnswers => tableOf(id).answers;

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
        reply(message.id, () => builderNow().scan(message.args.place, takeBody(message.args.body)));
        return;
      case 'drop':
        reply(message.id, () => {
          for (const leaving of fetching.values()) leaving.abort();
          bodies.clear();
          builder?.drop();
          return null;
        });
        return;
      case 'build':
        try {
          const part = builderNow().buildAndRelease();
          const buffers = tools.transferablesOf(part);
          post({ kind: 'done', id: message.id, result: { part, buffers } }, buffers);
        } catch (error) {
          fail(message.id, error);
        }
        return;
      case 'adopt':
        reply(message.id, () => hold(message.args.table, tools.mergeParts(message.args.parts)));
        return;
      case 'keep':
        replyLater(message.id, () => {
          const { account, key, table } = message.args;
          return tools.createTableStore(account).keep(key, tableOf(table).table);
        });
        return;
      case 'restore':
        replyLater(message.id, async () => {
          const { account, key, table } = message.args;
          const restored = await tools.createTableStore(account).restore(key);
          return restored === null ? null : hold(table, restored);
        });
        return;
      case 'release':
        reply(message.id, () => {
          released.add(message.args.table);
          dropReleased();
          return null;
        });
        return;
      case 'ask':
        try {
          noteSeen(message);
          asked.push(message);
          wake();
        } catch (error) {
          fail(message.id, error);
        }
        return;
      case 'cancel': {
        fetching.get(message.id)?.abort();
        bodies.delete(message.id);
        const index = asked.findIndex(({ id }) => id === message.id);
        if (index !== -1) asked.splice(index, 1);
        dropReleased();
        return;
      }
    }
    throw new TypeError(`Not a message of this protocol: ${JSON.stringify(message)}`);
  }

  port.addEventListener('message', ({ data }) => receive(data));
}
