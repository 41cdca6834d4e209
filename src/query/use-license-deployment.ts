import { keepPreviousData, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type {
  Groups,
  GroupsQuestion,
  Members,
  Page,
  Progress,
  Scope,
  Snapshot,
  Summary,
} from '#engine/engine.ts';
import { planRows, type RowsPlan } from '#engine/plan.ts';
import type { PartnerCenterError } from '#partner-center/error.ts';
import type { Field } from '#partner-center/fields.ts';
import { withoutChoice, withoutField } from '#partner-center/filter/conditions.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { effectiveChart, effectiveSort, type View } from '#view/view.ts';
import { useSource, type DeploymentSource } from './source.ts';

// A new snapshot comes about once a day; a page left open asks again when the person comes back to it after an hour.
const LATEST_SNAPSHOT_STALE = 60 * 60_000;

export type { Snapshot };

/** A question that was asked and what is known of its answer. */
export type Asked<T> = {
  /** The answer; while the next one is under way, the one before it (`isPrevious`). */
  readonly data: T | undefined;
  /** `data` answers an earlier question: show it dimmed. */
  readonly isPrevious: boolean;
  readonly isFetching: boolean;
  readonly error: PartnerCenterError | null;
  /** When `data` came, in milliseconds since the epoch; 0 where none has. */
  readonly updatedAt: number;
};

type QueryState<T> = {
  readonly dataUpdatedAt: number;
  readonly data: T | undefined;
  readonly isPlaceholderData: boolean;
  readonly isFetching: boolean;
  readonly error: PartnerCenterError | null;
};

function askedOf<T>({ data, isPlaceholderData, isFetching, error, dataUpdatedAt }: QueryState<T>): Asked<T> {
  return { data, isPrevious: isPlaceholderData, isFetching, error, updatedAt: dataUpdatedAt };
}

/** The snapshot a view is about: null where the service has none for its day. */
export function useSnapshot(view: Pick<View, 'processedDateTime'>): Asked<Snapshot | null> {
  const { accountId, findSnapshot } = useSource();
  const date = view.processedDateTime;
  return askedOf(
    useQuery({
      queryKey: [accountId, 'snapshot', date],
      queryFn: ({ signal }) => findSnapshot(date, { signal }),
      placeholderData: keepPreviousData,
      ...(date === null ? { staleTime: LATEST_SNAPSHOT_STALE, refetchOnWindowFocus: true } : {}),
    }),
  );
}

/** The scope of a view once its snapshot is known: null while it is not, or where there is none. */
function useScope(view: Pick<View, 'processedDateTime'>, filter: Filter | null): Scope | null {
  const snapshot = useSnapshot(view);
  return snapshot.data == null || snapshot.isPrevious ? null : { filter, snapshot: snapshot.data };
}

function scopeKey({ accountId }: DeploymentSource, scope: Scope | null): readonly unknown[] {
  return [accountId, scope === null ? null : [scope.snapshot.processedDateTime, printFilter(scope.filter)]];
}

/** The first figures of a view, from one grouped request: sums, customers and their distribution. */
export function useLicenseDeployment(view: Pick<View, 'filter' | 'processedDateTime'>): Asked<Summary> {
  const source = useSource();
  const scope = useScope(view, view.filter);
  return askedOf(
    useQuery({
      queryKey: [...scopeKey(source, scope), 'summary'],
      queryFn: scope === null ? skipToken : ({ signal }) => source.engine.summary(scope, { signal }),
      placeholderData: keepPreviousData,
    }),
  );
}

/**
 * The members of the main chart's field, ranked, with the rest summed.
 * The view's own choice among them does not count, so that the member that was clicked keeps its others in sight.
 */
export function useChartGroups(
  view: Pick<View, 'filter' | 'processedDateTime' | 'chart' | 'groupby' | 'measure'>,
  top: number,
): Asked<Groups> {
  const source = useSource();
  const field = effectiveChart(view);
  const scope = useScope(view, withoutChoice(view.filter, field));
  const question: GroupsQuestion = { by: [field], rankBy: view.measure, top };
  return askedOf(
    useQuery({
      queryKey: [...scopeKey(source, scope), 'groups', question],
      queryFn: scope === null ? skipToken : ({ signal }) => source.engine.groups(scope, question, { signal }),
      placeholderData: keepPreviousData,
    }),
  );
}

/** The values of a field for a picker, most sold first. The view's own conditions on that field do not count. */
export function useMembers(view: Pick<View, 'filter' | 'processedDateTime'>, field: Field): Asked<Members> {
  const source = useSource();
  const scope = useScope(view, withoutField(view.filter, field));
  return askedOf(
    useQuery({
      queryKey: [...scopeKey(source, scope), 'members', field],
      queryFn: scope === null ? skipToken : ({ signal }) => source.engine.members(scope, field, { signal }),
    }),
  );
}

/** One page of a view's rows, and the reading of all of them where its order needs that. */
export type AskedRows = Asked<Page> & {
  readonly plan: RowsPlan;
  /** How far the reading of all rows is; null where none is under way. */
  readonly progress: Progress | null;
  /** Agrees to the plan's offer. */
  readonly load: () => void;
  /** Takes the agreement back: what is under way stops, the service's order stays. */
  readonly stop: () => void;
};

/** The rows (or groups) of a view, one page of them. */
export function useRows(
  view: Pick<View, 'filter' | 'processedDateTime' | 'groupby' | 'sort' | 'page' | 'pageSize'>,
): AskedRows {
  const source = useSource();
  const queryClient = useQueryClient();
  const scope = useScope(view, view.filter);
  const rowsKey = [...scopeKey(source, scope), 'rows', view.groupby];
  const identity = JSON.stringify(rowsKey);
  // What the person agreed to read belongs to these very rows and ends with them.
  const [agreed, setAgreed] = useState<string | null>(null);
  const readAll = agreed === identity;

  const progressKey = [...rowsKey, 'progress'];
  const progress = useQuery<Progress>({ queryKey: progressKey, queryFn: skipToken });

  const question = {
    groupby: view.groupby,
    sort: effectiveSort(view),
    offset: (view.page - 1) * view.pageSize,
    limit: view.pageSize,
    readAll,
  };
  const page = useQuery({
    queryKey: [...rowsKey, question],
    queryFn:
      scope === null
        ? skipToken
        : ({ signal }) =>
            source.engine.page(scope, question, {
              signal,
              onProgress: (now) => queryClient.setQueryData(progressKey, now),
            }),
    placeholderData: keepPreviousData,
  });

  const load = useCallback(() => setAgreed(identity), [identity]);
  const stop = useCallback(() => setAgreed(null), []);
  const known = {
    total: page.data === undefined || page.isPlaceholderData ? null : page.data.total,
    // An order that is there needs no offer, however it came to be.
    agreed: readAll || page.data?.order === 'asked',
  };
  return {
    ...askedOf(page),
    plan: planRows(view, known),
    progress: readAll && page.isFetching ? (progress.data ?? { loaded: 0, total: known.total }) : null,
    load,
    stop,
  };
}
