import {
  keepPreviousData,
  skipToken,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { Progress } from '#partner-center/reading/progress.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type {
  Groups,
  GroupsQuestion,
  Members,
  MembersQuestion,
  Page,
  Summary,
  ToRead,
} from '#engine/engine.ts';
import { plan, type Plan } from '#engine/plan.ts';
import { partnerCenterErrorOf, type PartnerCenterError } from '#partner-center/error.ts';
import { labelOf } from '#partner-center/fields.ts';
import { withoutField } from '#partner-center/filter/conditions.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { answeredGroupby, chartMeasure } from '#view/answered.ts';
import { effectiveChart, isOfPairs, type View } from '#view/view.ts';
import { askingForFigures, snapshotQuery } from './ask-first.ts';
import {
  answeringOf,
  askingForChart,
  askingForChartPairs,
  askingForFirst,
  askingForRows,
  CHARTED,
  chartFilter,
  keyOf,
  needsPairs,
  queryOf,
  SUMMARY,
  type Answering,
  type Asking,
  type ChartView,
  type RowsView,
  type ScopeView,
} from './asking.ts';
import { chartGroups, isChoiceMissing, type ChartGroups } from './chart-groups.ts';
import { useSource } from './source.ts';

export type { Snapshot };

/** A question that was asked and what is known of its answer. */
export type Asked<T> = {
  /**
   * The answer. While the next answer is under way, it is the one before (`isPrevious`). undefined where no answer has
   * come: the answer to another question goes once no answer is under way that takes its place.
   */
  readonly data: T | undefined;
  /** `data` answers an earlier question: show it dimmed. */
  readonly isPrevious: boolean;
  readonly isFetching: boolean;
  readonly error: PartnerCenterError | null;
  /** The time when `data` came, in milliseconds since the epoch; 0 where no answer has come. */
  readonly updatedAt: number;
};

type QueryState<T> = {
  readonly dataUpdatedAt: number;
  readonly data: T | undefined;
  readonly isPlaceholderData: boolean;
  readonly isFetching: boolean;
  readonly error: unknown;
};

/**
 * What is known of an answer. This is the one rule for showing the answer to an earlier question: it stays while the
 * next answer is under way, and no longer.
 *
 * @param isComing something is under way that has to be known before the question can be asked
 */
export function askedOf<T>(
  { data, isPlaceholderData, isFetching, error, dataUpdatedAt }: QueryState<T>,
  isComing = false,
): Asked<T> {
  const isPrevious = isPlaceholderData && (isFetching || isComing);
  return {
    data: isPlaceholderData && !isPrevious ? undefined : data,
    isPrevious,
    isFetching,
    error: error === null ? null : partnerCenterErrorOf(error),
    updatedAt: dataUpdatedAt,
  };
}

/** The snapshot that a view is about: null where the service has none for its day. */
export function useSnapshot(view: Pick<View, 'processedDateTime'>): Asked<Snapshot | null> {
  const source = useSource();
  const date = view.processedDateTime;
  return askedOf(
    useQuery({
      ...snapshotQuery(source, date),
      placeholderData: keepPreviousData,
      ...(date === null ? { refetchOnWindowFocus: true } : {}),
    }),
  );
}

/** The snapshot of this very view; null while it is not known, or where there is none. */
export function useKnownSnapshot(view: Pick<View, 'processedDateTime'>): Snapshot | null {
  const { data, isPrevious } = useSnapshot(view);
  return isPrevious ? null : (data ?? null);
}

/** The engine that answers a question; null while the view's snapshot is not known, or where there is none. */
export type ToAnswer = {
  readonly answering: Answering | null;
  /** The snapshot is being found: an engine will answer after that. */
  readonly isComing: boolean;
};

/** For a question that is not asked. */
export const NOBODY: ToAnswer = { answering: null, isComing: false };

