import { beforeEach, expect, test, vi } from 'vitest';
import type { DeploymentRow, Page } from '#engine/engine.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import { coverage, fakeSource, LOADED, settled, TODAY, usedWith } from './fake-source.ts';
import { useAllRows, type AllRows, type SomeRows } from './use-all-rows.ts';

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
