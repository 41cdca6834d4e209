import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { skipToken } from '@tanstack/react-query';
import { answeredGroupby, answeredSort, chartMeasure, type Priced } from '#view/answered.ts';
import type {
  AskOptions,
  Engine,
  EngineName,
  Groups,
  GroupsQuestion,
  Members,
  MembersQuestion,
  Page,
  PageQuestion,
  Rows,
  Standing,
  StandingQuestion,
  Summary,
  Thresholds,
  TotalsAnswer,
  TotalsQuestion,
} from '#engine/engine.ts';
import { labelOf, type Field } from '#partner-center/fields.ts';
import type { Priority } from '#partner-center/queue.ts';
import { withoutChoice } from '#partner-center/filter/conditions.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { effectiveChart, isOfPairs, type GroupedView, type SnapshotDate, type View } from '#view/view.ts';

/** The parts of a view that decide which rows it is about. */
export type ScopeView = Pick<View, 'filter' | 'processedDateTime' | 'search'>;

/** The engine that answers for a view, and the rows that it is asked about. */
export type Answering = {
  readonly engine: Engine;
  readonly name: EngineName;
  readonly rows: Rows;
  readonly snapshot: Snapshot;
};

/** The engine that answers: the loaded snapshot where there is one, otherwise the service, which can't search. */
export function answeringOf(
  service: Engine,
  loaded: Engine | null,
  { filter, search }: Pick<ScopeView, 'filter' | 'search'>,
  snapshot: Snapshot,
): Answering {
  return loaded === null
    ? { engine: service, name: 'service', rows: { filter, search: '' }, snapshot }
    : { engine: loaded, name: 'snapshot', rows: { filter, search }, snapshot };
}

/** The key of the snapshot of a day. Where the day is null, it is the latest snapshot. */
export function snapshotKey(accountId: string, date: SnapshotDate | null): readonly unknown[] {
  return [accountId, 'snapshot', date];
}

/** Is it the key of a snapshot of a day? */
export function isSnapshotKey([, about]: readonly unknown[]): boolean {
  return about === 'snapshot';
}

// A loaded snapshot can answer again in no time. Answers kept for long would pile up when a person scrolls past a
// million rows.
const LOADED_ANSWER_KEPT = 30_000;

export type Asking<T> = {
  readonly question: readonly unknown[];
  readonly ask: (answering: Answering, options: AskOptions) => Promise<T>;
};

export function keyOf(
  accountId: string,
  { rows: { filter, search }, snapshot }: Answering,
  name: EngineName,
  question: readonly unknown[],
): readonly unknown[] {
  return [accountId, [snapshot.processedDateTime, printFilter(filter), search, name], ...question];
}

/** The `processedDateTime` of the snapshot that a question with this key is about; null where it is about none. */
export function pinOf([, about]: readonly unknown[]): string | null {
  const pin: unknown = Array.isArray(about) ? about[0] : null;
  return typeof pin === 'string' ? pin : null;
}

export type QueryOf<T> = {
  readonly queryKey: readonly unknown[];
  readonly queryFn: typeof skipToken | ((context: { readonly signal: AbortSignal }) => Promise<T>);
  readonly gcTime?: number;
};

/**
 * The query of a question. Its key holds everything that the answer depends on.
 *
 * @param priority `background`: the page does not show the answer yet
 */
export function queryOf<T>(
  accountId: string,
  answering: Answering | null,
  { question, ask }: Asking<T>,
  priority: Priority = 'visible',
): QueryOf<T> {
  if (answering === null) return { queryKey: [accountId, null, ...question], queryFn: skipToken };
  return {
    queryKey: keyOf(accountId, answering, answering.name, question),
    queryFn: ({ signal }) => ask(answering, { signal, priority }),
    ...(answering.name === 'snapshot' ? { gcTime: LOADED_ANSWER_KEPT } : {}),
  };
}

