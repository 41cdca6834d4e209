import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  LicenseDeploymentPage,
  LicenseDeploymentQuery,
  PartnerCenterClient,
} from '#partner-center/client.ts';
import { fakeService, testRow } from '#partner-center/reading/fake-service.ts';
import { createVirtualClock } from '#partner-center/virtual-clock.ts';
import type { Engine, PageQuestion } from '#engine/engine.ts';
import type { Scope } from './collect.ts';
import { createServiceEngine } from './engine.ts';

const DAY = '2026-11-22T00:00:00';
const SCOPE: Scope = {
  filter: null,
  search: '',
  snapshot: { processedDateTime: DAY, date: '2026-11-22', totalCount: 3 },
};
const FILTERED: Scope = {
  ...SCOPE,
  filter: { kind: 'comparison', field: 'channel', operator: 'eq', value: 'direct' },
};
const ROWS = ['a', 'b', 'c'].map((tenant) =>
  testRow({ customerTenantId: tenant, productName: tenant, channel: 'reseller', licensesSold: 1 }),
);
const PAGE: PageQuestion = { groupby: [], sort: [], offset: 0, limit: 10, readAll: false };

/** What has replaced the pinned snapshot: nothing, or another snapshot. */
type Replacement = 'gone' | 'another day' | 'later that day';

/**
 * A service whose snapshot is replaced before its n-th request (from 0). `latency` gives the milliseconds of each
 * answer, by the number of the request.
 */
function replacedService(replaceAt: number, by: Replacement, latency: (request: number) => number = () => 1) {
  const clock = createVirtualClock(0);
  const { client } = fakeService(ROWS);
  const asked: LicenseDeploymentQuery[] = [];
  const other = fakeService(
    ROWS.map((row) => testRow({ ...row, licensesSold: 500, processedDateTime: DAY })),
  ).client;
  const dated = (page: LicenseDeploymentPage, processedDateTime: string): LicenseDeploymentPage => ({
    ...page,
    rows: page.rows.map((row) => (row.processedDateTime === undefined ? row : { ...row, processedDateTime })),
  });
  const service: PartnerCenterClient = {
    ...client,
    licenseDeployment: async (query, options) => {
      const request = asked.length;
      asked.push(query);
      await clock.sleep(latency(request), options?.signal);
      if (request < replaceAt) return client.licenseDeployment(query, options);
      if (by === 'gone') return { rows: [], totalCount: 0, next: null };
      const page = await other.licenseDeployment(query, options);
      return dated(page, by === 'another day' ? '2026-11-21T00:00:00' : '2026-11-22T06:00:00');
    },
  };
  const checks = (): number =>
    asked.filter(({ groupby, filter, top }) => groupby.length === 0 && filter === null && top === 1).length;
  return { engine: createServiceEngine(service, clock), clock, asked, checks };
}

const QUESTIONS: Readonly<Record<string, (engine: Engine, scope: Scope) => Promise<unknown>>> = {
  summary: (engine, scope) => engine.summary(scope, scope.snapshot),
  groups: (engine, scope) =>
    engine.groups(scope, scope.snapshot, { by: ['productName'], rankBy: 'licensesSold', top: 2 }),
  members: (engine, scope) =>
    engine.members(scope, scope.snapshot, { field: 'channel', containing: '', limit: 10 }),
  'a page of groups': (engine, scope) =>
    engine.page(scope, scope.snapshot, { ...PAGE, groupby: ['productName'] }),
  'a sorted page of groups': (engine, scope) =>
    engine.page(scope, scope.snapshot, {
      ...PAGE,
      groupby: ['channel', 'productName'],
      sort: [{ field: 'licensesSold', descending: true }],
    }),
};