/** The engine that answers for a view. */
export function useAnswering(view: ScopeView, filter: Filter | null): ToAnswer {
  const { engine, loading } = useSource();
  const { data, isPrevious, isFetching } = useSnapshot(view);
  const snapshot = isPrevious ? null : (data ?? null);
  const loaded = useSyncExternalStore(loading.subscribe, () =>
    snapshot === null ? null : loading.engineOf(snapshot),
  );
  return {
    answering: snapshot === null ? null : answeringOf(engine, loaded, { ...view, filter }, snapshot),
    isComing: snapshot === null && isFetching,
  };
}

// How long pages of the service stay that were scrolled past. After that they are read again when someone scrolls back.
const SCROLLED_PAGE_KEPT = 60_000;

/** The service's answer to the very question that a loaded snapshot is asked now. */
function serviceAnswer<T>(
  client: QueryClient,
  accountId: string,
  answering: Answering | null,
  { question }: Asking<T>,
): T | undefined {
  if (answering?.name !== 'snapshot' || answering.rows.search !== '') return undefined;
  return client.getQueryData<T>(keyOf(accountId, answering, 'service', question));
}

/**
 * Asks a question. Until the answer comes, the answer before stays; the service's answer stays until the loaded
 * snapshot has answered the same question.
 */
export function useAnswer<T>({ answering, isComing }: ToAnswer, asking: Asking<T>): Asked<T> {
  const { accountId } = useSource();
  const client = useQueryClient();
  const asked = askedOf(
    useQuery<T>({ ...queryOf(accountId, answering, asking), placeholderData: (before) => before }),
    isComing,
  );
  if (asked.data !== undefined && !asked.isPrevious) return asked;
  const same = serviceAnswer(client, accountId, answering, asking);
  return same === undefined ? asked : { ...asked, data: same, isPrevious: false };
}

/** The first figures of a view, from one grouped request: sums, customers and their distribution. */
export function useLicenseDeployment(view: ScopeView): Asked<Summary> {
  const source = useSource();
  return useAnswer(useAnswering(view, view.filter), askingForFigures(source));
}

/**
 * Whether the first figures of a view could not be had, and are not being asked for. Unlike `useLicenseDeployment`, its
 * result changes only when that does.
 */
export function useAreFiguresMissing(view: ScopeView): boolean {
  const { accountId } = useSource();
  const client = useQueryClient();
  const { answering } = useAnswering(view, view.filter);
  const { queryKey } = queryOf(accountId, answering, SUMMARY);
  const subscribe = useCallback(
    (onChange: () => void) => client.getQueryCache().subscribe(onChange),
    [client],
  );
  return useSyncExternalStore(subscribe, () => {
    const state = client.getQueryState(queryKey);
    return state?.status === 'error' && state.fetchStatus === 'idle';
  });
}

/**
 * The service's own sums for a view whose snapshot is loaded; undefined where the service was not asked, or where the
 * snapshot is not loaded. For a snapshot that was kept, the service is asked for the sums of everything, with less
 * priority than what the page shows.
 */
export function useServiceSummary(view: ScopeView): Summary | undefined {
  const { accountId, engine, loading } = useSource();
  const client = useQueryClient();
  const { answering } = useAnswering(view, view.filter);
  const isEverything = view.filter === null && view.search === '';
  const isAsked = answering?.name === 'snapshot' && isEverything && loading.wasKept(answering.snapshot);
  const byService: Answering | null = isAsked ? { ...answering, name: 'service', engine } : null;
  const { data } = useQuery(queryOf(accountId, byService, SUMMARY, 'background'));
  return data ?? serviceAnswer(client, accountId, answering, SUMMARY);
}

/** There are never so many products, so all of them are named. */
const EVERY_PRODUCT = 1_000_000;

