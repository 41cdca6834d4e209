import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { Changes, ChangeSortKey, ChangesQuestion, Page, Summary } from '#engine/engine.ts';
import { withPairFields } from '#engine/pairs.ts';
import { loadOf, planChanges, type ChangesPlan, type LoadPlan } from '#engine/plan.ts';
import { labelOf, type Field } from '#partner-center/fields.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { answeredMeasure } from '#view/answered.ts';
import { daysBefore } from '#view/day-times.ts';
import {
  effectiveChart,
  effectiveGroupby,
  effectiveSort,
  type SnapshotDate,
  type SortKey,
  type View,
} from '#view/view.ts';
import {
  answeringOf,
  chartFilter,
  queryOf,
  snapshotKey,
  SUMMARY,
  type Answering,
  type Asking,
  type ChartView,
  type RowsView,
  type ScopeView,
} from './asking.ts';
import {
  areOfSameRows,
  comparedPage,
  comparisonOf,
  type ComparedPage,
  type Comparison,
} from './comparison.ts';
import { chartBefore, type ChartBefore } from './chart-before.ts';
import { useLoadLimit } from './load-limit.ts';
import type { LoadState } from '#engine/snapshot/loader.ts';
import { planOf, prospectOf, type LoadProspect } from './loading.ts';
import { useSource } from './source.ts';
import {
  askedOf,
  useAnswer,
  useLicenseDeployment,
  useSnapshot,
  type Asked,
  type AskedChart,
  type AskedRows,
} from './use-license-deployment.ts';

export type { Comparison };

/** The parts of a view that decide which two snapshots are compared. */
export type ComparedView = Pick<View, 'processedDateTime' | 'compare'>;

/** What a view is compared with. */
export function useComparison(view: ComparedView): Comparison {
  const { accountId, findSnapshot } = useSource();
  const date = view.compare;
  const shown = useSnapshot(view);
  const compared = askedOf(
    useQuery({
      queryKey: date === null ? [accountId, null, 'compare'] : snapshotKey(accountId, date),
      queryFn: date === null ? skipToken : ({ signal }) => findSnapshot(date, { signal }),
    }),
  );
  return comparisonOf(date, compared, shown.isPrevious ? { ...shown, data: undefined } : shown);
}

/** Two snapshots, and whether both are in the browser. */
type Pair = {
  readonly comparison: Comparison;
  readonly areLoaded: boolean;
};

/** The two snapshots that a view is about. */
export function usePair(view: ComparedView): Pair {
  const { loading } = useSource();
  const comparison = useComparison(view);
  const areLoaded = useSyncExternalStore(
    loading.subscribe,
    () =>
      comparison.kind === 'found' &&
      loading.engineOf(comparison.before) !== null &&
      loading.engineOf(comparison.after) !== null,
  );
  return { comparison, areLoaded };
}

/**
 * The figures of the earlier snapshot, for the same rows as those of the view. There are none where the view is not
 * compared, or where only the loaded rows of both snapshots can answer.
 */
function useSummaryBefore(view: ScopeView & ComparedView): Asked<Summary> {
  const { engine, loading } = useSource();
  const { comparison, areLoaded } = usePair(view);
  const before = comparison.kind === 'found' ? comparison.before : null;
  // Only loaded rows can be searched. Both snapshots have to be loaded: otherwise the figures of a search would be
  // compared with figures of every name.
  const isAsked = before !== null && (view.search === '' || areLoaded);
  const loaded = useSyncExternalStore(loading.subscribe, () =>
    before === null ? null : loading.engineOf(before),
  );
  return useAnswer(
    {
      answering: isAsked ? answeringOf(engine, loaded, view, before) : null,
      isComing: comparison.kind === 'finding',
    },
    SUMMARY,
  );
}

/** The figures of a view, now and in the earlier snapshot. */
export type FigureChanges = {
  /** null where they are on their way or, with `isNone`, where there are none. */
  readonly figures: { readonly before: Summary; readonly after: Summary } | null;
  readonly isNone: boolean;
};

/** The figures of the view and those of the snapshot that it is compared with, both of the same rows. */
export function useFigureChanges(view: ScopeView & ComparedView): FigureChanges {
  const after = useLicenseDeployment(view);
  const before = useSummaryBefore(view);
  const { kind } = useComparison(view);
  const isCompared = kind === 'found' || kind === 'finding';
  if (!isCompared || after.data === undefined || before.data === undefined) {
    const isComing = isCompared && (after.isFetching || before.isFetching || kind === 'finding');
    return { figures: null, isNone: !isComing };
  }
  const isOneMoment = before.isPrevious === after.isPrevious;
  return isOneMoment && areOfSameRows(before.data.coverage, after.data.coverage)
    ? { figures: { before: before.data, after: after.data }, isNone: false }
    : { figures: null, isNone: false };
}

