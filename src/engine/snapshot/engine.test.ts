import { expect, test } from 'vitest';
import { parseFilter } from '#partner-center/filter/parse.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { ChangesQuestion, DeploymentRow } from '#engine/engine.ts';
import { tableOfRows } from './columns/table.fixture.ts';
import { createSnapshotEngine, type LoadedSnapshot } from './engine.ts';
import { createFakeWorker } from './worker/fake-worker.ts';
import { createSession } from './worker/session.ts';
import { tools } from './worker/worker-tools.ts';

const row = (customerTenantId: string, licensesSold: number, licensesDeployed: number): DeploymentRow => ({
  customerTenantId,
  productId: 'p',
  channel: customerTenantId === 'D' ? 'direct' : 'reseller',
  licensesSold,
  licensesDeployed,
});

const snapshotOf = (date: string): Snapshot => ({
  processedDateTime: `${date}T00:00:00`,
  date,
  totalCount: 3,
});
const [EARLIER, LATER, OTHER] = ['2026-01-01', '2026-01-31', '2026-02-01'].map(snapshotOf) as [
  Snapshot,
  Snapshot,
  Snapshot,
];

/** An engine over a worker that holds two snapshots. */
async function engineOfTwo() {
  const rows = [
    [row('a', 5, 1), row('b', 3, 0), row('c', 2, 2)],
    [row('A', 9, 1), row('c', 1, 2), row('D', 4, 4)],
  ];
  const waiting = rows.map(tableOfRows);
  const worker = createFakeWorker({
    ...tools,
    fetch,
    mergeParts: () => waiting.shift() ?? tableOfRows([]),
  });
  const session = createSession(worker, { onFailed: (error) => expect.unreachable(error.message) });
  const loaded = new Map<string, LoadedSnapshot>();
  for (const [at, { date }] of [EARLIER, LATER].entries()) {
    const table = at + 1;
    await session.call('adopt', { table, parts: [] });
    loaded.set(date, { session, table, rows: 3, totalCount: 3 });
  }
  return { engine: createSnapshotEngine(({ date }) => loaded.get(date) ?? null), session };
}

const QUESTION: ChangesQuestion = {
  by: ['customerTenantId'],
  spare: 0,
  rankBy: 'idle',
  movers: 1,
  sort: [{ field: 'change', descending: true }],
  offset: 0,
  limit: 3,
};

function filterOf(text: string): Filter | null {
  const result = parseFilter(text);
  return result.ok ? result.filter : expect.unreachable(result.error.near);
}

test('what changed between two snapshots is told with what each side rests on', async () => {
  const { engine, session } = await engineOfTwo();
  const all = { filter: null, search: '' };
  const { coverage, ...changes } = await engine.changes(all, EARLIER, LATER, QUESTION);
  const grown = {
    key: ['A'],
    before: { licensesSold: 5, licensesDeployed: 1, idle: 4, short: 0 },
    after: { licensesSold: 9, licensesDeployed: 1, idle: 8, short: 0 },
  };
  const gone = {
    key: ['b'],
    before: { licensesSold: 3, licensesDeployed: 0, idle: 3, short: 0 },
    after: null,
  };
  expect(changes).toEqual({
    rows: [
      grown,
      { key: ['D'], before: null, after: { licensesSold: 4, licensesDeployed: 4, idle: 0, short: 0 } },
      {
        key: ['c'],
        before: { licensesSold: 2, licensesDeployed: 2, idle: 0, short: 0 },
        after: { licensesSold: 1, licensesDeployed: 2, idle: 0, short: 1 },
      },
    ],
    total: 4,
    appeared: 1,
    vanished: 1,
    up: [grown],
    down: [gone],
    before: { licensesSold: 10, licensesDeployed: 3, idle: 7, short: 0 },
    after: { licensesSold: 14, licensesDeployed: 7, idle: 8, short: 1 },
  });
  expect(coverage).toMatchObject({
    before: { engine: 'snapshot', snapshot: EARLIER, rowsRead: 3, totalCount: 3, countDisagrees: false },
    after: { engine: 'snapshot', snapshot: LATER, rowsRead: 3 },
  });

  const some = { filter: filterOf("channel eq 'DIRECT'"), search: '' };
  const ofSome = await engine.changes(some, EARLIER, LATER, QUESTION);
  expect(ofSome.rows).toMatchObject([{ key: ['D'], before: null }]);
  expect(ofSome.coverage).toMatchObject({
    before: { rowsRead: 0, totalCount: null },
    after: { rowsRead: 1 },
  });
  session.end(null);
});

test('a comparison with a snapshot that is not loaded fails', async () => {
  const { engine, session } = await engineOfTwo();
  const all = { filter: null, search: '' };
  for (const [from, to] of [
    [OTHER, LATER],
    [EARLIER, OTHER],
  ] as const) {
    await expect(engine.changes(all, from, to, QUESTION)).rejects.toMatchObject({ kind: 'browserFailed' });
  }
  session.end(null);
});
