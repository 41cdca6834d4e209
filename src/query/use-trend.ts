import { skipToken, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { PAIR } from '#engine/engine.ts';
import { MAX_TOP } from '#partner-center/client.ts';
import { labelOf, type Field } from '#partner-center/fields.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import { isSameSnapshot, type Snapshot } from '#partner-center/reading/snapshot.ts';
import { answeredMeasure } from '#view/answered.ts';
import { daysBefore } from '#view/day-times.ts';
import { isOfPairs, type SnapshotDate, type View } from '#view/view.ts';
import { snapshotKey } from './asking.ts';
import { useSource } from './source.ts';
import {
  askDay,
  FEW_GROUPS,
  isTheirOwn,
  MOST_LINES,
  type AskedDay,
  type DaySource,
  type DaySums,
  type TrendMember,
  type TrendSplit,
} from './trend-day.ts';
import { daysIn, daysToAsk, MOST_DAYS_ASKED, MOST_REQUESTS, rangeOf, type DayRange } from './trend-days.ts';
import { useAnswer, useAnswering, useKnownSnapshot } from './use-license-deployment.ts';

export type { TrendSplit };

/**
 * Fewer days are asked for a customer's view: a person who looks at one customer after the other would otherwise ask
 * for a month of each.
 */
const DAYS_OF_CUSTOMER = 12;

/** At most so many groups by customer and product are read for each day unasked: no more than for a chart. */
const FEW_PAIRS = 1000;

/** What is known of a day is known for good: a past snapshot does not change. */
const KEPT = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY } as const;

/** The sums of a snapshot for the view's rows. */
export type TrendPoint = DaySums & { readonly date: SnapshotDate };

/** What is known of the days' idle licenses. */
export type TrendIdle =
  /** The view's measure needs no idle licenses. */
  | { readonly kind: 'notAsked' }
  /** It is not known yet what has to be read for them. */
  | { readonly kind: 'finding' }
  /** They are asked for every day that is asked for, of which there are at most so many. */
  | { readonly kind: 'asked'; readonly days: number }
  /** Loaded snapshots have them. For other days so many can be had, with about so many requests. */
  | { readonly kind: 'offered'; readonly days: number; readonly requests: number }
  /** Loaded snapshots have them. For two days they would take more requests than a trend may have. */
  | { readonly kind: 'tooMany' }
  /** Loaded snapshots have them. It is not known what has to be read for other days. */
  | { readonly kind: 'unknown' };

export type Trend = {
  readonly range: DayRange;
  /** The number of days in the range. */
  readonly days: number;
  /** The days that are asked for, oldest first. */
  readonly asked: readonly SnapshotDate[];
  /**
   * Oldest first, each snapshot once. Days without one have no point. A day is drawn as soon as its sums can be of no other
   * day; while `isFetching`, a row that shows its date may still have to come.
   */
  readonly points: readonly TrendPoint[];
  /** The days for which the service has no snapshot. */
  readonly missing: readonly SnapshotDate[];
  /** The number of days about which everything is known. */
  readonly answered: number;
  readonly isFetching: boolean;
  /** The number of days that could not be read. The page's trouble says why and asks for them again. */
  readonly failed: number;
  /** Cancels the questions that are under way. */
  readonly leave: () => void;
  /** The members that the trend is split by; null where it is not split. */
  readonly split: TrendSplit | null;
  readonly idle: TrendIdle;
  /** Agrees to the reading that is offered. */
  readonly agree: () => void;
};

/** The field that a view's trend is split by: the first field that the view is grouped by. */
function splitFieldOf({ groupby }: Pick<View, 'groupby'>): Field | null {
  return groupby[0] ?? null;
}

/** The members that a view's trend is split by: those with most of the view's measure now. */
export function useSplit(view: View): TrendSplit | null | 'unknown' {
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
  const members = data.top
    .map(({ key, label: name }): TrendMember => ({ key, name: name ?? key[0] ?? null }))
    .filter(({ key }) => key[0] != null);
  const { groups } = data.total;
  return { field, members, others: groups - members.length, isWhole: groups <= FEW_GROUPS };
}

