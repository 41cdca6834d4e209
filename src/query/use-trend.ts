import { skipToken, useQueries, useQueryClient } from '@tanstack/react-query';
import type { AskOptions, Engine, Group, Rows, Totals } from '#engine/engine.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import { labelOf, type Field } from '#partner-center/fields.ts';
import { and, or } from '#partner-center/filter/canonical.ts';
import { foldKey } from '#partner-center/filter/fold-case.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import type { GroupKey } from '#partner-center/reading/group-key.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { answeredMeasure } from '#view/answered.ts';
import type { SnapshotDate, View } from '#view/view.ts';
import { useSource, type DeploymentSource } from './source.ts';
import { daysIn, daysToAsk, MOST_DAYS_ASKED, rangeOf, type DayRange } from './trend-days.ts';
import { useAnswer, useAnswering, useKnownSnapshot } from './use-license-deployment.ts';

/** A trend is split by so many members at most: more lines can't be told apart. */
const MOST_LINES = 5;

/**
 * Fewer days are asked for a customer's view: a person who looks at one customer after the other would otherwise ask
 * for a month of each.
 */
const DAYS_OF_CUSTOMER = 12;

/** A member whose own line is drawn. */
export type TrendMember = {
  readonly key: GroupKey;
  /** The name that a person sees; null where the member has no value. */
  readonly name: string | null;
};

/** The sums of a snapshot for the view's rows. */
export type TrendPoint = {
  readonly date: SnapshotDate;
  readonly totals: Totals;
  /** Where the trend is split: the sums of each member, in the order of the members; null for a member without rows. */
  readonly members: readonly (Totals | null)[];
};

export type Trend = {
  readonly range: DayRange;
  /** Days of the range. */
  readonly days: number;
  /** The days that are asked for, oldest first. */
  readonly asked: readonly SnapshotDate[];
  /** Oldest first, each snapshot once. Days without one have no point. */
  readonly points: readonly TrendPoint[];
  /** Days that the service has no snapshot of. */
  readonly missing: readonly SnapshotDate[];
  /** The number of days whose answer is there. */
  readonly answered: number;
  readonly isFetching: boolean;
  /** The number of days that could not be read. The page's trouble says why and asks for them again. */
  readonly failed: number;
  /** Cancels the questions that are under way. */
  readonly leave: () => void;
  /** The members that the trend is split by; null where it is not split. */
  readonly split: { readonly field: Field; readonly members: readonly TrendMember[] } | null;
};

/** The field that a view's trend is split by: the first field that the view is grouped by. */
function splitFieldOf({ groupby }: Pick<View, 'groupby'>): Field | null {
  return groupby[0] ?? null;
}

function isGone(error: unknown): boolean {
  return error instanceof PartnerCenterError && error.kind === 'snapshotChanged';
}

/** A filter for the rows of some members that also pass another filter. */
function filterOf(filter: Filter | null, field: Field, members: readonly TrendMember[]): Filter | null {
  const [first, ...others] = members.flatMap(({ key: [value] }): readonly Filter[] =>
    value == null ? [] : [{ kind: 'comparison', field, operator: 'eq', value }],
  );
  if (first === undefined) return filter;
  return and([...(filter === null ? [] : [filter]), or([first, ...others])]);
}

/** The filter for a day's sums: where the trend is split, only the rows of its members pass. */
export function dayFilter(filter: Filter | null, split: Trend['split']): Filter | null {
  return split === null ? filter : filterOf(filter, split.field, split.members);
}

type DayQuestion = { readonly rows: Rows; readonly split: Trend['split'] };

async function askSnapshot(
  engine: Engine,
  snapshot: Snapshot,
  { rows, split }: DayQuestion,
  options: AskOptions,
): Promise<Omit<TrendPoint, 'date'>> {
  if (split === null) {
    const { totals } = await engine.totals(rows, snapshot, {}, options);
    return { totals, members: [] };
  }
  const { field, members } = split;
  const ofMembers = { ...rows, filter: dayFilter(rows.filter, split) };
  const { top, total } = await engine.groups(
    ofMembers,
    snapshot,
    { by: [field], rankBy: 'licensesSold', top: MOST_LINES },
    options,
  );
  const byKey = new Map(top.map((group: Group) => [foldKey(group.key), group]));
  const { licensesSold, licensesDeployed } = total;
  return {
    totals: { licensesSold, licensesDeployed },
    members: members.map(({ key }) => byKey.get(foldKey(key)) ?? null),
  };
}