/** A question of what changed, and what is made of its answer; null where one response does not hold all groups. */
type AskingChanges<T> = Asking<T | null>;

/** What changed, as far as it can be told. */
export type AskedChanges<T> = Asked<T> & Pick<ChangesPlan, 'needs'>;

/**
 * Asks what changed. The service is asked only where one response of each snapshot has all groups. So the groups of
 * both snapshots are asked for first; the question itself asks for them once more, and then they are there.
 */
function askingForChanges<T>(
  before: Snapshot | null,
  question: ChangesQuestion,
  name: string,
  made: (changes: Changes) => T,
): AskingChanges<T> {
  const { by, label, spare = null } = question;
  const named = label === undefined ? by : [...by, label];
  const sizing = {
    groupby: spare === null ? named : withPairFields(named),
    sort: [],
    offset: 0,
    limit: 1,
    readAll: false,
  };
  return {
    question: ['changes', before?.processedDateTime, name, question],
    ask: async (answering, options) => {
      const { engine, rows, snapshot } = answering;
      if (before === null) return null;
      if (answering.name === 'service') {
        const firsts = await Promise.all(
          [before, snapshot].map((each) => engine.page(rows, each, sizing, options)),
        );
        if (!firsts.every(isWhole)) return null;
      }
      return made(await engine.changes(rows, before, snapshot, question, options));
    },
  };
}

/** Was every group read? Otherwise the page has no sums. */
function isWhole({ totals }: Page): boolean {
  return totals !== null;
}

/**
 * Asks the right engine what changed. Where `needs` is not null, no engine is asked before both snapshots are loaded.
 */
function useChanges<T>(
  view: ScopeView & ComparedView,
  scope: { readonly filter: Filter | null; readonly groupby: readonly Field[]; readonly isAsked?: boolean },
  askingOf: (before: Snapshot | null) => AskingChanges<T>,
): AskedChanges<T> & {
  readonly readWith: (asking: (before: Snapshot | null) => AskingChanges<T>) => Promise<T>;
} {
  const { accountId, engine, loading } = useSource();
  const client = useQueryClient();
  const { comparison, areLoaded } = usePair(view);
  const { filter, groupby, isAsked = true } = scope;
  const found = comparison.kind === 'found' && isAsked ? comparison : null;
  const before = found?.before ?? null;
  const first = planChanges({ groupby, search: view.search }, { areLoaded, isOneResponse: null });
  const loaded = areLoaded && found !== null ? loading.engineOf(found.after) : null;
  const answering: Answering | null =
    found === null || first.engine === null
      ? null
      : answeringOf(engine, loaded, { filter, search: view.search }, found.after);
  const asked = useAnswer<T | null>(
    { answering, isComing: isAsked && comparison.kind === 'finding' },
    askingOf(before),
  );
  const isOneResponse = asked.data === undefined || asked.isPrevious ? null : asked.data !== null;
  const isCompared = comparison.kind === 'found' || comparison.kind === 'finding';
  const { needs } = isCompared
    ? planChanges({ groupby, search: view.search }, { areLoaded, isOneResponse })
    : { needs: null };
  return {
    ...asked,
    data: asked.data ?? undefined,
    needs,
    readWith: async (asking) => {
      const read = await client.query(queryOf(accountId, answering, asking(before)));
      if (read === null) throw new TypeError('There are more groups than one response has.');
      return read;
    },
  };
}

/** The number of movers named in each direction. */
export const MOVERS = 10;

/** At most so many members of the chart's field are compared: there are no more bars. */
const COMPARED_MEMBERS = 1_000;

/** The changes of the members of a field. */
export type MemberChanges = Changes & { readonly field: Field };

/** The question whose answer the movers show, and the chart as the earlier figures. */
export function membersQuestion(view: Pick<View, 'measure' | 'chart' | 'groupby'>): ChangesQuestion {
  const field = effectiveChart(view);
  const label = labelOf(field);
  const measure = answeredMeasure(view.measure);
  return {
    by: [field],
    ...(label === undefined ? {} : { label }),
    rankBy: measure,
    movers: MOVERS,
    // The same order as that of the bars.
    sort: [
      { field: measure, descending: true },
      { field: 'licensesSold', descending: true },
    ],
    offset: 0,
    limit: COMPARED_MEMBERS,
  };
}