/** The licenses sold of each product of a view. They are asked for with less priority than what the page shows. */
export function useProducts(view: ScopeView): Asked<Groups> {
  const { accountId } = useSource();
  const question: GroupsQuestion = { by: ['productName'], rankBy: 'licensesSold', top: EVERY_PRODUCT };
  const { answering } = useAnswering(view, view.filter);
  return askedOf(
    useQuery<Groups>({
      ...queryOf<Groups>(
        accountId,
        answering,
        {
          question: ['groups', question],
          ask: ({ engine, rows, snapshot }, options) => engine.groups(rows, snapshot, question, options),
        },
        'background',
      ),
      placeholderData: (before) => before,
    }),
  );
}

/** The main chart's groups. */
export type AskedChart = Asked<ChartGroups> & {
  /** Some chosen members are not known yet, so the sum of the others is not known either. */
  readonly isPartial: boolean;
  /** What has to be read from the service for the measure of the chart; null where nothing more is needed. */
  readonly offer: ToRead | null;
  /** Agrees to the offer. */
  readonly load: () => void;
};

/** Whether the service may be asked for the chart. Its figures may be sums over pairs, which take many responses. */
function useChartPairs(view: ChartView, toAnswer: ToAnswer) {
  const { answering } = toAnswer;
  const isAsked = isOfPairs(chartMeasure(view)) && answering?.name === 'service';
  const agreement = useAgreement(answering, ['chart', effectiveChart(view)]);
  const small = useAnswer(isAsked ? toAnswer : NOBODY, askingForChartPairs(view));
  const own = small.isPrevious ? undefined : small.data;
  const isReady = !isAsked || agreement.isGiven || own?.order === 'asked';
  const offer = isReady || own === undefined ? null : (own.toRead ?? { rows: null, requests: null });
  return { isReady, offer, error: isAsked ? small.error : null, load: agreement.give };
}

/**
 * The members of the main chart's field, ranked, with the sum of the rest. `top` of them are named, and as many again
 * of the chosen ones. The members that the view's own choice leaves out stay in sight, apart from the chosen ones.
 */
export function useChartGroups(view: ChartView, top = CHARTED): AskedChart {
  const field = effectiveChart(view);
  const forAll = useAnswering(view, chartFilter(view));
  const pairs = useChartPairs(view, forAll);
  const all = useAnswer(pairs.isReady ? forAll : NOBODY, askingForChart(view, top));
  const isMissing = all.data !== undefined && all.data.field === field && isChoiceMissing(all.data, view);
  const toAnswer = useAnswering(view, view.filter);
  const own = useAnswer(isMissing ? toAnswer : NOBODY, askingForChart(view, top));
  const known = isMissing && own.data?.field === field ? own.data : null;
  return {
    ...all,
    // The earlier groups of another field do not match this choice.
    data:
      all.data &&
      (all.data.field === field
        ? chartGroups(all.data, known, view, top)
        : { counted: all.data, leftOut: null }),
    isPartial: isMissing && (known === null || own.isPrevious),
    isFetching: all.isFetching || (isMissing && own.isFetching),
    error: all.error ?? pairs.error ?? (isMissing ? own.error : null),
    offer: pairs.offer,
    load: pairs.load,
  };
}

/**
 * The values of a field for a picker that contain the typed words, most sold first; a tenant comes with its name. The
 * view's own conditions on that field do not count. `answer` waits for the answer to the present question.
 *
 * @param isAsked false where the page does not show the values
 */
export function useMembers(
  view: ScopeView,
  about: Omit<MembersQuestion, 'label'>,
  isAsked = true,
): Asked<Members> & { readonly answer: () => Promise<Members> } {
  const { accountId } = useSource();
  const queryClient = useQueryClient();
  const toAnswer = useAnswering(view, withoutField(view.filter, about.field));
  const label = labelOf(about.field);
  const question: MembersQuestion = label === undefined ? about : { ...about, label };
  const asking: Asking<Members> = {
    question: ['members', question],
    ask: ({ engine, rows, snapshot }, options) => engine.members(rows, snapshot, question, options),
  };
  return {
    ...useAnswer(isAsked ? toAnswer : NOBODY, asking),
    answer: () => queryClient.query(queryOf(accountId, toAnswer.answering, asking)),
  };
}