/**
 * The sums of the snapshot of a day; null where the service has none of that day. The endpoint has no list of
 * snapshots: a day's sums are asked for, and then a row of the same pin says by its own date of which snapshot they
 * were. For a day without a snapshot the service may answer with an earlier one, which is a point of its own day and
 * not of this one.
 */
async function askDay(
  { engine, findSnapshot }: Pick<DeploymentSource, 'engine' | 'findSnapshot'>,
  date: SnapshotDate,
  question: DayQuestion,
  { signal, ...options }: AskOptions & { readonly signal: AbortSignal },
): Promise<TrendPoint | null> {
  const asked: Snapshot = { processedDateTime: date, date, totalCount: null };
  try {
    return { date, ...(await askSnapshot(engine, asked, question, { ...options, signal })) };
  } catch (error) {
    if (!isGone(error)) throw error;
  }
  const found = await findSnapshot(date, { signal });
  if (found === null || found.date !== date) return null;
  return { date, ...(await askSnapshot(engine, found, question, { ...options, signal })) };
}

/** The members that a view's trend is split by: those that have most of the view's measure now. */
export function useSplit(view: View): Trend['split'] | 'unknown' {
  const field = splitFieldOf(view);
  const label = field === null ? undefined : labelOf(field);
  const question = {
    by: field === null ? [] : [field],
    ...(label === undefined ? {} : { label }),
    rankBy: answeredMeasure(view.measure),
    top: MOST_LINES,
  };
  const toAnswer = useAnswering(view, view.filter);
  const { data, isPrevious } = useAnswer(field === null ? { answering: null, isComing: false } : toAnswer, {
    question: ['trendMembers', question],
    ask: ({ engine, rows, snapshot }, options) => engine.groups(rows, snapshot, question, options),
  });
  if (field === null) return null;
  if (data === undefined || isPrevious) return 'unknown';
  const members = data.top.map(({ key, label: name }): TrendMember => ({
    key,
    name: name ?? key[0] ?? null,
  }));
  return { field, members: members.filter(({ key }) => key[0] != null) };
}

/**
 * The trend of a view's rows. Each day is drawn when it comes, newest first; null while the view's snapshot is not
 * known. The search does not count: the service can't search, and rows of past days are not loaded.
 *
 * @param isStopped nothing more is asked for
 */
export function useTrend(view: View, isStopped: boolean): Trend | null {
  const source = useSource();
  const { accountId, engine } = source;
  const client = useQueryClient();
  const snapshot = useKnownSnapshot(view);
  const split = useSplit(view);
  const range = snapshot === null ? null : rangeOf(view, snapshot.date);
  const days =
    range === null
      ? []
      : daysToAsk(range, view.customerTenantId === null ? MOST_DAYS_ASKED : DAYS_OF_CUSTOMER);
  const rows: Rows = { filter: view.filter, search: '' };
  const about = [printFilter(view.filter), split === 'unknown' ? null : split];
  const prefix = [accountId, 'trend'];
  const isAsked = !isStopped && split !== 'unknown';
  const results = useQueries({
    queries: days.map((date) => ({
      queryKey: [...prefix, date, about],
      queryFn:
        isAsked && snapshot !== null
          ? async ({ signal }: { readonly signal: AbortSignal }): Promise<TrendPoint | null> => {
              const question = { rows, split };
              // The snapshot that is shown is known already, with more than its day.
              return date === snapshot.date
                ? { date, ...(await askSnapshot(engine, snapshot, question, { signal })) }
                : askDay(source, date, question, { signal });
            }
          : skipToken,
      // A past snapshot does not change, so the answer for its day stays true.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
    })),
  });
  if (range === null) return null;
  const points = results.flatMap(({ data }) => data ?? []).toReversed();
  return {
    range,
    days: daysIn(range),
    asked: days.toReversed(),
    points,
    missing: days.filter((_, at) => results[at]?.data === null).toReversed(),
    answered: results.filter(({ data }) => data !== undefined).length,
    isFetching: results.some(({ isFetching }) => isFetching) || split === 'unknown',
    failed: results.filter(({ error, isFetching }) => error !== null && !isFetching).length,
    leave: () => void client.cancelQueries({ queryKey: prefix }),
    split: split === 'unknown' ? null : split,
  };
}
