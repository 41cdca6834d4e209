import { hashKey, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { Priority } from '#partner-center/queue.ts';
import { scopedView, withoutCustomers } from '#view/customer-scope.ts';
import type { View } from '#view/view.ts';
import {
  answeringOf,
  askingForChart,
  askingForFirst,
  askingForIdle,
  askingForNames,
  askingForRows,
  askingForStanding,
  chartFilter,
  queryOf,
  snapshotKey,
  SUMMARY,
  type Asking,
  type Charted,
  type QueryOf,
} from './asking.ts';
import { isChoiceMissing } from './chart-groups.ts';
import { useSource } from './source.ts';

/**
 * Asks a loaded snapshot what the page will ask for a view that is about to be shown, or may be shown (`background`:
 * the questions of the present view go first). It cancels the questions for the view before that no part of the page
 * shows. A question that it has already asked for this view is not asked once more when the view is shown. The promise
 * settles when all of them have an answer or have failed. null where there is nothing to wait for: no snapshot is
 * loaded for the view, or everything was answered before.
 */
export function useAskAhead(): (next: View, priority?: Priority) => Promise<unknown> | null {
  const { accountId, engine, loading, askToo } = useSource();
  const client = useQueryClient();
  const askedBefore = useRef<readonly QueryKey[]>([]);
  return useCallback(
    (shown, priority = 'visible') => {
      const next = scopedView(shown);
      const snapshot = client.getQueryData<Snapshot | null>(snapshotKey(accountId, next.processedDateTime));
      const loaded = snapshot == null ? null : loading.engineOf(snapshot);
      if (snapshot == null || loaded === null) return null;

      const about = <T>(filter: View['filter'], asking: Asking<T>): QueryOf<T> =>
        queryOf(accountId, answeringOf(engine, loaded, { ...next, filter }, snapshot), asking, priority);
      const rows = about(next.filter, askingForRows(next, next.page, false));
      const queries: QueryOf<unknown>[] = [about(next.filter, SUMMARY)];
      if (next.view === 'customer') {
        const everyone = withoutCustomers(next.filter);
        queries.push(
          about(scopedView({ ...next, filter: null }).filter, askingForNames()),
          about(everyone, askingForStanding(next.customerTenantId ?? '', false)),
          about(next.filter, askingForIdle(next.spare)),
          rows,
        );
      } else if (next.view === 'opportunities') {
        if (next.opportunity === 'idle') queries.push(about(next.filter, askingForFirst(next, false)));
        queries.push(rows);
      } else {
        const chart = about(chartFilter(next), askingForChart(next));
        queries.push(chart);
        const charted = client.getQueryData<Charted>(chart.queryKey);
        if (charted !== undefined && isChoiceMissing(charted, next))
          queries.push(about(next.filter, askingForChart(next)));
        // The part that compares asks for the rows of two snapshots.
        if (next.compare === null) queries.push(rows);
      }
      for (const askingOf of askToo) queries.push(...askingOf(next, priority));

      const keys = queries.map(({ queryKey }) => queryKey);
      const asked = new Set(keys.map((key) => hashKey(key)));
      for (const queryKey of askedBefore.current) {
        if (!asked.has(hashKey(queryKey)))
          void client.cancelQueries({ queryKey, exact: true, type: 'inactive' });
      }
      askedBefore.current = keys;

      const answers = queries
        .filter(({ queryKey }) => client.getQueryData(queryKey) === undefined)
        .map((query) => client.query(query));
      return answers.length === 0 ? null : Promise.allSettled(answers);
    },
    [accountId, engine, loading, askToo, client],
  );
}
