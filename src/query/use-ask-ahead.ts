import { hashKey, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { Snapshot } from '#engine/engine.ts';
import type { Priority } from '#partner-center/queue.ts';
import type { View } from '#view/view.ts';
import {
  answeringOf,
  askingForChart,
  askingForRows,
  chartFilter,
  queryOf,
  snapshotKey,
  SUMMARY,
  type Asking,
  type QueryOf,
} from './asking.ts';
import { useSource } from './source.ts';

/** A question that was asked ahead. */
type AskedAhead = { readonly queryKey: QueryKey; readonly priority: Priority };

/**
 * Asks what the page will ask for a view that is about to be shown, or may be (`background`: what is looked at goes
 * first), of a loaded snapshot only. What it asked for the view before, and nobody looks at, need not be answered any
 * more. Settles when all of it is answered, whichever way; null where there is nothing to wait for: no snapshot is
 * loaded for the view, or everything was answered before.
 */
export function useAskAhead(): (next: View, priority?: Priority) => Promise<unknown> | null {
  const { accountId, engine, loading } = useSource();
  const client = useQueryClient();
  const askedBefore = useRef<ReadonlyMap<string, AskedAhead>>(new Map());
  return useCallback(
    (next, priority = 'visible') => {
      const snapshot = client.getQueryData<Snapshot | null>(snapshotKey(accountId, next.processedDateTime));
      const loaded = snapshot == null ? null : loading.engineOf(snapshot);
      if (snapshot == null || loaded === null) return null;

      const about = <T>(filter: View['filter'], asking: Asking<T>): QueryOf<T> =>
        queryOf(accountId, answeringOf(engine, loaded, { ...next, filter }, snapshot), asking, priority);
      const summary = about(next.filter, SUMMARY);
      const chart = about(chartFilter(next), askingForChart(next));
      const rows = about(next.filter, askingForRows(next, next.page, false));

      const asked = new Map(
        [summary, chart, rows].map(({ queryKey }) => [hashKey(queryKey), { queryKey, priority }]),
      );
      for (const [hash, before] of askedBefore.current) {
        // What may be looked at becomes what is looked at: it is asked once more, and goes first.
        const isRaised = priority === 'visible' && before.priority === 'background';
        if (asked.has(hash) && !isRaised) asked.set(hash, before);
        else void client.cancelQueries({ queryKey: before.queryKey, exact: true, type: 'inactive' });
      }
      askedBefore.current = asked;

      const answers: Promise<unknown>[] = [];
      const ask = <T>(query: QueryOf<T>): void => {
        if (client.getQueryData(query.queryKey) === undefined) answers.push(client.query(query));
      };
      ask(summary);
      ask(chart);
      ask(rows);
      return answers.length === 0 ? null : Promise.allSettled(answers);
    },
    [accountId, engine, loading, client],
  );
}