/** The first figures of a view. */
export const SUMMARY: Asking<Summary> = {
  question: ['summary'],
  ask: ({ engine, rows, snapshot }, options) => engine.summary(rows, snapshot, options),
};

/** Members with a bar of their own in the main chart: what the page shows without scrolling. */
export const CHARTED = 10;

/** The number of members with a bar after the person has opened what was summed. */
export const CHARTED_OPENED = 100;

/** The groups of a field. */
export type Charted = Groups & { readonly field: Field };

export type ChartView = ScopeView & Pick<View, 'chart' | 'groupby' | 'measure' | 'compare' | 'spare'>;

/**
 * The filter for the rows that the main chart is about: it leaves out the view's own choice among the chart's members.
 */
export function chartFilter(view: ChartView): Filter | null {
  return withoutChoice(view.filter, effectiveChart(view));
}

/** The question that the main chart answers. */
export function chartQuestion(view: ChartView, top = CHARTED): GroupsQuestion {
  const field = effectiveChart(view);
  const label = labelOf(field);
  const named = label === undefined ? {} : { label };
  const rankBy = chartMeasure(view);
  const pairs = isOfPairs(rankBy) ? { spare: view.spare } : {};
  return { by: [field], ...named, ...pairs, rankBy, top };
}

/** The members of the main chart's field, ranked; `top` of them are named. Tenants come with their names. */
export function askingForChart(view: ChartView, top = CHARTED): Asking<Charted> {
  const field = effectiveChart(view);
  const question = chartQuestion(view, top);
  return {
    question: ['groups', question],
    ask: async ({ engine, rows, snapshot }, options) => ({
      field,
      ...(await engine.groups(rows, snapshot, question, options)),
    }),
  };
}

/**
 * Asks for one small page, which says how much must be read for the chart's figures over pairs of customer and product.
 */
export function askingForChartPairs(view: ChartView): Asking<Page> {
  const question: PageQuestion = {
    groupby: [effectiveChart(view)],
    spare: view.spare,
    sort: [],
    offset: 0,
    limit: 1,
    readAll: false,
  };
  return {
    question: ['pairs', question],
    ask: ({ engine, rows, snapshot }, options) => engine.page(rows, snapshot, question, options),
  };
}

export type ThresholdsView = Pick<
  View,
  'view' | 'opportunity' | 'minIdle' | 'maxUtilization' | 'minUtilization' | 'spare'
>;

export type RowsView = ScopeView &
  GroupedView &
  ThresholdsView &
  Priced &
  Pick<View, 'sort' | 'page' | 'pageSize' | 'measure'> & {
    /** The rows have a column for idle licenses, for missing licenses or for the value of idle licenses. */
    readonly showsPairs?: boolean;
  };

/**
 * Turns a percentage of the address, which has three decimals at most, into the nearest share: 33.3 / 100 is not 0.333.
 */
function shareOf(percent: number): number {
  return Number((percent / 100).toFixed(5));
}

/** In percent. A maximum utilization of 100 % or more leaves no row out. */
const ALL = 100;

/** The thresholds that a row of the view must reach to be listed. Where it is undefined, all rows are listed. */
export function thresholdsOf(view: ThresholdsView): Thresholds | undefined {
  if (view.view !== 'opportunities') return undefined;
  if (view.opportunity === 'nearlyFull') return { minUtilization: shareOf(view.minUtilization) };
  // A customer who is over-deployed as a whole can still have idle licenses of one product.
  const isBounded = view.maxUtilization < ALL;
  return {
    minIdle: view.minIdle,
    ...(isBounded ? { maxUtilization: shareOf(view.maxUtilization) } : {}),
  };
}

/** Do the rows of the view need idle and short licenses: because of the view, a column, the measure or the order? */
export function needsPairs(view: RowsView): boolean {
  if (answeredGroupby(view).length === 0) return false;
  const isAbout =
    view.view === 'opportunities' ||
    view.view === 'customer' ||
    isOfPairs(view.measure) ||
    view.showsPairs === true;
  return isAbout || answeredSort(view).some(({ field }) => isOfPairs(field));
}