/** Idle and short licenses are counted only where a question is about them: they take pairs of customer and product. */
function spareFor({ spare }: Pick<View, 'spare'>, fields: readonly string[]): { readonly spare?: number } {
  return fields.some((field) => PAIRED.includes(field)) ? { spare } : {};
}

const PAIRED: readonly string[] = ['idle', 'short', 'changeIdle'];

type ComparedChartView = ChartView & ComparedView;

/**
 * The changes of the members of the main chart's field.
 *
 * @param of `rows`: among the rows that the page counts; `chart`: among all rows of the chart, whichever members are
 * chosen
 */
export function useMemberChanges(view: ComparedChartView, of: 'rows' | 'chart'): AskedChanges<MemberChanges> {
  return useChanges(
    view,
    { filter: of === 'rows' ? view.filter : chartFilter(view), groupby: [effectiveChart(view)] },
    (before) => askingForMembersOfTwo(view, before),
  );
}

/** The question for the changes of the members of the main chart's field. */
export function askingForMembersOfTwo(
  view: ComparedChartView,
  before: Snapshot | null,
): AskingChanges<MemberChanges> {
  const field = effectiveChart(view);
  return askingForChanges(before, membersQuestion(view), 'members', (changes) => ({ ...changes, field }));
}

/**
 * The earlier figures of the main chart's groups, and their day; null where they are not known for these very groups.
 *
 * @param groups the groups that the chart shows
 */
export function useChartBefore(
  view: ComparedChartView,
  groups: Pick<AskedChart, 'data' | 'isPrevious' | 'isPartial'>,
): { readonly before: ChartBefore; readonly date: SnapshotDate } | null {
  const all = useMemberChanges(view, 'chart');
  const own = useMemberChanges(view, 'rows');
  const isOfOneMoment = !groups.isPrevious && !groups.isPartial && !all.isPrevious && !own.isPrevious;
  if (groups.data === undefined || all.data === undefined || own.data === undefined || !isOfOneMoment) {
    return null;
  }
  return {
    before: chartBefore(groups.data, all.data, own.data),
    date: all.data.coverage.before.snapshot.date,
  };
}

const CUSTOMERS: ChangesQuestion = {
  by: ['customerTenantId'],
  rankBy: 'licensesSold',
  movers: 0,
  sort: [],
  offset: 0,
  limit: 0,
};

/** How many customers came and went. */
export function useCustomerChanges(
  view: ScopeView & ComparedView,
): AskedChanges<Pick<Changes, 'appeared' | 'vanished' | 'coverage'>> {
  return useChanges(view, { filter: view.filter, groupby: CUSTOMERS.by }, askingForCustomersOfTwo);
}

/** The question for how many customers came and went. */
export function askingForCustomersOfTwo(before: Snapshot | null): AskingChanges<Changes> {
  return askingForChanges(before, CUSTOMERS, 'customers', (changes) => changes);
}

/** `showsPairs`: a column with idle or short licenses, or what changed of them, is looked at. */
type ComparedRowsView = RowsView &
  ComparedView &
  Pick<View, 'view' | 'opportunity' | 'spare'> & { readonly showsPairs?: boolean };

/** The rows of two snapshots. */
export type AskedComparedRows = Omit<AskedRows, 'data' | 'readPage'> &
  Pick<ChangesPlan, 'needs'> & {
    readonly data: ComparedPage | undefined;
    readonly readPage: (page: number) => Promise<ComparedPage>;
  };

/**
 * No question about two snapshots can be sorted by these: groups have no day of their own, and the value of idle
 * licenses is not computed for two snapshots.
 */
function isOfChanges(key: SortKey): key is ChangeSortKey & SortKey {
  return key.field !== 'processedDateTime' && key.field !== 'idleValue';
}

/** The question that a page of the rows of two snapshots answers. */
export function comparedRowsQuestion(view: ComparedRowsView, page: number): ChangesQuestion {
  const sort = effectiveSort(view);
  return {
    by: effectiveGroupby(view),
    rankBy: 'licensesSold',
    movers: 0,
    sort: sort.filter(isOfChanges),
    ...spareFor(view, [...sort.map(({ field }) => field), ...(view.showsPairs === true ? PAIRED : [])]),
    offset: (page - 1) * view.pageSize,
    limit: view.pageSize,
  };
}

function useRowChanges(view: ComparedRowsView) {
  return useChanges(view, { filter: view.filter, groupby: view.groupby }, (before) =>
    askingForRowsOfTwo(view, view.page, before),
  );
}

