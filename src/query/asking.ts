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
} from '#engine/engine.ts';
import { labelOf, type Field } from '#partner-center/fields.ts';
import type { Priority } from '#partner-center/queue.ts';
import { withoutChoice } from '#partner-center/filter/conditions.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { effectiveChart, type GroupedView, type SnapshotDate, type View } from '#view/view.ts';

/** What decides which rows a view is about. */
export type ScopeView = Pick<View, 'filter' | 'processedDateTime' | 'search'>;

/** Who answers for a view, and about which rows. */
export type Answering = {
  readonly engine: Engine;
  readonly name: EngineName;
  readonly rows: Rows;
  readonly snapshot: Snapshot;
};

/** Who answers: a loaded snapshot where there is one, else the service, which can't search. */
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

/** The key of the snapshot of a day; null: of the latest. */
export function snapshotKey(accountId: string, date: SnapshotDate | null): readonly unknown[] {
  return [accountId, 'snapshot', date];
}

/** Is it the key of a snapshot of a day? */
export function isSnapshotKey([, about]: readonly unknown[]): boolean {
  return about === 'snapshot';
}

// An answer about a loaded snapshot is had again in no time; kept long, a million rows scrolled past would pile up.
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
 * The query of a question: under its key is everything that the answer depends on.
 *
 * @param priority `background`: nobody looks at the answer yet
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

/** The same where the person has opened what was summed. */
export const CHARTED_OPENED = 100;

/** The groups of a field. */
export type Charted = Groups & { readonly field: Field };

export type ChartView = ScopeView & Pick<View, 'chart' | 'groupby' | 'measure' | 'compare' | 'spare'>;

/** The rows the main chart is about: the view's own choice among its members does not count. */
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

/** What the chart's figures over pairs of customer and product would take: one small page of them says it. */
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
    /** What lies idle, or is short, or is worth, has a column. */
    readonly showsPairs?: boolean;
  };

/** A percentage of the address, which has three decimals at most, as the nearest share: 33.3 / 100 is not 0.333. */
function shareOf(percent: number): number {
  return Number((percent / 100).toFixed(5));
}

/** Percent. A maximum utilization of so much leaves nothing out, and neither does a higher one. */
const ALL = 100;

/** What a row of the view has to reach to be listed; undefined: all are. */
export function thresholdsOf(view: ThresholdsView): Thresholds | undefined {
  if (view.view !== 'opportunities') return undefined;
  if (view.opportunity === 'nearlyFull') return { minUtilization: shareOf(view.minUtilization) };
  // Who is over-deployed as a whole can have licenses of one product that lie idle.
  const isBounded = view.maxUtilization < ALL;
  return {
    minIdle: view.minIdle,
    ...(isBounded ? { maxUtilization: shareOf(view.maxUtilization) } : {}),
  };
}

/** Is a figure summed over pairs of customer and product? */
export function isOfPairs(field: string): boolean {
  return field === 'idle' || field === 'short' || field === 'idleValue';
}

/** Do the rows of the view need what lies idle and what is short: is the view about it, or ordered or measured by it? */
export function needsPairs(view: RowsView): boolean {
  if (answeredGroupby(view).length === 0) return false;
  const isAbout =
    view.view === 'opportunities' ||
    view.view === 'customer' ||
    isOfPairs(view.measure) ||
    view.showsPairs === true;
  return isAbout || answeredSort(view).some(({ field }) => isOfPairs(field));
}

/** Of what is worth as much, as all is that has no price, most idle comes first. */
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

/**
 * A page of a view's rows.
 *
 * @param page 1-based
 * @param readAll the person has agreed to all rows being read for the order asked
 */
export function askingForRows(
  view: RowsView,
  page: number,
  readAll: boolean,
  onProgress?: AskOptions['onProgress'],
): Asking<Page> {
  const question = rowsQuestion(view, page, readAll);
  return {
    // A list of prices is told from others by its id: it may be long.
    question: ['rows', question.groupby, { ...question, prices: view.prices?.id }],
    ask: ({ engine, rows, snapshot }, options) =>
      engine.page(rows, snapshot, question, onProgress === undefined ? options : { ...options, onProgress }),
  };
}

/** Where a view's customer stands among those of similar size: of all rows but for what is said of customers. */
export function askingForStanding(customerTenantId: string, readAll: boolean): Asking<Standing> {
  const question: StandingQuestion = { customerTenantId, readAll };
  return {
    question: ['standing', question],
    ask: ({ engine, rows, snapshot }, options) => engine.standing(rows, snapshot, question, options),
  };
}

// As many ids as fit the address of one request.
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

/** So many rows are named where it is said what the first of a list hold. */
export const FIRST_OF_LIST = 20;

/** The opportunities by how many licenses they are about, at least `FIRST_OF_LIST` of them on a page. */
export function inUsualOrder(view: RowsView): RowsView {
  return { ...view, sort: [], prices: null, pageSize: Math.max(FIRST_OF_LIST, view.pageSize) };
}

/** The first rows of the opportunities by how many licenses they are about. */
export function askingForFirst(view: RowsView, readAll: boolean): Asking<Page> {
  return askingForRows(inUsualOrder(view), 1, readAll);
}