/**
 * Products without a price all have the same value. Between rows of the same value, the one with most idle licenses
 * comes first.
 */
function withIdle(sort: PageQuestion['sort']): PageQuestion['sort'] {
  const fields = sort.map(({ field }) => field);
  if (!fields.includes('idleValue') || fields.includes('idle')) return sort;
  return [...sort, { field: 'idle', descending: true }];
}

/** The question that a page of a view's rows answers; see `askingForRows`. */
export function rowsQuestion(view: RowsView, page: number, readAll: boolean): PageQuestion {
  const thresholds = thresholdsOf(view);
  const prices = view.prices == null ? {} : { prices: view.prices };
  return {
    groupby: answeredGroupby(view),
    ...(needsPairs(view) ? { spare: view.spare, ...prices } : {}),
    ...(thresholds === undefined ? {} : { thresholds }),
    sort: withIdle(answeredSort(view)),
    offset: (page - 1) * view.pageSize,
    limit: view.pageSize,
    readAll,
  };
}

/** What decides which rows a list has, in whatever order: the beginning of the key of each of its pages. */
export function listOf({ groupby, thresholds }: PageQuestion): readonly unknown[] {
  // As a text: a part of the thresholds would be taken for all of them.
  return ['rows', groupby, JSON.stringify(thresholds)];
}

/**
 * A page of a view's rows.
 *
 * @param page 1-based
 * @param readAll the person has agreed that all rows are read for this order
 */
export function askingForRows(
  view: RowsView,
  page: number,
  readAll: boolean,
  onProgress?: AskOptions['onProgress'],
): Asking<Page> {
  const question = rowsQuestion(view, page, readAll);
  return {
    // The key names a list of prices by its id, because the list may be long.
    question: [...listOf(question), { ...question, prices: view.prices?.id }],
    ask: ({ engine, rows, snapshot }, options) =>
      engine.page(rows, snapshot, question, onProgress === undefined ? options : { ...options, onProgress }),
  };
}

/** The idle and the short licenses among all rows of a view, where each customer keeps `spare` licenses of each product. */
export function askingForIdle(spare: number): Asking<TotalsAnswer> {
  const question: TotalsQuestion = { spare };
  return {
    question: ['totals', question],
    ask: ({ engine, rows, snapshot }, options) => engine.totals(rows, snapshot, question, options),
  };
}

/** Where a view's customer stands among those of similar size. The rows must not be filtered by customer. */
export function askingForStanding(customerTenantId: string, readAll: boolean): Asking<Standing> {
  const question: StandingQuestion = { customerTenantId, readAll };
  return {
    question: ['standing', question],
    ask: ({ engine, rows, snapshot }, options) => engine.standing(rows, snapshot, question, options),
  };
}

// So many ids fit into the address of one request.
export const MOST_NAMED = 50;

/** The tenants that a filter names, with their names. */
export function askingForNames(): Asking<Members> {
  const question: MembersQuestion = {
    field: 'customerTenantId',
    label: 'customerName',
    containing: '',
    limit: MOST_NAMED,
  };
  return {
    question: ['members', question],
    ask: ({ engine, rows, snapshot }, options) => engine.members(rows, snapshot, question, options),
  };
}

/** So many rows are counted in the sentence that says what the first rows of a list hold. */
export const FIRST_OF_LIST = 20;

/**
 * The same view, ordered by the number of licenses that an opportunity is about, with at least `FIRST_OF_LIST` rows on
 * a page.
 */
export function inUsualOrder(view: RowsView): RowsView {
  return { ...view, sort: [], prices: null, pageSize: Math.max(FIRST_OF_LIST, view.pageSize) };
}

/** The first opportunities in the order of `inUsualOrder`. */
export function askingForFirst(view: RowsView, readAll: boolean): Asking<Page> {
  return askingForRows(inUsualOrder(view), 1, readAll);
}