/** The question for a page of the rows of two snapshots. */
export function askingForRowsOfTwo(
  view: ComparedRowsView,
  page: number,
  before: Snapshot | null,
): AskingChanges<ComparedPage> {
  const question = comparedRowsQuestion(view, page);
  return askingForChanges(before, question, 'rows', (changes) => comparedPage(changes, question.by));
}

/**
 * The rows of a view with their earlier figures. There are none where the view is not compared, or where that takes
 * both snapshots and they are not loaded.
 */
export function useComparedRows(view: ComparedRowsView): AskedComparedRows | null {
  const { readWith, ...asked } = useRowChanges(view);
  const { kind } = useComparison(view);
  if ((kind !== 'found' && kind !== 'finding') || asked.needs !== null) return null;
  return {
    ...asked,
    plan: {
      engine: asked.data?.coverage.engine ?? 'service',
      pending: [],
      offer: null,
    },
    progress: null,
    load: () => undefined,
    stop: () => undefined,
    readPage: (page) => readWith((before) => askingForRowsOfTwo(view, page, before)),
  };
}

/**
 * Why something on the page can be compared only after both snapshots are loaded; null where nothing waits for that.
 */
export function useComparisonNeeds(view: ComparedRowsView & ComparedChartView): ChangesPlan['needs'] {
  const rows = useRowChanges(view).needs;
  const members = useMemberChanges(view, 'rows').needs;
  return rows ?? members;
}

/** The loading of both snapshots, and what it would take. */
export type LoadingOfTwo = Pick<LoadPlan, 'rows' | 'requests'> & {
  readonly before: Snapshot;
  /** The state of the earlier snapshot. */
  readonly state: LoadState;
  /** The prospect of the snapshot that is further from being loaded. */
  readonly prospect: LoadProspect;
  readonly load: () => void;
  /** Stops the loading of the earlier snapshot. */
  readonly stop: () => void;
};

const PROSPECTS: readonly LoadProspect[] = ['none', 'offered', 'coming', 'loaded'];

/** null where no two snapshots are compared. */
export function useLoadingOfTwo(view: ComparedView): LoadingOfTwo | null {
  const { loading } = useSource();
  const limit = useLoadLimit();
  const comparison = useComparison(view);
  const found = comparison.kind === 'found' ? comparison : null;
  const prospect = useSyncExternalStore(loading.subscribe, (): LoadProspect | null => {
    if (found === null) return null;
    const prospects = [found.before, found.after].map((snapshot) => {
      const state = loading.stateOf(snapshot);
      return prospectOf(state, planOf(snapshot, state, limit), loading.isStopped(snapshot), false);
    });
    return PROSPECTS.find((each) => prospects.includes(each)) ?? null;
  });
  const state = useSyncExternalStore(loading.subscribe, () =>
    found === null ? null : loading.stateOf(found.before),
  );
  if (found === null || prospect === null || state === null) return null;
  const { before, after } = found;
  return {
    ...loadOf([before, after]),
    before,
    state,
    prospect,
    load: () => {
      loading.load(after);
      loading.load(before);
    },
    stop: () => loading.stop(before),
  };
}

/** Keeps both snapshots loaded, and loads the earlier one after the one that is shown. */
export function useLoadBehind(view: ComparedView): void {
  const { loading } = useSource();
  const { comparison } = usePair(view);
  const found = comparison.kind === 'found' ? comparison : null;
  const before = found?.before ?? null;
  const after = found?.after ?? null;
  const isFirstThere = useSyncExternalStore(
    loading.subscribe,
    () => after !== null && loading.stateOf(after).status === 'loaded',
  );
  useEffect(() => {
    if (before === null || after === null) return undefined;
    loading.show([after, before]);
    return () => loading.show([after]);
  }, [loading, before, after]);
  useEffect(() => {
    if (before !== null && isFirstThere) loading.follow(before);
  }, [loading, before, isFirstThere]);
}

/** At most so many days before a day without data are asked for, one after the other. */
const DAYS_TRIED = 10;

/** The nearest day before a day without data that has some; null where none of the days that were tried has any. */
export function useNearestBefore(date: SnapshotDate | null): Asked<Snapshot | null> {
  const { accountId, findSnapshot } = useSource();
  return askedOf(
    useQuery<Snapshot | null>({
      queryKey: [accountId, null, 'nearestBefore', date],
      queryFn:
        date === null
          ? skipToken
          : async ({ signal }) => {
              for (let days = 1; days <= DAYS_TRIED; days += 1) {
                const found = await findSnapshot(daysBefore(date, days), { signal });
                if (found !== null) return found;
              }
              return null;
            },
    }),
  );
}
