import { describe, expect, test } from 'vitest';
import { PartnerCenterError } from '#partner-center/error.ts';
import { NotReceived } from '#partner-center/exchange.ts';
import type { Priority } from '#partner-center/queue.ts';
import { NotJson, UnreadableBody } from '#partner-center/response.ts';
import type { Summary } from '#engine/engine.ts';
import type { OfTable, TableAnswers } from '#engine/snapshot/answers/table-answers.ts';
import { mergeParts } from '#engine/snapshot/load/merge-parts.ts';
import { createPartBuilder, transferablesOf, type ScannedPage } from '#engine/snapshot/load/part-builder.ts';
import { StorageRefused } from '#engine/snapshot/store/storage-refused.ts';
import { createFakeWorker } from './fake-worker.ts';
import type { Tools } from './serve.ts';
import { createSession, type Session } from './session.ts';

const DAY = '2026-11-22T00:00:00';

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
    prepare: () => {
      if (left === 0) return false;
      left -= 1;
      did.push('prepared one');
      return true;
    },
    forget: () => undefined,
    bytesHeld: () => 1_000_000,
  };
  const failures: PartnerCenterError[] = [];
  const prepared: number[] = [];
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
    onPrepared: (bytes) => prepared.push(bytes),
  });
  return { session, worker, did, failures, prepared };
}

function ask(session: Session, search: string, priority: Priority = 'visible', signal?: AbortSignal) {
  return session.ask({ name: 'summary', question: null, filter: '', search, priority }, signal);
}

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('questions', () => {
  test('what is looked at goes first, each in the order it was asked', async () => {
    const { session, did } = workerOf();
    await session.call('adopt', []);
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
    await session.call('adopt', []);
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
    await session.call('adopt', []);
    await ask(session, 'asked');
    expect(did.indexOf('asked')).toBeLessThan(10);
    while (prepared.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(did.filter((what) => what === 'prepared one')).toHaveLength(50);
    expect(prepared).toEqual([1_000_000]);
    session.end(null);
  });

  test('one that fails says so and leaves the others', async () => {
    const { session, did } = workerOf();
    await session.call('adopt', []);
    const question = { by: [], rankBy: 'licensesSold', top: 1 } as const;
    const failing = session.ask({ name: 'groups', question, filter: '', search: '', priority: 'visible' });
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
    await session.call('adopt', []);
    const filter = `${'('.repeat(20_000)}channel eq 'a'${')'.repeat(20_000)}`;
    const asked = session.ask({ name: 'summary', question: null, filter, search: '', priority: 'visible' });
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
    const first = workerOf({
      mergeParts: (parts) => {
        const table = mergeParts(parts);
        const { codes, dictionary } = table.texts.customerName;
        for (const code of codes) names.push(dictionary[code] ?? null);
        return table;
      },
    });
    const second = workerOf();
    await scan(first.session, 2, pageOf('c'));
    await scan(second.session, 1, pageOf('b'));
    await scan(first.session, 0, pageOf('a'));
    const { part, buffers } = await second.session.call('build', null);
    const held = await first.session.call('adopt', [part], { transfer: buffers });
    expect(names).toEqual(['a', 'b', 'c']);
    expect(held.rows).toBe(3);
    // Moved, not copied.
    expect(buffers.every(({ byteLength }) => byteLength === 0)).toBe(true);
    first.session.end(null);
    second.session.end(null);
  });

  test('what was dropped, or given away, does not come again', async () => {
    const { session } = workerOf();
    await scan(session, 0, pageOf('a'));
    await session.call('drop', null);
    await scan(session, 0, pageOf('b'));
    await session.call('build', null);
    await scan(session, 0, pageOf('c'));
    expect(await session.call('adopt', [])).toMatchObject({ rows: 1 });
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
    expect(await session.call('adopt', [])).toMatchObject({ rows: 1 });
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
  await session.call('adopt', []);
  const refusal = await failureOf(session.call('keep', { account: 'a', key: 'k' }));
  expect(refusal).toBeInstanceOf(StorageRefused);
  expect(refusal).toMatchObject({ reason: 'full' });
  expect(await session.call('restore', { account: 'a', key: 'k' })).toBeNull();
  session.end(null);
});

describe('the end of a worker', () => {
  test('a crash fails what waits and all that comes, once', async () => {
    const { session, worker, failures } = workerOf();
    const waiting = failureOf(session.call('adopt', []));
    worker.crash();
    expect(await waiting).toMatchObject({ kind: 'browserFailed' });
    expect(await failureOf(ask(session, 'late'))).toMatchObject({ kind: 'browserFailed' });
    worker.crash();
    expect(failures).toHaveLength(1);
  });

  test('one that was ended tells why', async () => {
    const { session, failures } = workerOf();
    const reason = new DOMException('Dropped', 'AbortError');
    const waiting = failureOf(session.call('adopt', []));
    session.end(reason);
    expect(await waiting).toBe(reason);
    expect(await failureOf(ask(session, 'late'))).toBe(reason);
    expect(failures).toEqual([]);
  });
});