/** One page of a view's rows, and the reading of all rows where the order needs that. */
export type AskedRows = Asked<Page> & {
  readonly plan: Plan;
  /** The progress of reading all rows; null where no reading is under way. */
  readonly progress: Progress | null;
  /** Agrees to the plan's offer. */
  readonly load: () => void;
  /** Takes the agreement back: the reading stops, and the service's order stays. */
  readonly stop: () => void;
  /** Reads any other page of the same rows; the number is 1-based. */
  readonly readPage: (page: number) => Promise<Page>;
};

/** What distinguishes the rows of a view from other rows of its scope. */
export function rowsOf(view: RowsView): readonly unknown[] {
  return ['rows', answeredGroupby(view), needsPairs(view)];
}

/** What a person has agreed to read from the service: exactly these rows, in any order and on any page. */
type Agreement = {
  /** What distinguishes these rows from others. */
  readonly identity: string;
  readonly isGiven: boolean;
  readonly give: () => void;
  readonly takeBack: () => void;
};

/**
 * The agreement to read all rows that a view is about. It belongs to these rows and ends when the person agrees to
 * reading others. The parts of the page that ask about the same rows share it.
 */
export function useAgreement(answering: Answering | null, about: readonly unknown[]): Agreement {
  const { accountId } = useSource();
  const client = useQueryClient();
  const identity = JSON.stringify(answering && keyOf(accountId, answering, answering.name, about));
  const key = [accountId, 'agreed'];
  const { data } = useQuery<string>({ queryKey: key, queryFn: skipToken, gcTime: Infinity });
  return {
    identity,
    isGiven: data === identity && answering?.name === 'service',
    give: () => client.setQueryData(key, identity),
    takeBack: () => client.setQueryData(key, ''),
  };
}

/**
 * One page of the rows (or groups) of a view.
 *
 * @param isAsked false where the page does not show them
 */
export function useRows(view: RowsView, isAsked = true): AskedRows {
  const { accountId } = useSource();
  const queryClient = useQueryClient();
  const whoAnswers = useAnswering(view, view.filter);
  const toAnswer = isAsked ? whoAnswers : NOBODY;
  const { answering } = toAnswer;
  const agreement = useAgreement(answering, rowsOf(view));
  const readAll = agreement.isGiven;

  const progressKey = [accountId, 'progress', agreement.identity];
  const progress = useQuery<Progress>({ queryKey: progressKey, queryFn: skipToken });

  const askingFor = (page: number): Asking<Page> =>
    askingForRows(view, page, readAll, (now) => queryClient.setQueryData(progressKey, now));
  const page = useAnswer(toAnswer, askingFor(view.page));

  const own = page.isPrevious ? undefined : page.data;
  const known = {
    isLoaded: answering?.name === 'snapshot',
    order: own?.order ?? null,
    total: own?.isEndKnown ? own.total : null,
    toRead: own?.toRead,
    agreed: readAll,
  };
  return {
    ...page,
    plan: plan(view, known),
    progress: readAll && page.isFetching ? (progress.data ?? { loaded: 0, total: known.total }) : null,
    load: agreement.give,
    stop: agreement.takeBack,
    readPage: (number) =>
      queryClient.query({
        gcTime: SCROLLED_PAGE_KEPT,
        ...queryOf(accountId, answering, askingFor(number)),
      }),
  };
}

/**
 * The first rows of the view's opportunities in their usual order, whatever page and order the view has. Where the view
 * shows the first page in that order, nothing more is asked.
 */
export function useFirstOpportunities(view: RowsView): Asked<Page> {
  const toAnswer = useAnswering(view, view.filter);
  const { isGiven } = useAgreement(toAnswer.answering, rowsOf(view));
  return useAnswer(toAnswer, askingForFirst(view, isGiven));
}
