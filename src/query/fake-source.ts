import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { act, createElement } from 'react';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type {
  Anomalies,
  AskOptions,
  Changes,
  Coverage,
  Engine,
  EngineName,
  Groups,
  Members,
  Page,
  Rows,
  Standing,
  Summary,
  TotalsAnswer,
} from '#engine/engine.ts';
import type { LoadState } from '#engine/snapshot/loader.ts';
import { inUse, type InUse } from '#view/fake-page.ts';
import { createQueryClient } from './client.ts';
import type { Loading } from './loading.ts';
import { SourceProvider, type DeploymentSource } from './source.ts';

export const TODAY: Snapshot = {
  processedDateTime: '2026-11-22T00:00:00',
  date: '2026-11-22',
  totalCount: 7,
};

type Answer = Summary | Groups | Page | Members | TotalsAnswer | Standing | Changes | Anomalies;

/** A question that an engine was asked, to be answered by the test. */
export type FakeQuestion = {
  readonly about: 'totals' | 'summary' | 'groups' | 'page' | 'members' | 'standing' | 'changes' | 'anomalies';
  readonly scope: Rows & { readonly snapshot: Snapshot };
  /** In a comparison, the earlier snapshot; `scope` has the later one. */
  readonly from?: Snapshot | null;
  readonly question: unknown;
  readonly options: AskOptions;
  // It is declared as a method, so that a question can be in one list with others: each takes only its own kind of
  // answer, which the test knows.
  // oxlint-disable-next-line typescript/method-signature-style
  answer(value: Answer): void;
  readonly fail: (error: unknown) => void;
};

export type FakeEngine = {
  readonly engine: Engine;
  readonly asked: readonly FakeQuestion[];
  readonly timesForgotten: () => number;
};

/** An engine that answers when the test does. For tests. */
function fakeEngine(): FakeEngine {
  const asked: FakeQuestion[] = [];
  let timesForgotten = 0;
  const ask = <T extends Answer>(
    about: FakeQuestion['about'],
    scope: FakeQuestion['scope'],
    question: unknown,
    options: AskOptions = {},
    from: Pick<FakeQuestion, 'from'> = {},
  ): Promise<T> =>
    new Promise((resolve, fail) => {
      asked.push({ about, scope, ...from, question, options, fail, answer: (value: T) => resolve(value) });
    });
  return {
    asked,
    timesForgotten: () => timesForgotten,
    engine: {
      totals: (rows, snapshot, question, options) => ask('totals', { ...rows, snapshot }, question, options),
      summary: (rows, snapshot, options) => ask('summary', { ...rows, snapshot }, null, options),
      groups: (rows, snapshot, question, options) => ask('groups', { ...rows, snapshot }, question, options),
      page: (rows, snapshot, question, options) => ask('page', { ...rows, snapshot }, question, options),
      members: (rows, snapshot, question, options) =>
        ask('members', { ...rows, snapshot }, question, options),
      standing: (rows, snapshot, question, options) =>
        ask('standing', { ...rows, snapshot }, question, options),
      changes: (rows, from, to, question, options) =>
        ask('changes', { ...rows, snapshot: to }, question, options, { from }),
      anomalies: (rows, from, to, question, options) =>
        ask('anomalies', { ...rows, snapshot: to }, question, options, { from }),
      forget: () => void (timesForgotten += 1),
    },
  };
}

export type FakeLoading = {
  readonly loading: Loading;
  /** The calls that it got. */
  readonly told: readonly string[];
  readonly set: (
    state: LoadState,
    more?: { readonly wasKept?: boolean; readonly isStopped?: boolean },
  ) => void;
};

/** The loading of one snapshot, in the state that the test sets. `loaded` answers once it is loaded. For tests. */
function fakeLoading(loaded: Engine): FakeLoading {
  const listeners = new Set<() => void>();
  const told: string[] = [];
  let state: LoadState = { status: 'idle' };
  let kept = false;
  let stopped = false;
  const tell =
    (what: string) =>
    ({ date }: Snapshot): void =>
      void told.push(`${what} ${date}`);
  return {
    told,
    set(next, { wasKept = false, isStopped = false } = {}) {
      state = next;
      kept = wasKept;
      stopped = isStopped;
      for (const listener of listeners) listener();
    },
    loading: {
      stateOf: () => state,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      show: (snapshots) => void told.push(`show ${snapshots.map(({ date }) => date).join()}`),
      follow: tell('follow'),
      restore: () => Promise.resolve(),
      load: tell('load'),
      stop: tell('stop'),
      isStopped: () => stopped,
      wasKept: () => kept,
      engineOf: () => (state.status === 'loaded' ? loaded : null),
      keep: () => Promise.resolve(),
      forget: () => void told.push('forget'),
      isUnderWay: () => false,
    },
  };
}

export const LOADED: LoadState = { status: 'loaded', rows: 7, countDisagrees: false, bytes: 100 };

/**
 * A source with an engine for the service and one for the loaded snapshot; `parts` replaces other parts of it. For
 * tests.
 */
export function fakeSource(parts: Partial<DeploymentSource> = {}) {
  const service = fakeEngine();
  const loaded = fakeEngine();
  const fake = fakeLoading(loaded.engine);
  const source: DeploymentSource = {
    engine: service.engine,
    loading: fake.loading,
    findSnapshot: () => Promise.resolve(TODAY),
    keeping: {
      isAllowed: () => Promise.resolve(false),
      storedBytes: () => Promise.resolve(0),
      allow: () => Promise.resolve(),
      withdraw: () => Promise.resolve(),
    },
    requests: {
      fits: () => true,
      requestOf: ({ groupby }) => ({ url: `/?groupby=${groupby.join()}`, headers: {} }),
    },
    askToo: new Set(),
    activity: {
      waits: () => [],
      subscribe: () => () => undefined,
      tryNow: () => undefined,
      giveUp: () => undefined,
    },
    secondFactor: { isDue: () => false, subscribe: () => () => undefined },
    accountId: 'me',
    ...parts,
  };
  return { source, service, loaded, loading: fake };
}

/** Uses a hook on a page with a source. `window` has to be a `fakeWindow`. For tests. */
export function usedWith<T>(
  source: DeploymentSource,
  useIt: () => T,
  client: QueryClient = createQueryClient(),
): InUse<T> {
  return inUse(useIt, (hook) =>
    createElement(QueryClientProvider, { client }, createElement(SourceProvider, { value: source }, hook)),
  );
}

/** Waits until everything has happened that waits only for its turn. For tests. */
export async function settled(): Promise<void> {
  await act(async () => void (await new Promise((resolve) => setTimeout(resolve))));
}

export function coverage(engine: EngineName): Coverage {
  return {
    engine,
    snapshot: TODAY,
    filter: null,
    search: '',
    rowsRead: 7,
    totalCount: 7,
    countDisagrees: false,
  };
}

/** The figures of a view in which so many licenses were sold and deployed. */
export function summaryOf(licensesSold: number, licensesDeployed = 0): Summary {
  return {
    totals: { licensesSold, licensesDeployed },
    customers: 1,
    bands: [],
    customersWithoutSold: 0,
    customersOver: 0,
    coverage: coverage('service'),
  };
}