describe.each(Object.entries(QUESTIONS))('%s', (_, ask) => {
  test.each(['gone', 'another day', 'later that day'] as const)(
    'of a snapshot that is replaced (%s) at any moment is of the one asked for, or an error',
    async (by) => {
      const truth = await ask(createServiceEngine(fakeService(ROWS).client), SCOPE);
      for (let at = 0; at < 6; at += 1) {
        const { engine, clock } = replacedService(at, by);
        const outcome = await clock.run(
          ask(engine, SCOPE).then(
            (answer) => ({ answer }),
            (error: unknown) => ({ error }),
          ),
        );
        if ('error' in outcome) expect(outcome.error).toMatchObject({ kind: 'snapshotChanged' });
        else expect(outcome.answer).toEqual(truth);
        // The grouped answer and its check came before the snapshot was replaced, so there is no error.
        if (at >= 2) expect(outcome).toEqual({ answer: truth });
      }
    },
  );

  test('that matches nothing is checked too', async () => {
    const { engine, clock } = replacedService(0, 'gone');
    await expect(clock.run(ask(engine, FILTERED))).rejects.toMatchObject({ kind: 'snapshotChanged' });
    const there = replacedService(99, 'gone');
    await there.clock.run(ask(there.engine, FILTERED));
    expect(there.checks()).toBe(1);
  });
});

test.each([
  ['gone', `The snapshot of ${DAY} had rows, and now the service has none of it.`],
  ['later that day', `Asked for the snapshot of ${DAY}, the service sent a row of 2026-11-22T06:00:00.`],
] as const)('that a snapshot is replaced (%s) is said in words', async (by, words) => {
  const { engine, clock } = replacedService(1, by);
  await expect(clock.run(engine.summary(FILTERED, SCOPE.snapshot))).rejects.toThrow(words);
});

describe('rows, which have dates', () => {
  test('need no check', async () => {
    const { engine, clock, asked } = replacedService(99, 'gone');
    await clock.run(engine.page(SCOPE, SCOPE.snapshot, PAGE));
    expect(asked).toHaveLength(1);
  });

  test.each([PAGE, { ...PAGE, readAll: true }, { ...PAGE, offset: 7 }])(
    'where there are none, need one: %j',
    async (question) => {
      for (const scope of [SCOPE, FILTERED]) {
        const { engine, clock } = replacedService(0, 'gone');
        await expect(clock.run(engine.page(scope, scope.snapshot, question))).rejects.toMatchObject({
          kind: 'snapshotChanged',
        });
      }
    },
  );
});

describe('one check', () => {
  const askAll = (engine: Engine, scope = SCOPE) =>
    Promise.all(Object.values(QUESTIONS).map((ask) => ask(engine, scope)));

  test('is enough for all that were read together, however fast each comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 5, maxLength: 5 }),
        async (waits) => {
          const { engine, clock, asked, checks } = replacedService(99, 'gone', (at) => waits[at] ?? 1);
          await clock.run(askAll(engine));
          expect(checks()).toBe(1);
          expect(asked.at(-1)).toMatchObject({ groupby: [], top: 1, processedDateTime: DAY });
        },
      ),
    );
  });

  test('is not waited for by what comes long before the others', async () => {
    const { engine, clock, checks } = replacedService(99, 'gone', (at) => (at === 0 ? 60_000 : 1));
    const slow = engine.summary(SCOPE, SCOPE.snapshot);
    const fast = engine
      .members(SCOPE, SCOPE.snapshot, { field: 'channel', containing: '', limit: 10 })
      .then(() => clock.now());
    expect(await clock.run(fast)).toBeLessThan(1_000);
    await clock.run(slow);
    expect(checks()).toBe(2);
  });

  test('does not wait for rows, which have dates', async () => {
    const { engine, clock } = replacedService(99, 'gone', (at) => (at === 0 ? 60_000 : 1));
    const rows = engine.page(SCOPE, SCOPE.snapshot, {
      ...PAGE,
      sort: [{ field: 'licensesSold', descending: true }],
    });
    const page = engine.page(SCOPE, SCOPE.snapshot, PAGE);
    await clock.run(engine.summary(SCOPE, SCOPE.snapshot));
    expect(clock.now()).toBeLessThan(100);
    await clock.run(Promise.all([rows, page]));
  });

  test('comes with each question that is asked later', async () => {
    const { engine, clock, checks } = replacedService(99, 'gone');
    await clock.run(askAll(engine));
    await clock.run(askAll(engine, FILTERED));
    expect(checks()).toBe(2);
    // A question that was answered before is not asked again.
    await clock.run(askAll(engine));
    expect(checks()).toBe(2);
  });

  test('that nobody waits for any more is not sent', async () => {
    const { engine, clock, asked } = replacedService(99, 'gone', (at) => (at === 0 ? 60_000 : 1));
    const leaving = new AbortController();
    const both = Promise.allSettled([
      engine.summary(SCOPE, SCOPE.snapshot, { signal: leaving.signal }),
      engine.members(
        SCOPE,
        SCOPE.snapshot,
        { field: 'channel', containing: '', limit: 10 },
        { signal: leaving.signal },
      ),
    ]);
    await clock.run(clock.sleep(100));
    leaving.abort();
    expect(await clock.run(both)).toMatchObject([
      { status: 'rejected', reason: { name: 'AbortError' } },
      { status: 'rejected', reason: { name: 'AbortError' } },
    ]);
    await clock.run(clock.sleep(1_000));
    expect(asked).toHaveLength(2);
  });
});

