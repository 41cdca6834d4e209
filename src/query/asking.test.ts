import { skipToken } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { AskOptions, Engine } from '#engine/engine.ts';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import {
  answeringOf,
  askingForChart,
  askingForChartPairs,
  askingForFirst,
  askingForNames,
  askingForRows,
  askingForStanding,
  isSnapshotKey,
  keyOf,
  needsPairs,
  pinOf,
  queryOf,
  rowsQuestion,
  snapshotKey,
  SUMMARY,
  thresholdsOf,
  type Answering,
  type Asking,
} from './asking.ts';

const SNAPSHOT: Snapshot = { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: null };
const nothing = (): Promise<never> => Promise.reject(new Error('not asked'));
const ENGINE: Engine = {
  totals: nothing,
  summary: nothing,
  groups: nothing,
  page: nothing,
  members: nothing,
  standing: nothing,
  changes: nothing,
  anomalies: nothing,
  forget: () => undefined,
};
const ANSWERING: Answering = {
  engine: ENGINE,
  name: 'snapshot',
  rows: { filter: null, search: '' },
  snapshot: SNAPSHOT,
};

test('what is asked of another snapshot, a later one of the day too, or in any other way, has another key', () => {
  const key = (
    account = 'a',
    { snapshot = SNAPSHOT, ...rows }: Partial<Answering['rows'] & Pick<Answering, 'snapshot'>> = {},
    name: Answering['name'] = 'snapshot',
    question: readonly unknown[] = ['summary'],
  ): string =>
    JSON.stringify(
      keyOf(account, { ...ANSWERING, rows: { ...ANSWERING.rows, ...rows }, snapshot }, name, question),
    );
  const later: Snapshot = { ...SNAPSHOT, processedDateTime: '2026-11-22T06:00:00' };
  const keys = [
    key(),
    key('b'),
    key('a', { snapshot: later }),
    key('a', { filter: { kind: 'comparison', field: 'channel', operator: 'eq', value: 'reseller' } }),
    key('a', { search: 'reseller' }),
    key('a', {}, 'service'),
    key('a', {}, 'snapshot', ['members']),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(key('a', { snapshot: { ...SNAPSHOT, totalCount: 7 } })).toBe(keys[0]);
});

test.each(['visible', 'background'] as const)('what is asked as %s is asked so', async (priority) => {
  const options: AskOptions[] = [];
  const asking: Asking<null> = {
    question: ['nothing'],
    ask: (_, told) => {
      options.push(told);
      return Promise.resolve(null);
    },
  };
  const { signal } = new AbortController();
  const { queryFn } = queryOf('a', ANSWERING, asking, priority);
  if (typeof queryFn !== 'function') throw new Error('nothing is asked');
  await queryFn({ signal });
  expect(options).toEqual([{ signal, priority }]);
});

test('each question has a key of its own, by all that it asks', () => {
  const view = DEFAULT_VIEW;
  const other: readonly View[] = [
    { ...view, groupby: ['channel'] },
    { ...view, sort: [{ field: 'licensesSold', descending: false }] },
    { ...view, pageSize: view.pageSize + 1 },
  ];
  const charts: readonly View[] = [
    view,
    { ...view, chart: 'channel' },
    { ...view, measure: 'licensesDeployed' },
  ];
  const askings = [
    SUMMARY,
    ...charts.map(askingForChart),
    ...[view, ...other].map((each) => askingForRows(each, 2, false)),
    askingForRows(view, 3, false),
    askingForRows(view, 2, true),
  ];
  const keys = askings.map(({ question }) => JSON.stringify(question));
  expect(new Set(keys).size).toBe(keys.length);
});

test('nobody is asked before it is known about which snapshot', () => {
  const { queryKey, queryFn } = queryOf('a', null, SUMMARY);
  expect(queryFn).toBe(skipToken);
  expect(queryKey).toEqual(['a', null, ...SUMMARY.question]);
  expect(pinOf(queryKey)).toBeNull();
});

test('the snapshot that a question is about can be told from its key, and from no other key', () => {
  expect(pinOf(queryOf('a', ANSWERING, SUMMARY).queryKey)).toBe(SNAPSHOT.processedDateTime);
  for (const key of [snapshotKey('a', null), snapshotKey('a', '2026-11-22'), ['a', 'keeping'], ['a', []]]) {
    expect(pinOf(key)).toBeNull();
  }
  expect(isSnapshotKey(snapshotKey('a', null))).toBe(true);
  expect(isSnapshotKey(['a', 'keeping'])).toBe(false);
});

test('answers of a loaded snapshot are not kept as long as those of the service', () => {
  expect(queryOf('a', ANSWERING, SUMMARY).gcTime).toBeLessThan(60_000);
  expect(queryOf('a', { ...ANSWERING, name: 'service' }, SUMMARY)).not.toHaveProperty('gcTime');
});

test('a loaded snapshot answers where there is one, and only it searches', () => {
  const filter = { kind: 'comparison', field: 'channel', operator: 'eq', value: 'x' } as const;
  const loaded: Engine = { ...ENGINE };
  expect(answeringOf(ENGINE, loaded, { filter, search: 'words' }, SNAPSHOT)).toEqual({
    engine: loaded,
    name: 'snapshot',
    rows: { filter, search: 'words' },
    snapshot: SNAPSHOT,
  });
  const byService = answeringOf(ENGINE, null, { filter, search: 'words' }, SNAPSHOT);
  expect(byService).toEqual({
    engine: ENGINE,
    name: 'service',
    rows: { filter, search: '' },
    snapshot: SNAPSHOT,
  });
});

test('whoever asks for rows hears how far that is, where they want to', async () => {
  const told: (AskOptions | undefined)[] = [];
  const engine: Engine = {
    ...ENGINE,
    page: (_rows, _snapshot, _question, options) => {
      told.push(options);
      return nothing();
    },
  };
  const [one, other] = [() => undefined, () => undefined];
  for (const asking of [
    askingForRows(DEFAULT_VIEW, 1, false),
    askingForRows(DEFAULT_VIEW, 1, false, other),
  ]) {
    await asking
      .ask({ ...ANSWERING, engine }, { priority: 'background', onProgress: one })
      .catch(() => undefined);
  }
  expect(told).toEqual([
    { priority: 'background', onProgress: one },
    { priority: 'background', onProgress: other },
  ]);
  expect(told[0]?.onProgress).toBe(one);
  expect(told[1]?.onProgress).toBe(other);
});

test('thresholds are shares as near as there are, and only those of the question that is asked', () => {
  const idle: View = { ...DEFAULT_VIEW, view: 'opportunities', minIdle: 5, maxUtilization: 33.3 };
  expect(thresholdsOf(idle)).toEqual({ minIdle: 5, maxUtilization: 0.333 });
  expect(thresholdsOf({ ...idle, opportunity: 'nearlyFull', minUtilization: 110 })).toEqual({
    minUtilization: 1.1,
  });
  expect(thresholdsOf(DEFAULT_VIEW)).toBeUndefined();
  for (const thousandths of [1, 333, 57_000, 99_999]) {
    const { maxUtilization } = thresholdsOf({ ...idle, maxUtilization: thousandths / 1000 }) ?? {};
    expect(maxUtilization).toBe(thousandths / 100_000);
  }
});

test('a maximum utilization of all that was sold, or of more, leaves no idle license out', () => {
  for (const maxUtilization of [100, 100.001, 250]) {
    expect(thresholdsOf({ ...DEFAULT_VIEW, view: 'opportunities', maxUtilization })).toEqual({ minIdle: 1 });
  }
});

test('what lies idle is asked for where the view is about it, ordered or measured by it, or shows it', () => {
  const spareOf = (changes: Partial<Parameters<typeof askingForRows>[0]>): unknown =>
    askingForRows({ ...DEFAULT_VIEW, spare: 2, ...changes }, 1, false).question.at(-1);
  expect(spareOf({ groupby: ['channel'] })).not.toHaveProperty('spare');
  // A question about single rows has no spare licenses.
  expect(spareOf({ showsPairs: true, measure: 'idle' })).not.toHaveProperty('spare');
  const asked: readonly Partial<Parameters<typeof askingForRows>[0]>[] = [
    { view: 'opportunities' },
    { groupby: ['channel'], showsPairs: true },
    { groupby: ['channel'], measure: 'short' },
    { groupby: ['channel'], sort: [{ field: 'idle', descending: true }] },
  ];
  for (const changes of asked) expect(spareOf(changes)).toHaveProperty('spare', 2);
  expect(
    askingForFirst({ ...DEFAULT_VIEW, view: 'opportunities', page: 4, pageSize: 3 }, false).question.at(-1),
  ).toMatchObject({ offset: 0, limit: 20, sort: [{ field: 'idle', descending: true }] });
});

describe('what an engine is asked', () => {
  /** The question as it reaches the engine. */
  async function askedOf<T>({ ask }: Asking<T>): Promise<readonly unknown[]> {
    const asked: unknown[] = [];
    const note =
      (about: string) =>
      (...given: readonly unknown[]): Promise<never> => {
        asked.push(about, ...given);
        return nothing();
      };
    const engine: Engine = {
      ...ENGINE,
      groups: note('groups'),
      page: note('page'),
      members: note('members'),
      standing: note('standing'),
    };
    await ask({ ...ANSWERING, engine }, { priority: 'background' }).catch(() => undefined);
    expect(asked.slice(1, 3)).toEqual([ANSWERING.rows, SNAPSHOT]);
    expect(asked[4]).toEqual({ priority: 'background' });
    return [asked[0], asked[3]];
  }

  test('for the chart is its members, with their names and idle licenses where they have some', async () => {
    expect(await askedOf(askingForChart({ ...DEFAULT_VIEW, chart: 'channel' }))).toEqual([
      'groups',
      { by: ['channel'], rankBy: 'licensesSold', top: 10 },
    ]);
    const named: View = { ...DEFAULT_VIEW, chart: 'customerTenantId', measure: 'idle', spare: 2 };
    expect(await askedOf(askingForChart(named, 3))).toEqual([
      'groups',
      { by: ['customerTenantId'], label: 'customerName', spare: 2, rankBy: 'idle', top: 3 },
    ]);
  });

  test('for the size of what the chart takes is one small page of its pairs', async () => {
    const view: View = { ...DEFAULT_VIEW, chart: 'channel', spare: 2 };
    expect(await askedOf(askingForChartPairs(view))).toEqual([
      'page',
      { groupby: ['channel'], spare: 2, sort: [], offset: 0, limit: 1, readAll: false },
    ]);
  });

  test('for names is as many as fit an address, and for a standing the customer', async () => {
    expect(await askedOf(askingForNames())).toEqual([
      'members',
      { field: 'customerTenantId', label: 'customerName', containing: '', limit: 50 },
    ]);
    expect(await askedOf(askingForStanding('a', true))).toEqual([
      'standing',
      { customerTenantId: 'a', readAll: true },
    ]);
  });

  test('for rows is a page in their order, with prices only where there is something to price', () => {
    const view = { ...DEFAULT_VIEW, groupby: ['channel'], pageSize: 20 } as const;
    const prices = { id: 'one', of: [['p', 3]] } as const;
    expect(rowsQuestion({ ...view, sort: [{ field: 'channel', descending: false }] }, 3, true)).toEqual({
      groupby: ['channel'],
      sort: [{ field: 'channel', descending: false }],
      offset: 40,
      limit: 20,
      readAll: true,
    });
    expect(rowsQuestion({ ...view, prices }, 1, false)).not.toHaveProperty('prices');
    const byValue = { ...view, prices, spare: 2, sort: [{ field: 'idleValue', descending: true }] } as const;
    expect(rowsQuestion(byValue, 1, false)).toMatchObject({
      spare: 2,
      prices,
      // Of what is worth as much, most idle comes first.
      sort: [
        { field: 'idleValue', descending: true },
        { field: 'idle', descending: true },
      ],
    });
    const byBoth = [
      { field: 'idle', descending: false },
      { field: 'idleValue', descending: true },
    ] as const;
    expect(rowsQuestion({ ...byValue, sort: byBoth }, 1, false).sort).toEqual(byBoth);
  });

  test('of two lists of prices is not the same', () => {
    const view = { ...DEFAULT_VIEW, groupby: ['channel'], measure: 'idle' } as const;
    const key = (id: string) =>
      JSON.stringify(askingForRows({ ...view, prices: { id, of: [['p', 3]] } }, 1, false).question);
    expect(key('one')).not.toBe(key('two'));
    expect(key('one')).not.toContain('"p"');
  });

  test('pairs are needed where a view is about them', () => {
    const view = { ...DEFAULT_VIEW, groupby: ['channel'] } as const;
    expect(needsPairs(view)).toBe(false);
    expect(needsPairs({ ...view, view: 'opportunities' })).toBe(true);
    expect(needsPairs({ ...view, view: 'customer' })).toBe(true);
    expect(needsPairs({ ...view, measure: 'short' })).toBe(true);
    expect(needsPairs({ ...view, showsPairs: true })).toBe(true);
    expect(needsPairs({ ...view, showsPairs: true, groupby: [] })).toBe(false);
    expect(needsPairs({ ...view, sort: [{ field: 'idle', descending: true }] })).toBe(true);
  });
});