/**
 * What the idle licenses of each day take: the groups by customer and product, which the view's snapshot has about as many
 * of as the other days.
 *
 * @param split `unknown` is as good as any
 */
function useTrendIdle(
  view: View,
  split: ReturnType<typeof useSplit>,
  mostDays: number,
  isAgreed: boolean,
): TrendIdle {
  const isAsked = isOfPairs(view.measure);
  const toAnswer = useAnswering({ ...view, search: '' }, view.filter);
  const { data, isPrevious, error } = useAnswer(isAsked ? toAnswer : { answering: null, isComing: false }, {
    question: ['trendPairs'],
    ask: ({ engine, rows, snapshot }, options) =>
      engine.page(rows, snapshot, { groupby: PAIR, sort: [], offset: 0, limit: 1, readAll: false }, options),
  });
  if (!isAsked) return { kind: 'notAsked' };
  if (error !== null) return { kind: 'unknown' };
  if (data === undefined || isPrevious) return { kind: 'finding' };
  if (!data.isEndKnown) return { kind: 'unknown' };
  if (data.total <= FEW_PAIRS) return { kind: 'asked', days: mostDays };
  const perDay = requestsADay(data.total, split);
  const days = Math.min(mostDays, Math.floor(MOST_REQUESTS / perDay));
  if (days < 2) return { kind: 'tooMany' };
  return isAgreed ? { kind: 'asked', days } : { kind: 'offered', days, requests: days * perDay };
}

/** Requests that the idle licenses of a day take: its pairs, its groups where it is split, and a row that shows its date. */
function requestsADay(pairs: number, split: ReturnType<typeof useSplit>): number {
  return Math.max(1, Math.ceil(pairs / MAX_TOP)) + (split === null ? 0 : 1) + 1;
}

/**
 * The trend of a view's rows. Each day is drawn when it comes, newest first; null while the view's snapshot is not
 * known. The search does not count: the service can't search, and rows of past days are not loaded.
 *
 * @param isStopped nothing more is asked for
 */
