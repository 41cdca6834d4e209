import type { AskOptions, Engine, Group, Rows, Totals } from '#engine/engine.ts';
import { add, licensesOf, NO_LICENSES } from '#engine/totals.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import type { Field } from '#partner-center/fields.ts';
import { and, or } from '#partner-center/filter/canonical.ts';
import { foldKey } from '#partner-center/filter/fold-case.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import type { GroupKey } from '#partner-center/reading/group-key.ts';
import { snapshotChanged } from '#partner-center/reading/pin-check.ts';
import { isSameSnapshot, type Snapshot } from '#partner-center/reading/snapshot.ts';
import type { SnapshotDate } from '#view/view.ts';

/** A trend is split by so many members at most: more lines can't be told apart. */
export const MOST_LINES = 5;

/**
 * So many groups are a small answer: then all groups of each day are asked for, and what the lines leave out is known.
 */
export const FEW_GROUPS = 1000;

/** A member whose own line is drawn. */
export type TrendMember = {
  readonly key: GroupKey;
  /** The name that a person sees; null where the member has no value. */
  readonly name: string | null;
};

/** The members that a trend is split by. */
export type TrendSplit = {
  readonly field: Field;
  readonly members: readonly TrendMember[];
  /** The number of further members in the view's snapshot. */
  readonly others: number;
  /** Whether the other members are asked for too. Otherwise a day's sums are those of `members` alone. */
  readonly isWhole: boolean;
};

/** The sums of a snapshot for the view's rows. */
export type DaySums = {
  readonly totals: Totals;
  /** Where the trend is split: the sums of each member, in the order of the members; null for a member without rows. */
  readonly members: readonly (Totals | null)[];
  /** The sums of the other members, where the trend is split by only some; null where they were not asked for. */
  readonly other: Totals | null;
};

/** The question about each day. */
export type DayQuestion = {
  readonly rows: Rows;
  readonly split: TrendSplit | null;
  /** Where idle licenses are asked for: how many licenses each customer keeps of each product; otherwise null. */
  readonly spare: number | null;
};

/** A filter for the rows of some members that also pass another filter. */
function filterOf(filter: Filter | null, field: Field, members: readonly TrendMember[]): Filter | null {
  const [first, ...others] = members.flatMap(({ key: [value] }): readonly Filter[] =>
    value == null ? [] : [{ kind: 'comparison', field, operator: 'eq', value }],
  );
  if (first === undefined) return filter;
  return and([...(filter === null ? [] : [filter]), or([first, ...others])]);
}

/** The filter for a day's sums: where the trend is split by a few of many members, only their rows pass. */
export function dayFilter(filter: Filter | null, split: TrendSplit | null): Filter | null {
  return split === null || split.isWhole ? filter : filterOf(filter, split.field, split.members);
}

/** The sums of one snapshot, as one engine answers them. */
async function sumsIn(
  engine: Engine,
  snapshot: Snapshot,
  { rows, split, spare }: DayQuestion,
  options: AskOptions,
): Promise<DaySums> {
  if (split === null) {
    const { totals } = await engine.totals(rows, snapshot, { spare }, options);
    return { totals, members: [], other: null };
  }
  const { field, members, isWhole } = split;
  const { top, other, total } = await engine.groups(
    { ...rows, filter: dayFilter(rows.filter, split) },
    snapshot,
    { by: [field], spare, rankBy: 'licensesSold', top: isWhole ? FEW_GROUPS : MOST_LINES },
    options,
  );
  const byKey = new Map(top.map((group: Group) => [foldKey(group.key), group]));
  const own = members.map(({ key }) => byKey.get(foldKey(key)) ?? null);
  const named = new Set(own);
  const none: Totals = spare === null ? NO_LICENSES : { ...NO_LICENSES, idle: 0, short: 0 };
  return {
    totals: licensesOf(total),
    members: own,
    other: isWhole ? top.filter((group) => !named.has(group)).reduce<Totals>(add, other ?? none) : null,
  };
}

