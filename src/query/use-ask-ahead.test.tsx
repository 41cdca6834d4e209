import { QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { AskOptions, Engine, Groups, Page, Rows } from '#engine/engine.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import { fakeWindow } from '#view/fake-page.ts';
import { withFilter } from '#view/transitions.ts';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import { snapshotKey } from './asking.ts';
import { createQueryClient } from './client.ts';
import { coverage, fakeSource, LOADED, settled, summaryOf, usedWith } from './fake-source.ts';
import { SourceProvider, type DeploymentSource } from './source.ts';
import { useAskAhead } from './use-ask-ahead.ts';
import { useLicenseDeployment, useSnapshot } from './use-license-deployment.ts';

const TODAY: Snapshot = { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: 7 };

type Asked = { readonly about: string; readonly options: AskOptions | undefined };

type AskAhead = ReturnType<typeof useAskAhead>;

function Probe({ tell }: { readonly tell: (askAhead: AskAhead) => void }) {
  tell(useAskAhead());
  return null;
}

/** What the hook gives where today's snapshot is loaded, and the summaries that its engine is asked for. */
function askAheadOf(): {
  readonly askAhead: AskAhead;
  readonly asked: readonly Asked[];
} {
  const asked: Asked[] = [];
  const never = () => new Promise<never>(() => undefined);
  const loaded: Engine = {
    summary(rows: Rows, _snapshot: Snapshot, options?: AskOptions) {
      asked.push({ about: printFilter(rows.filter), options });
      return never();
    },
    totals: never,
    changes: never,
    anomalies: never,
    groups: never,
    page: never,
    members: never,
    standing: never,
    forget: () => undefined,
  };
  const client = createQueryClient();
  client.setQueryData(snapshotKey('a', null), TODAY);
  // The hook uses no other part of the source.
  const source = {
    accountId: 'a',
    engine: loaded,
    loading: { engineOf: () => loaded },
    askToo: new Set(),
  } as unknown;
  let askAhead: AskAhead | undefined;
  renderToString(
    <QueryClientProvider client={client}>
      <SourceProvider value={source as DeploymentSource}>
        <Probe
          tell={(given) => {
            askAhead = given;
          }}
        />
      </SourceProvider>
    </QueryClientProvider>,
  );
  if (askAhead === undefined) throw new Error('Not rendered.');
  return { askAhead, asked };
}

const of = (channel: string): View =>
  withFilter(DEFAULT_VIEW, { kind: 'comparison', field: 'channel', operator: 'eq', value: channel });

const told = (asked: readonly Asked[]) =>
  asked.map(({ about, options }) => [about, options?.priority, options?.signal?.aborted]);

test('what may be looked at is asked behind what is, and not once more when it is', async () => {
  const { askAhead, asked } = askAheadOf();
  void askAhead(of('a'), 'background');
  await Promise.resolve();
  expect(told(asked)).toEqual([["channel eq 'a'", 'background', false]]);
  void askAhead(of('a'));
  void askAhead(of('b'));
  await Promise.resolve();
  expect(told(asked)).toEqual([
    ["channel eq 'a'", 'background', true],
    ["channel eq 'b'", 'visible', false],
  ]);
});

test('what nobody looks at any more is taken back', async () => {
  const { askAhead, asked } = askAheadOf();
  void askAhead(of('a'), 'background');
  void askAhead(of('b'), 'background');
  await Promise.resolve();
  expect(told(asked)).toEqual([
    ["channel eq 'a'", 'background', true],
    ["channel eq 'b'", 'background', false],
  ]);
});

describe('on a page', () => {
  const FIGURES = summaryOf(5);
  const GROUPS: Groups = {
    top: [],
    other: null,
    total: { groups: 0, licensesSold: 0, licensesDeployed: 0 },
    coverage: coverage('snapshot'),
  };
  const ROWS: Page = {
    rows: [],
    total: 0,
    isEndKnown: true,
    order: 'asked',
    totals: null,
    coverage: coverage('snapshot'),
  };

  /** The hook on a page about a loaded snapshot. */
  async function ahead() {
    vi.stubGlobal('window', fakeWindow({}));
    const fake = fakeSource();
    fake.loading.set(LOADED);
    const page = usedWith(fake.source, () => {
      useSnapshot({ processedDateTime: null });
      return useAskAhead();
    });
    await settled();
    return { ...fake, page };
  }

  test('it settles when everything that the page shows is answered, whichever way', async () => {
    const { page, loaded } = await ahead();
    const view = of('x');
    let isSettled = false;
    const answered = page.now()(view);
    void answered?.then(() => (isSettled = true));
    await settled();
    const [summary, groups, rows] = loaded.asked;
    expect(loaded.asked.map(({ about, scope }) => [about, printFilter(scope.filter)])).toEqual([
      ['summary', "channel eq 'x'"],
      ['groups', "channel eq 'x'"],
      ['page', "channel eq 'x'"],
    ]);
    expect(rows?.question).toMatchObject({ offset: 0, limit: view.pageSize, readAll: false });
    summary?.answer(FIGURES);
    groups?.answer(GROUPS);
    await settled();
    expect(isSettled).toBe(false);
    rows?.fail(new Error('no'));
    await settled();
    expect(isSettled).toBe(true);
    // A question that was answered is not asked again; one that failed is.
    const again = page.now()(view);
    await settled();
    expect(loaded.asked).toHaveLength(4);
    loaded.asked[3]?.answer(ROWS);
    await again;
    expect(page.now()(view)).toBeNull();
  });

  test('the chart keeps all of its members in sight', async () => {
    const { page, loaded } = await ahead();
    void page.now()({ ...of('x'), chart: 'channel' });
    await settled();
    expect(loaded.asked.map(({ about, scope }) => [about, printFilter(scope.filter)])).toContainEqual([
      'groups',
      '',
    ]);
  });

  test('nothing is asked where no snapshot is loaded for the view, or none is known', async () => {
    const { page, loaded, service, loading } = await ahead();
    expect(page.now()({ ...of('x'), processedDateTime: '2026-11-15' })).toBeNull();
    loading.set({ status: 'idle' });
    expect(page.now()(of('x'))).toBeNull();
    await settled();
    expect([...loaded.asked, ...service.asked]).toEqual([]);
  });

  /** What is asked ahead of a view. */
  async function askedAheadOf(next: View) {
    const { page, loaded } = await ahead();
    void page.now()(next);
    await settled();
    return loaded.asked.map(({ about, scope, question }) => ({
      about,
      filter: printFilter(scope.filter),
      question,
    }));
  }

  test('opportunities show their rows, and of idle licenses the first by their number', async () => {
    const view: View = {
      ...of('x'),
      view: 'opportunities',
      sort: [{ field: 'licensesSold', descending: true }],
    };
    const filter = "channel eq 'x'";
    expect(await askedAheadOf({ ...view, opportunity: 'idle' })).toMatchObject([
      { about: 'summary', filter },
      { about: 'page', filter, question: { sort: [{ field: 'idle' }], readAll: false } },
      { about: 'page', filter, question: { sort: [{ field: 'licensesSold' }], readAll: false } },
    ]);
    expect(await askedAheadOf({ ...view, opportunity: 'nearlyFull' })).toMatchObject([
      { about: 'summary' },
      { about: 'page', question: { thresholds: { minUtilization: 0.95 } } },
    ]);
  });

  test('a customer is shown by name and among all that the filter lets through', async () => {
    const asked = await askedAheadOf({ ...of('x'), view: 'customer', customerTenantId: 't1' });
    const own = "customerTenantId eq 't1'";
    expect(asked.map(({ about, filter }) => [about, filter])).toEqual([
      ['summary', `${own} and channel eq 'x'`],
      ['members', own],
      ['standing', "channel eq 'x'"],
      ['totals', `${own} and channel eq 'x'`],
      ['page', `${own} and channel eq 'x'`],
    ]);
    expect(asked[2]?.question).toEqual({ customerTenantId: 't1', readAll: false });
  });

  test('rows that are compared are asked for by whoever compares', async () => {
    const asked = await askedAheadOf({ ...of('x'), compare: '2026-10-31' });
    expect(asked.map(({ about }) => about)).toEqual(['summary', 'groups']);
  });

  test('what is looked at meanwhile is not taken back', async () => {
    const { source, loaded, loading } = fakeSource();
    loading.set(LOADED);
    const page = usedWith(source, () => {
      useLicenseDeployment(of('x'));
      useLicenseDeployment(of('z'));
      return useAskAhead();
    });
    await settled();
    void page.now()(of('x'), 'background');
    void page.now()(of('y'), 'background');
    await settled();
    const summaries = loaded.asked.filter(({ about }) => about === 'summary');
    expect(
      summaries.map(({ scope, options }) => [printFilter(scope.filter), options.signal?.aborted]),
    ).toEqual([
      ["channel eq 'x'", false],
      ["channel eq 'z'", false],
      ["channel eq 'y'", false],
    ]);
  });

  test('it is the same function as long as it asks the same', async () => {
    const { page } = await ahead();
    const first = page.now();
    page.again();
    expect(page.now()).toBe(first);
  });
});