export function useTrend(view: View, isStopped: boolean): Trend | null {
  const { accountId, engine, findSnapshot, loading } = useSource();
  const client = useQueryClient();
  const snapshot = useKnownSnapshot(view);
  const split = useSplit(view);
  const range = snapshot === null ? null : rangeOf(view, snapshot.date);
  const mostDays = view.customerTenantId === null ? MOST_DAYS_ASKED : DAYS_OF_CUSTOMER;
  // To read what the idle licenses of these very days take, which is good for no other question.
  const toAgree = JSON.stringify([printFilter(view.filter), view.groupby, range, view.spare]);
  const agreedKey = [accountId, 'agreedTrend'];
  const { data: agreed } = useQuery<string>({ queryKey: agreedKey, queryFn: skipToken, gcTime: Infinity });
  const idle = useTrendIdle(
    view,
    split,
    Math.min(mostDays, range === null ? mostDays : daysIn(range)),
    agreed === toAgree,
  );
  const days = range === null ? [] : daysToAsk(range, idle.kind === 'asked' ? idle.days : mostDays);
  const prefix = [accountId, 'trend'];
  const dayKey = (date: SnapshotDate) => [...prefix, 'day', date];

  const source: DaySource = {
    engine,
    async find(date, signal) {
      const found = await findSnapshot(date, { signal });
      client.setQueryDefaults(dayKey(date), KEPT);
      client.setQueryData(dayKey(date), found);
      return found;
    },
    known: (date) => client.getQueryData<Snapshot | null>(dayKey(date)),
    loaded(date) {
      const found =
        snapshot?.date === date
          ? snapshot
          : (client.getQueryData<Snapshot | null>(snapshotKey(accountId, date)) ?? source.known(date));
      if (found == null || found.date !== date) return null;
      const held = loading.engineOf(found);
      return held === null ? null : { engine: held, snapshot: found };
    },
  };
  // This is a text, so that it is the same as long as the same days are loaded.
  const loadedDays = useSyncExternalStore(loading.subscribe, () =>
    days.filter((date) => source.loaded(date) !== null).join(),
  ).split(',');

  const rows = { filter: view.filter, search: '' };
  const known = split === 'unknown' ? null : split;
  const isAsked = !isStopped && split !== 'unknown' && idle.kind !== 'finding';
  const hasIdle = (date: SnapshotDate): boolean =>
    idle.kind === 'asked' || (idle.kind !== 'notAsked' && loadedDays.includes(date));
  const asked = days.map((date, at): AskedDay & { readonly spare: number | null } => {
    const own = snapshot?.date === date ? snapshot : null;
    return {
      date,
      own,
      first: firstOf(snapshot, at === days.length - 1 && at > 0),
      spare: hasIdle(date) ? view.spare : null,
    };
  });
  const keyOf = ({ date, own, spare }: (typeof asked)[number]) => [
    own?.processedDateTime ?? date,
    printFilter(view.filter),
    known,
    spare,
  ];
  const unconfirmedKey = (day: (typeof asked)[number]) => [...prefix, 'unconfirmed', ...keyOf(day)];
  const unconfirmed = useQueries({
    queries: asked.map((day) => ({
      queryKey: unconfirmedKey(day),
      queryFn: skipToken as typeof skipToken | (() => DaySums),
      ...KEPT,
    })),
  });
  const results = useQueries({
    queries: asked.map((day) => ({
      queryKey: [...prefix, 'sums', ...keyOf(day)],
      queryFn: isAsked
        ? ({ signal }: { readonly signal: AbortSignal }): Promise<DaySums | null> => {
            const key = unconfirmedKey(day);
            const question = { rows, split: known, spare: day.spare };
            return askDay(source, day, question, {
              signal,
              unconfirmed: {
                get: () => client.getQueryData<DaySums>(key),
                set: (sums) => client.setQueryData(key, sums),
              },
            });
          }
        : skipToken,
      ...KEPT,
    })),
  });
  if (range === null) return null;

  const cameOf = (at: number): DaySums | null | undefined => unconfirmed[at]?.data ?? results[at]?.data;
  const pointOf = (at: number): DaySums | null => {
    const { data, error } = results[at] ?? {};
    if (data !== undefined) return data;
    const came = unconfirmed[at]?.data;
    const day = days[at];
    if (came === undefined || day === undefined || error != null) return null;
    // A row has just shown the date of the view's own snapshot.
    if (snapshot?.date === day) return came;
    const [newer, older] = [days[at - 1], days[at + 1]];
    const areBeside = older === daysBefore(day, 1) && (newer === undefined || day === daysBefore(newer, 1));
    const beside = newer === undefined ? [cameOf(at + 1)] : [cameOf(at - 1), cameOf(at + 1)];
    return areBeside && isTheirOwn(came, beside) ? came : null;
  };
  const points = days.flatMap((date, at) => {
    const sums = pointOf(at);
    return sums === null ? [] : [{ date, ...sums }];
  });
  return {
    range,
    days: daysIn(range),
    asked: days.toReversed(),
    points: points.toReversed(),
    missing: days.filter((_, at) => results[at]?.data === null).toReversed(),
    answered: results.filter(({ data }) => data !== undefined).length,
    isFetching:
      results.some(({ isFetching }) => isFetching) || split === 'unknown' || idle.kind === 'finding',
    failed: results.filter(({ error, isFetching }) => error !== null && !isFetching).length,
    leave: () => void client.cancelQueries({ queryKey: prefix }),
    split: known,
    idle,
    agree: () => client.setQueryData(agreedKey, toAgree),
  };
}

/**
 * What is asked first of a day. Where snapshots have a time of day, a day alone names none of them. The oldest day has none
 * before it that shows whether its sums are its own, so a row shows that at once.
 */
function firstOf(snapshot: Snapshot | null, isOldest: boolean): AskedDay['first'] {
  if (snapshot !== null && !isSameSnapshot(snapshot.processedDateTime, snapshot.date)) return 'snapshot';
  return isOldest ? 'both' : 'sums';
}