/** The sources of a trend's days. */
export type DaySource = {
  /** The engine that asks the service. */
  readonly engine: Engine;
  /** Finds the snapshot that the service shows for a day, by a row's own date; null where there is none. */
  readonly find: (date: SnapshotDate, signal: AbortSignal) => Promise<Snapshot | null>;
  /** The snapshot that a day is already known to have; undefined where that is not known. */
  readonly known: (date: SnapshotDate) => Snapshot | null | undefined;
  /** A loaded snapshot of a day, which answers without a request. */
  readonly loaded: (date: SnapshotDate) => { readonly engine: Engine; readonly snapshot: Snapshot } | null;
};

export type AskedDay = {
  readonly date: SnapshotDate;
  /** The view's own snapshot, where it is of this day: it may still be replaced, so it is never known for good. */
  readonly own: Snapshot | null;
  /**
   * `sums`: they are asked for by the day alone, and then a row says of which snapshot they were. `snapshot`: the other way
   * round, where a day alone does not name a snapshot. `both`: at once.
   */
  readonly first: 'sums' | 'snapshot' | 'both';
};

type DayOptions = {
  readonly signal: AbortSignal;
  /** Sums that have come, but whose snapshot is not known yet. */
  readonly unconfirmed: { readonly get: () => DaySums | undefined; readonly set: (sums: DaySums) => void };
};

function isGone(error: unknown): boolean {
  return error instanceof PartnerCenterError && error.kind === 'snapshotChanged';
}

/**
 * What the snapshot of a day says; null where the service has none of that day. The endpoint has no list of snapshots:
 * a day's sums are asked for, and a row of the same pin says by its own date of which snapshot they are. For a day
 * without a snapshot the service may answer with an earlier one, which is a point of its own day and not of this one.
 * Two requests, one where the day is known, three where a day that has a snapshot does not name it.
 */
export async function askDay(
  { engine, find, known, loaded }: DaySource,
  { date, own, first }: AskedDay,
  question: DayQuestion,
  { signal, unconfirmed }: DayOptions,
): Promise<DaySums | null> {
  const held = loaded(date);
  if (held !== null) return sumsIn(held.engine, held.snapshot, question, { signal });
  const before = own === null ? known(date) : undefined;
  if (before === null) return null;
  const ask = (snapshot: Snapshot): Promise<DaySums> =>
    sumsIn(engine, snapshot, question, { signal, isUnchecked: true });
  if (before !== undefined) return ask(before);

  const asked: Snapshot = own ?? { processedDateTime: date, date, totalCount: null };
  const askFirst = async (): Promise<DaySums | null> => {
    const sums = unconfirmed.get() ?? (await askOrNone(ask, asked));
    if (sums !== null) unconfirmed.set(sums);
    return sums;
  };
  const findFirst = (): Promise<Snapshot | null> => find(asked.processedDateTime, signal);
  const [sums, found] =
    first === 'sums'
      ? [await askFirst(), await findFirst()]
      : first === 'both'
        ? await Promise.all([askFirst(), findFirst()])
        : [null, await findFirst()];
  const isAsked = found !== null && isSameSnapshot(found.processedDateTime, asked.processedDateTime);
  if (own !== null && !isAsked) throw snapshotChanged(own, found?.processedDateTime);
  if (found === null || found.date !== date) return null;
  return isAsked && sums !== null ? sums : ask(found);
}

/** The sums for a pin; null where none have come. */
async function askOrNone(
  ask: (snapshot: Snapshot) => Promise<DaySums>,
  snapshot: Snapshot,
): Promise<DaySums | null> {
  try {
    return await ask(snapshot);
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/**
 * Whether sums of which no row has said yet what snapshot they are of can only be of their own day: the days before and
 * after it gave others. A service that has nothing of a day answers with nothing, or with the nearest snapshot.
 */
export function isTheirOwn(
  { totals }: DaySums,
  neighbours: readonly (DaySums | null | undefined)[],
): boolean {
  return neighbours.every(
    (other) =>
      other != null &&
      (other.totals.licensesSold !== totals.licensesSold ||
        other.totals.licensesDeployed !== totals.licensesDeployed),
  );
}
