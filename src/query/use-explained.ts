import { useSyncExternalStore } from 'react';
import type { EngineName, Rows } from '#engine/engine.ts';
import { queriesOf, type ServiceQuestion } from '#engine/service/queries.ts';
import type { LicenseDeploymentQuery } from '#partner-center/client.ts';
import { curlOf } from '#partner-center/curl.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { isOfPairs, type Explained, type View } from '#view/view.ts';
import { chartFilter } from './asking.ts';
import { isComparable, placeOf, questionBehind, type Origin } from './explained.ts';
import { useSource } from './source.ts';
import { daysToAsk, rangeOf } from './trend-days.ts';
import { usePair } from './use-comparison.ts';
import { useAnswering, useLicenseDeployment } from './use-license-deployment.ts';
import { dayFilter } from './trend-day.ts';
import { useSplit } from './use-trend.ts';

/** The requests behind a figure, as commands for a shell. */
export type RequestsBehind = {
  readonly commands: readonly string[];
  /**
   * `figure`: their answers make the figure. `rows`: no request has the figure, and the answers are the rows from which
   * it was made. `days`: their answers make the figures, one request for each day.
   */
  readonly give: 'figure' | 'rows' | 'days';
};

/** The source of a figure or a column of a view. */
export type FromWhat = {
  readonly rows: Rows;
  /** The figure also counts the members that the view's choice in the chart leaves out. */
  readonly isWithoutChoice: boolean;
  readonly snapshot: Snapshot;
  /** The snapshot that the figure is compared with. */
  readonly before: Snapshot | null;
  /** The first and the last day, where the figure is about several days. */
  readonly range: ReturnType<typeof rangeOf> | null;
  readonly origin: Origin;
  /** The engine that made the sums. */
  readonly engine: EngineName;
  /**
   * The number of rows or sums that this browser has read for the view's figures; null where those are figures of other
   * rows.
   */
  readonly rowsRead: number | null;
  /** null where the filter is too long for a request. */
  readonly requests: RequestsBehind | null;
};

/** The source of a figure or a column; null while the snapshot is not known. */
export function useExplained(about: Explained, view: View): FromWhat | null {
  const { requests, loading } = useSource();
  const place = placeOf(about, view);
  const filter = place === 'chart' ? chartFilter(view) : view.filter;
  const { answering } = useAnswering(view, filter);
  const { comparison, areLoaded } = usePair(view);
  const summary = useLicenseDeployment(view);
  // Only a trend is split.
  const split = useSplit(place === 'trend' ? view : { ...view, groupby: [] });
  const found = comparison.kind === 'found' && isComparable(about, view) ? comparison : null;
  const isLoaded = useSyncExternalStore(loading.subscribe, () =>
    answering === null ? false : loading.engineOf(answering.snapshot) !== null,
  );
  if (answering === null) return null;

  const { snapshot } = answering;
  const isUngrouped = place === 'rows' && view.groupby.length === 0;
  // The service can't tell the changes of single rows, nor of rows that a search finds.
  const needsLoaded = view.search !== '' || isUngrouped;
  const before = found !== null && (areLoaded || !needsLoaded) ? found.before : null;
  const engine = before === null ? (isLoaded ? 'snapshot' : 'service') : areLoaded ? 'snapshot' : 'service';
  const behind = questionBehind(about, view, before !== null);
  const ofSummary = summary.data?.coverage;
  const isOfSummary =
    ofSummary !== undefined &&
    !summary.isPrevious &&
    ofSummary.engine === engine &&
    printFilter(ofSummary.filter) === printFilter(filter);
  const shared = { isWithoutChoice: printFilter(filter) !== printFilter(view.filter), snapshot, before };

  if (behind === 'trend') {
    const range = rangeOf(view, snapshot.date);
    const known = split === 'unknown' ? null : split;
    const spare = isOfPairs(view.measure) ? view.spare : null;
    const asked: ServiceQuestion =
      known === null
        ? { about: 'totals', question: { spare } }
        : { about: 'groups', question: { by: [known.field], spare } };
    const days = daysToAsk(range).map((date): Scope => ({
      snapshot: date === snapshot.date ? snapshot : { processedDateTime: date, date, totalCount: null },
      filter: dayFilter(view.filter, known),
    }));
    return {
      ...shared,
      rows: { filter: view.filter, search: '' },
      range,
      origin: 'days',
      engine: 'service',
      rowsRead: null,
      requests: commandsFor(days, asked, 'days'),
    };
  }

  const rows: Rows = { filter, search: engine === 'snapshot' ? view.search : '' };
  const snapshots = before === null ? [snapshot] : [before, snapshot];
  const isOfRowsAlone = rows.search !== '' || (before !== null && isUngrouped);
  return {
    ...shared,
    rows,
    range: null,
    origin: behind.origin,
    engine,
    rowsRead: isOfSummary ? ofSummary.rowsRead : null,
    requests: isOfRowsAlone
      ? commandsFor(
          snapshots.map((each) => ({ snapshot: each, filter: null })),
          { about: 'everything' },
          'rows',
        )
      : commandsFor(
          snapshots.map((each) => ({ snapshot: each, filter })),
          behind.asked,
          'figure',
        ),
  };

  function commandsFor(
    scopes: readonly Scope[],
    asked: ServiceQuestion,
    give: RequestsBehind['give'],
  ): RequestsBehind | null {
    let queries: readonly LicenseDeploymentQuery[];
    try {
      queries = scopes.flatMap((scope) => queriesOf(requests, scope, asked));
    } catch (error) {
      if (error instanceof PartnerCenterError) return null;
      throw error;
    }
    const commands = queries.map((query) => curlOf(requests.requestOf(query), window.location.origin));
    return { commands, give };
  }
}

type Scope = { readonly snapshot: Snapshot; readonly filter: Filter | null };
