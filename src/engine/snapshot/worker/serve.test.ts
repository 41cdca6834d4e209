import { describe, expect, test } from 'vitest';
import { PartnerCenterError } from '#partner-center/error.ts';
import { NotReceived } from '#partner-center/exchange.ts';
import type { Priority } from '#partner-center/queue.ts';
import { NotJson, UnreadableBody } from '#partner-center/response.ts';
import type { Summary } from '#engine/engine.ts';
import type { Budget } from '#engine/snapshot/answers/memory-budget.ts';
import {
  createTableAnswers,
  type ComparableGroups,
  type OfTable,
  type TableAnswers,
} from '#engine/snapshot/answers/table-answers.ts';
import { createDictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import type { Table } from '#engine/snapshot/columns/table.ts';
import { mergeParts } from '#engine/snapshot/load/merge-parts.ts';
import { createPartBuilder, transferablesOf, type ScannedPage } from '#engine/snapshot/load/part-builder.ts';
import { StorageRefused } from '#engine/snapshot/store/storage-refused.ts';
import { createFakeWorker } from './fake-worker.ts';
import type { TableId } from './protocol.ts';
import type { Tools } from './serve.ts';
import { createSession, type Session } from './session.ts';

const DAY = '2026-11-22T00:00:00';

const TABLE: TableId = 1;
/** A table without rows. */
const EMPTY = { table: TABLE, parts: [] };

const NOTHING: OfTable<Summary> = {
  totals: { licensesSold: 0, licensesDeployed: 0 },
  customers: 0,
  bands: [],
  customersWithoutSold: 0,
  customersOver: 0,
  rowsRead: 0,
};

/** A page of one row whose customer is `name`. */
function pageOf(name: string): string {
  const row = { processedDateTime: DAY, customerName: name, licensesDeployed: 1, licensesSold: 2 };
  return JSON.stringify({ Value: [row], '@nextLink': null, TotalCount: 1 });
}

/** Has a worker fetch and scan a text; the address is its own answer. */
async function scan(session: Session, place: number, text: string): Promise<ScannedPage> {
  const url = `data:application/json,${encodeURIComponent(text)}`;
  const fetched = await session.call('fetch', { url, headers: {} });
  if (!fetched.ok) throw new Error(fetched.text);
  return session.call('scan', { place, body: fetched.body });
}

/** A worker whose answers only note that they were asked. */
function workerOf(tools: Partial<Tools> = {}, preparations = 0) {
  const did: string[] = [];
  let left = preparations;
  const answers: TableAnswers = {
    totals: () => ({ totals: { licensesSold: 0, licensesDeployed: 0 }, rowsRead: 0 }),
    summary: ({ search }) => {
      did.push(search);
      return NOTHING;
    },
    groups: () => {
      throw new RangeError('Array buffer allocation failed');
    },
    page: () => ({ rows: [], total: 0, isEndKnown: true, order: 'asked', totals: null, rowsRead: 0 }),
    members: () => ({ members: [], total: 0, rowsRead: 0 }),
    nextQuestion: () => undefined,
    standing: () => ({ totals: null, similar: null, rowsRead: 0 }),
    comparable: () => {
      throw new RangeError('Array buffer allocation failed');
    },
    prepare: () => {
      if (left === 0) return false;
      left -= 1;
      did.push('prepared one');
      return true;
    },
    forget: () => undefined,
    bytesOfIndexes: () => 0,
    bytesHeld: () => 1_000_000,
  };
  const failures: PartnerCenterError[] = [];
  const prepared: { readonly table: TableId; readonly bytes: number }[] = [];
  const worker = createFakeWorker({
    fetch,
    createPartBuilder,
    transferablesOf,
    mergeParts,
    createTableAnswers: () => answers,
    createTableStore: () => ({
      keep: () => Promise.reject(new StorageRefused('full')),
      restore: () => Promise.resolve(null),
    }),
    ...tools,
  });
  const session = createSession(worker, {
    onFailed: (error) => failures.push(error),
    onPrepared: (table, bytes) => prepared.push({ table, bytes }),
  });
  return { session, worker, did, failures, prepared };
}

function ask(session: Session, search: string, priority: Priority = 'visible', signal?: AbortSignal) {
  return session.ask(
    { name: 'summary', question: null, tables: [TABLE], filter: '', search, priority },
    signal,
  );
}

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('questions', () => {
  test('what is looked at goes first, each in the order it was asked', async () => {
    const { session, did } = workerOf();
    await session.call('adopt', EMPTY);
    await Promise.all([
      ask(session, 'behind 1', 'background'),
      ask(session, 'behind 2', 'background'),
      ask(session, 'seen 1'),
      ask(session, 'seen 2'),
    ]);
    expect(did).toEqual(['seen 1', 'seen 2', 'behind 1', 'behind 2']);
    session.end(null);
  });

  test('one that is taken back is never begun, and ends with its own reason', async () => {
    const { session, did } = workerOf();
    await session.call('adopt', EMPTY);
    const leaving = new AbortController();
    const left = failureOf(ask(session, 'left', 'background', leaving.signal));
    const stayed = ask(session, 'stayed', 'background');
    const reason = new DOMException('Gone', 'AbortError');
    leaving.abort(reason);
    expect(await left).toBe(reason);
    await stayed;
    expect(did).toEqual(['stayed']);
    expect(await failureOf(ask(session, 'late', 'visible', leaving.signal))).toBe(reason);
    session.end(null);
  });

  test('they get in between the things that are prepared', async () => {
    const { session, did, prepared } = workerOf({}, 50);
    await session.call('adopt', EMPTY);
    await ask(session, 'asked');
    expect(did.indexOf('asked')).toBeLessThan(10);
    while (prepared.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(did.filter((what) => what === 'prepared one')).toHaveLength(50);
    expect(prepared).toEqual([{ table: TABLE, bytes: 1_000_000 }]);
    session.end(null);
  });

  test('one that fails says so and leaves the others', async () => {
    const { session, did } = workerOf();
    await session.call('adopt', EMPTY);
    const question = { by: [], rankBy: 'licensesSold', top: 1 } as const;
    const failing = session.ask({
      name: 'groups',
      question,
      tables: [TABLE],
      filter: '',
      search: '',
      priority: 'visible',
    });
    const other = ask(session, 'other');
    expect(await failureOf(failing)).toMatchObject({
      kind: 'browserFailed',
      description: 'Array buffer allocation failed',
    });
    await other;
    expect(did).toEqual(['other']);
    session.end(null);
  });

  test('a filter as deep as it may be arrives', async () => {
    const { session } = workerOf();
    await session.call('adopt', EMPTY);
    const filter = `${'('.repeat(20_000)}channel eq 'a'${')'.repeat(20_000)}`;
    const asked = session.ask({
      name: 'summary',
      question: null,
      tables: [TABLE],
      filter,
      search: '',
      priority: 'visible',
    });
    expect(await asked).toEqual(NOTHING);
    session.end(null);
  });

  test('without a table there is an error, not a wait', async () => {
    const { session } = workerOf();
    expect(await failureOf(ask(session, 'early'))).toBeInstanceOf(PartnerCenterError);
    session.end(null);
  });
});

describe('pages', () => {
  test('those of several workers become one table, in the order of their places', async () => {
    const names: (string | null)[] = [];
    const [first, second] = [workerOf(), workerOf()];
    await scan(first.session, 2, pageOf('c'));
    await scan(second.session, 1, pageOf('b'));
    await scan(first.session, 0, pageOf('a'));
    const answering = workerOf({
      mergeParts: (parts) => {
        const table = mergeParts(parts);
        const { codes, dictionary } = table.texts.customerName;
        for (const code of codes) names.push(dictionary[code] ?? null);
        return table;
      },
    });
    const moved = await Promise.all([first, second].map(({ session }) => session.call('build', null)));
    const buffers = moved.flatMap((part) => part.buffers);
    const parts = moved.map(({ part }) => part);
    const held = await answering.session.call('adopt', { table: TABLE, parts }, { transfer: buffers });
    expect(names).toEqual(['a', 'b', 'c']);
    expect(held.rows).toBe(3);
    // Moved, not copied.
    expect(buffers.every(({ byteLength }) => byteLength === 0)).toBe(true);
    for (const { session } of [first, second, answering]) session.end(null);
  });

  test('what was dropped, or given away, does not come again', async () => {
    const { session } = workerOf();
    await scan(session, 0, pageOf('a'));
    await session.call('drop', null);
    await scan(session, 0, pageOf('b'));
    await session.call('build', null);
    await scan(session, 0, pageOf('c'));
    const { part, buffers } = await session.call('build', null);
    expect(part.pages).toEqual([{ place: 0, rows: 1 }]);
    const adopting = session.call('adopt', { table: TABLE, parts: [part] }, { transfer: buffers });
    expect(await adopting).toMatchObject({ rows: 1 });
    session.end(null);
  });

  test('what is no page fails as a reader of the client does, and leaves the rest', async () => {
    const { session } = workerOf();
    const broken = await failureOf(scan(session, 0, '{"Value": [{"custo'));
    expect(broken).toBeInstanceOf(NotJson);
    expect(broken).toMatchObject({ isWebPage: false });
    expect(await failureOf(scan(session, 0, '<!doctype html>'))).toMatchObject({
      name: 'NotJson',
      isWebPage: true,
    });
    const wrong = await failureOf(scan(session, 0, '{"Value": [{"licensesSold": -1}]}'));
    expect(wrong).toBeInstanceOf(UnreadableBody);
    expect(wrong).toMatchObject({ message: expect.stringMatching(/^Row 0 /) as string });
    await scan(session, 0, pageOf('a'));
    const { part } = await session.call('build', null);
    expect(part.pages).toEqual([{ place: 0, rows: 1 }]);
    session.end(null);
  });
});

/** No groups of a table. */
const comparableOf = (table: Table): ComparableGroups => ({
  table,
  index: createDictionaryIndex(table),
  groups: {
    fields: ['channel'],
    count: 0,
    keys: [new Uint8Array()],
    licensesSold: new Uint32Array(),
    licensesDeployed: new Uint32Array(),
  },
  totals: NOTHING.totals,
  rowsRead: 0,
});

describe('several tables', () => {
  /** A worker of tables whose answers note what they did, by the order in which the tables came. */
  async function workerOfTables(count: number, preparations = 0) {
    const did: string[] = [];
    let created = 0;
    const { session, prepared } = workerOf({
      createTableAnswers: () => {
        created += 1;
        const name = created;
        let left = preparations;
        const note = <T>(what: string, result: T): T => {
          did.push(`${name} ${what}`);
          return result;
        };
        return {
          totals: () => note('totals', { totals: NOTHING.totals, rowsRead: 0 }),
          summary: ({ search }) => note(search, NOTHING),
          groups: () =>
            note('groups', { top: [], other: null, total: { ...NOTHING.totals, groups: 0 }, rowsRead: 0 }),
          page: () =>
            note('page', { rows: [], total: 0, isEndKnown: true, order: 'asked', totals: null, rowsRead: 0 }),
          members: () => note('members', { members: [], total: 0, rowsRead: 0 }),
          nextQuestion: () => undefined,
          standing: () => note('standing', { totals: null, similar: null, rowsRead: 0 }),
          comparable: () => note('comparable', comparableOf(tableOfRows([]))),
          prepare: () => {
            left -= 1;
            return left >= 0 ? note('prepares', true) : false;
          },
          forget: () => note('goes', undefined),
          bytesOfIndexes: () => 0,
          bytesHeld: () => 1000 * name,
        };
      },
    });
    const adopt = (table: TableId) => session.call('adopt', { table, parts: [] });
    for (let table = 1; table <= count; table += 1) await adopt(table);
    return { session, did, prepared, adopt };
  }

  const askOf = (session: Session, table: TableId, search: string, priority: Priority = 'visible') =>
    session.ask({ name: 'summary', question: null, tables: [table], filter: '', search, priority });

  test('each question is about its own', async () => {
    const { session, did } = await workerOfTables(2);
    await Promise.all([askOf(session, 2, 'a'), askOf(session, 1, 'b'), askOf(session, 2, 'c')]);
    expect(did).toEqual(['2 a', '1 b', '2 c']);
    expect(await failureOf(askOf(session, 3, 'd'))).toMatchObject({ kind: 'browserFailed' });
    session.end(null);
  });

  test('a question about two is answered from both, the earlier one first', async () => {
    const { session, did } = await workerOfTables(2);
    const changes = await session.ask({
      name: 'changes',
      question: { by: ['channel'], rankBy: 'licensesSold', movers: 1, sort: [], offset: 0, limit: 1 },
      tables: [2, 1],
      filter: '',
      search: '',
      priority: 'visible',
    });
    expect(did).toEqual(['1 comparable', '2 comparable']);
    expect(changes).toMatchObject({ total: 0, rowsRead: { before: 0, after: 0 } });
    session.end(null);
  });

  test('one that is released answers what it was asked before, and nothing later', async () => {
    const { session, did } = await workerOfTables(2);
    const before = [askOf(session, 1, 'behind', 'background'), askOf(session, 1, 'seen')];
    const released = session.call('release', { table: 1 });
    const late = failureOf(askOf(session, 1, 'late'));
    const other = askOf(session, 2, 'other');
    await released;
    await Promise.all([...before, other]);
    expect(await late).toMatchObject({ kind: 'browserFailed' });
    expect(did).toEqual(['1 seen', '2 other', '1 behind', '1 goes']);
    session.end(null);
  });

  test('one that is released goes where its last question is taken back, or where there is none', async () => {
    const { session, did, adopt } = await workerOfTables(2);
    const leaving = new AbortController();
    const asked = {
      name: 'summary',
      question: null,
      filter: '',
      search: 'left',
      priority: 'visible',
    } as const;
    const left = failureOf(session.ask({ ...asked, tables: [1, 2] }, leaving.signal));
    const released = session.call('release', { table: 1 });
    leaving.abort();
    await Promise.all([left, released]);
    await session.call('release', { table: 2 });
    expect(did).toEqual(['1 goes', '2 goes']);
    // One that this worker does not hold is none that stays.
    await session.call('release', { table: 3 });
    await adopt(3);
    await askOf(session, 3, 'new');
    expect(did.at(-1)).toBe('3 new');
    session.end(null);
  });

  test('the one that is looked at is prepared first, then the others', async () => {
    const { session, did, prepared } = await workerOfTables(0, 3);
    // All of this arrives before anything is prepared.
    void session.call('adopt', { table: 1, parts: [] });
    void session.call('adopt', { table: 2, parts: [] });
    void session.call('adopt', { table: 3, parts: [] });
    void askOf(session, 1, 'behind', 'background');
    void askOf(session, 3, 'before');
    await askOf(session, 2, 'seen');
    await expect.poll(() => prepared).toHaveLength(3);
    expect(prepared.map(({ table }) => table)).toEqual([2, 3, 1]);
    expect(did.filter((what) => what.endsWith('prepares'))).toEqual(
      [2, 2, 2, 3, 3, 3, 1, 1, 1].map((table) => `${table} prepares`),
    );
    expect(prepared[0]?.bytes).toBe(2000);
    session.end(null);
  });

  test('share what may be kept of their answers, less than one alone has where both take much', async () => {
    const budgets: Budget[] = [];
    const { session } = workerOf({
      createTableAnswers: (table, budget) => {
        budgets.push(budget);
        return { ...createTableAnswers(table), bytesOfIndexes: () => 45_000_000 };
      },
      mergeParts: () => ({ ...mergeParts([]), rows: 1_000_000 }),
    });
    const keep = (budget: Budget | undefined): number => {
      const store = budget?.store<string>(() => 3_000_000);
      for (const key of 'abcdefgh') {
        budget?.nextQuestion();
        store?.get(key, () => key);
      }
      return budgets.reduce((sum, { bytesHeld }) => sum + bytesHeld(), 0);
    };
    await session.call('adopt', { table: 1, parts: [] });
    const alone = keep(budgets[0]);
    await session.call('adopt', { table: 2, parts: [] });
    const both = keep(budgets[1]);
    expect([alone, both].map((bytes) => Math.round(bytes / 1_000_000))).toEqual([15, 9]);
    session.end(null);
  });

  test('what is released is prepared no more', async () => {
    const { session, did, prepared } = await workerOfTables(0, 3);
    void session.call('adopt', { table: 1, parts: [] });
    void session.call('adopt', { table: 2, parts: [] });
    await session.call('release', { table: 1 });
    await expect.poll(() => prepared).toHaveLength(1);
    expect(did).not.toContain('1 prepares');
    session.end(null);
  });
});

describe('responses', () => {
  const REQUEST = { url: 'https://service.example/page', headers: { Authorization: 'Bearer token' } };

  /** A worker whose network is `send`. */
  const workerWith = (send: (request: Request) => Promise<Response>) =>
    workerOf({ fetch: (input, init) => send(new Request(input, init)) });

  test('a body stays where it was fetched, its head comes back', async () => {
    const sent: Request[] = [];
    const { session } = workerWith((request) => {
      sent.push(request);
      return Promise.resolve(new Response(pageOf('a'), { headers: { 'MS-RequestId': 'r' } }));
    });
    const fetched = await session.call('fetch', REQUEST);
    expect(sent.map(({ url, headers }) => [url, headers.get('Authorization')])).toEqual([
      [REQUEST.url, 'Bearer token'],
    ]);
    expect(fetched).toEqual({
      status: 200,
      headers: expect.arrayContaining([['ms-requestid', 'r']]) as unknown,
      ok: true,
      body: expect.any(Number) as number,
    });
    const body = fetched.ok ? fetched.body : -1;
    expect(await session.call('scan', { place: 0, body })).toMatchObject({ rows: 1 });
    // Once.
    expect(await failureOf(session.call('scan', { place: 1, body }))).toMatchObject({
      kind: 'browserFailed',
    });
    session.end(null);
  });

  test('another status comes with its text', async () => {
    const { session } = workerWith(() => Promise.resolve(new Response('{"code": 1}', { status: 429 })));
    expect(await session.call('fetch', REQUEST)).toMatchObject({
      status: 429,
      ok: false,
      text: '{"code": 1}',
    });
    session.end(null);
  });

  test('no response, and one that breaks off, are told apart', async () => {
    const { session } = workerWith(() => Promise.reject(new TypeError('Failed to fetch')));
    const begun: unknown[] = [];
    const onBegun = (head: unknown) => begun.push(head);
    expect(await failureOf(session.call('fetch', REQUEST, { onBegun }))).toBeInstanceOf(NotReceived);
    expect(begun).toEqual([]);
    session.end(null);
    const broken = workerWith(() => {
      const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError('reset')) });
      return Promise.resolve(new Response(body, { status: 206, headers: { 'MS-RequestId': 'r' } }));
    });
    const failure = await failureOf(broken.session.call('fetch', REQUEST, { onBegun }));
    expect(failure).toBeInstanceOf(NotReceived);
    expect(begun).toEqual([{ status: 206, headers: [['ms-requestid', 'r']] }]);
    broken.session.end(null);
  });

  test.each(['taken back', 'dropped'])('one that is %s is left by the worker too', async (how) => {
    let begin: (signal: AbortSignal) => void;
    const begun = new Promise<AbortSignal>((resolve) => {
      begin = resolve;
    });
    const { session } = workerWith(({ signal }) => {
      begin(signal);
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
      });
    });
    const leaving = new AbortController();
    const left = failureOf(session.call('fetch', REQUEST, { signal: leaving.signal }));
    const signal = await begun;
    const gone = new Promise((resolve) => {
      signal.addEventListener('abort', resolve);
    });
    if (how === 'dropped') await session.call('drop', null);
    else leaving.abort(new DOMException('Gone', 'AbortError'));
    await gone;
    expect(await left).toMatchObject(how === 'dropped' ? {} : { name: 'AbortError', message: 'Gone' });
    session.end(null);
  });
});

