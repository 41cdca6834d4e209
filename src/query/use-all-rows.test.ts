import { beforeEach, expect, test, vi } from 'vitest';
import type { Changes, ChangesQuestion, DeploymentRow, Page } from '#engine/engine.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import { coverage, fakeSource, LOADED, settled, TODAY, usedWith } from './fake-source.ts';
import { useAllRows, type AllRows, type SomeRows } from './use-all-rows.ts';
import { useRows } from './use-license-deployment.ts';

beforeEach(() => {
  vi.stubGlobal('window', fakeWindow({}));
});

const VIEW: View = { ...DEFAULT_VIEW, page: 7, pageSize: 10 };

const pageOf = (count: number, total: number): Page => ({
  rows: Array.from({ length: count }, (): DeploymentRow => ({ licensesSold: 1, licensesDeployed: 0 })),
  total,
  isEndKnown: true,
  order: 'asked',
  totals: { licensesSold: total, licensesDeployed: 0 },
  coverage: coverage('service'),
});

/** Reads all rows, one part after the other, where each question is answered by so many rows. */
async function readOf(
  { read }: AllRows,
  asked: ReturnType<typeof fakeSource>['service']['asked'],
  counts: readonly number[],
  total: number,
): Promise<readonly SomeRows[]> {
  const seen: SomeRows[] = [];
  const reading = (async () => {
    for await (const some of read(new AbortController().signal)) seen.push(some);
  })();
  for (const [at, count] of counts.entries()) {
    await settled();
    asked[at]?.answer(pageOf(count, total));
  }
  await reading;
  return seen;
}

test('all rows are read, some after the other, whatever page is looked at', async () => {
  const { source, service } = fakeSource();
  const page = usedWith(source, () => useAllRows(VIEW));
  expect(page.now()).toBeNull();
  await settled();
  const all = page.now();
  expect(all?.snapshot).toBe(TODAY);
  if (all === null) throw new Error('The snapshot is not known.');
  const seen = await readOf(all, service.asked, [2_500, 500], 3_000);
  expect(seen.map(({ rows, total, totals }) => [rows.length, total, totals?.licensesSold])).toEqual([
    [2_500, 3_000, 3_000],
    [500, 3_000, 3_000],
  ]);
  expect(seen[0]?.coverage).toEqual(coverage('service'));
  expect(service.asked.map(({ question }) => question)).toMatchObject([
    { offset: 0, limit: 2_500, readAll: true },
    { offset: 2_500, limit: 2_500, readAll: true },
  ]);
});

test('how many there are is known once a page of this list has come, whichever it is', async () => {
  const { source, service } = fakeSource();
  const idle: View = { ...VIEW, view: 'opportunities', groupby: ['productName'] };
  let view: View = { ...VIEW, groupby: ['productName'] };
  const page = usedWith(source, () => [useAllRows(view), useRows(view)] as const);
  await settled();
  expect(page.now()[0]?.expected()).toBeNull();
  service.asked[0]?.answer(pageOf(10, 70));
  await settled();
  expect(page.now()[0]?.expected()).toBe(70);
  // Opportunities are fewer than the groups of the same fields.
  view = idle;
  page.again();
  await settled();
  expect(page.now()[0]?.expected()).toBeNull();
});

test('no more rows end the reading, however many were promised', async () => {
  const { source, service } = fakeSource();
  const page = usedWith(source, () => useAllRows(VIEW));
  await settled();
  const all = page.now();
  if (all === null) throw new Error('The snapshot is not known.');
  const seen = await readOf(all, service.asked, [2_500, 0], 9_000);
  expect(seen.map(({ rows }) => rows.length)).toEqual([2_500, 0]);
  expect(service.asked).toHaveLength(2);
});

test('whoever stops the reading stops the question', async () => {
  const { source, service } = fakeSource();
  const page = usedWith(source, () => useAllRows(VIEW));
  await settled();
  const stopping = new AbortController();
  const rows = page.now()?.read(stopping.signal);
  const first = rows?.next();
  await settled();
  expect(service.asked[0]?.options.signal).toBe(stopping.signal);
  service.asked[0]?.fail(new Error('stopped'));
  await expect(first).rejects.toThrow('stopped');
});

test('of a search there are none before the rows are loaded', async () => {
  const { source, loading } = fakeSource();
  const page = usedWith(source, () => useAllRows({ ...VIEW, search: 'visio' }));
  await settled();
  expect(page.now()).toBeNull();
  loading.set(LOADED);
  page.again();
  await settled();
  expect(page.now()?.snapshot).toBe(TODAY);
});

const EARLIER: Snapshot = { processedDateTime: '2026-10-31T00:00:00', date: '2026-10-31', totalCount: 5 };

/** So many of all changes, from one of them on. */
function changesOf(total: number, from: number, count: number): Changes {
  const none = { licensesSold: 0, licensesDeployed: 0 };
  return {
    rows: Array.from({ length: Math.min(count, total - from) }, (_, at) => ({
      key: [String(from + at)],
      before: null,
      after: none,
    })),
    total,
    appeared: total,
    vanished: 0,
    up: [],
    down: [],
    before: none,
    after: none,
    coverage: { before: { ...coverage('service'), snapshot: EARLIER }, after: coverage('service') },
  };
}

test.each([
  // The service joins its groups for each question, so it is asked once for all of them.
  ['service', 20_000, [2_500, 2_500, 1_000]],
  ['loaded', 2_500, [2_500, 2_500, 1_000]],
] as const)(
  'the rows of two snapshots by the %s engine are asked for %d at a time',
  async (by, limit, sizes) => {
    const { source, loading, ...engines } = fakeSource({
      findSnapshot: (date) => Promise.resolve(date === null ? TODAY : EARLIER),
    });
    if (by === 'loaded') loading.set(LOADED);
    const view: View = { ...VIEW, groupby: ['productName'], compare: EARLIER.date };
    const page = usedWith(source, () => useAllRows(view));
    await settled();
    const { asked } = engines[by];
    // The service is asked first whether one response of each snapshot has all groups.
    for (const each of asked) if (each.about === 'page') each.answer(pageOf(1, 1));
    await settled();
    asked.find(({ about }) => about === 'changes')?.answer(changesOf(6_000, 60, 10));
    await settled();
    const all = page.now();
    if (all === null) throw new Error('The snapshots are not known.');
    expect(all.expected()).toBe(6_000);
    const before = asked.length;
    const seen: SomeRows[] = [];
    const reading = (async () => {
      for await (const some of all.read(new AbortController().signal)) seen.push(some);
    })();
    for (let from = 0; from < 6_000; from += limit) {
      await settled();
      asked.at(-1)?.answer(changesOf(6_000, from, limit));
    }
    await reading;
    expect(asked.slice(before).map(({ question }) => (question as ChangesQuestion).limit)).toEqual(
      Array.from({ length: Math.ceil(6_000 / limit) }, () => limit),
    );
    expect(seen.map(({ rows }) => rows.length)).toEqual(sizes);
    const names = seen.flatMap(({ rows }) => rows.map(({ productName }) => productName));
    expect(names).toEqual(Array.from({ length: 6_000 }, (_, at) => String(at)));
  },
);