describe('rows that the service counts anew', () => {
  /** A service whose snapshot has more rows from its n-th request on, under the same name. */
  function grownService(growAt: number, countOf: (request: number, count: number) => number | null) {
    const before = fakeService(ROWS).client;
    const after = fakeService([...ROWS, testRow({ customerTenantId: 'd', licensesSold: 7 })]);
    let requests = 0;
    const client: PartnerCenterClient = {
      ...before,
      licenseDeployment: async (query, options) => {
        const request = requests;
        requests += 1;
        const page = await (request < growAt ? before : after.client).licenseDeployment(query, options);
        return { ...page, totalCount: countOf(request, page.totalCount ?? 0) };
      },
    };
    return { engine: createServiceEngine(client), requests: () => requests };
  }

  test('are read again, so that no figure is of both', async () => {
    const { engine, requests } = grownService(1, (_, count) => count);
    expect(await engine.summary(SCOPE, SCOPE.snapshot)).toMatchObject({
      totals: { licensesSold: 10 },
      customers: 4,
    });
    // There are the reading and its check, and both once more.
    expect(requests()).toBe(4);
  });

  test('make what was kept of the fewer ones be read again too', async () => {
    const { engine } = grownService(2, (_, count) => count);
    expect(await engine.summary(SCOPE, SCOPE.snapshot)).toMatchObject({ customers: 3 });
    await engine.members(SCOPE, SCOPE.snapshot, { field: 'channel', containing: '', limit: 10 });
    expect(await engine.summary(SCOPE, SCOPE.snapshot)).toMatchObject({ customers: 4 });
  });

  test('are read again once, where each count is another one, and not where there is none', async () => {
    const wild = grownService(0, (request) => 100 + request);
    expect(await wild.engine.summary(SCOPE, SCOPE.snapshot)).toMatchObject({ customers: 4 });
    expect(wild.requests()).toBe(4);
    const silent = grownService(0, () => null);
    expect(await silent.engine.summary(SCOPE, SCOPE.snapshot)).toMatchObject({ customers: 4 });
    expect(silent.requests()).toBe(2);
  });
});

test('what whoever asks checks is asked for once, and not kept', async () => {
  const { engine, clock, asked } = replacedService(1, 'gone');
  const options = { isUnchecked: true };
  const of = (scope: Scope) => engine.totals(scope, scope.snapshot, {}, options);
  expect(await clock.run(of(FILTERED))).toMatchObject({ totals: { licensesSold: 0 } });
  expect(await clock.run(engine.totals(SCOPE, SCOPE.snapshot, {}, options).catch(String))).toContain(
    'the service has none of it',
  );
  expect(asked).toHaveLength(2);
});