test('a refusal to store keeps its reason', async () => {
  const { session } = workerOf();
  await session.call('adopt', EMPTY);
  const refusal = await failureOf(session.call('keep', { account: 'a', key: 'k', table: TABLE }));
  expect(refusal).toBeInstanceOf(StorageRefused);
  expect(refusal).toMatchObject({ reason: 'full' });
  expect(await session.call('restore', { account: 'a', key: 'k', table: TABLE })).toBeNull();
  session.end(null);
});

describe('the end of a worker', () => {
  test('a crash fails what waits and all that comes, once', async () => {
    const { session, worker, failures } = workerOf();
    const waiting = failureOf(session.call('adopt', EMPTY));
    worker.crash();
    expect(await waiting).toMatchObject({ kind: 'browserFailed' });
    expect(await failureOf(ask(session, 'late'))).toMatchObject({ kind: 'browserFailed' });
    worker.crash();
    expect(failures).toHaveLength(1);
  });

  test('one that was ended tells why', async () => {
    const { session, failures } = workerOf();
    const reason = new DOMException('Dropped', 'AbortError');
    const waiting = failureOf(session.call('adopt', EMPTY));
    session.end(reason);
    expect(await waiting).toBe(reason);
    expect(await failureOf(ask(session, 'late'))).toBe(reason);
    expect(failures).toEqual([]);
  });
});
