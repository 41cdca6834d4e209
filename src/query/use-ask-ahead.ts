import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Snapshot } from '#engine/engine.ts';
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
} from './asking.ts';
import { useSource } from './source.ts';

/**
 * Asks what the page will ask for a view that is about to be shown, of a loaded snapshot only. Settles when all of it
 * is answered, whichever way; null where there is nothing to wait for: no snapshot is loaded for the view, or
 * everything was answered before.
 */
export function useAskAhead(): (next: View) => Promise<unknown> | null {
  const { accountId, engine, loading } = useSource();
  const client = useQueryClient();
  return useCallback(
    (next) => {
      const snapshot = client.getQueryData<Snapshot | null>(snapshotKey(accountId, next.processedDateTime));
      const loaded = snapshot == null ? null : loading.engineOf(snapshot);
      if (snapshot == null || loaded === null) return null;

      const answers: Promise<unknown>[] = [];
      const ask = <T>(filter: View['filter'], asking: Asking<T>): void => {
        const query = queryOf(accountId, answeringOf(engine, loaded, { ...next, filter }, snapshot), asking);
        if (client.getQueryData(query.queryKey) === undefined) answers.push(client.query(query));
      };
      ask(next.filter, SUMMARY);
      ask(chartFilter(next), askingForChart(next));
      ask(next.filter, askingForRows(next, next.page, false));
      return answers.length === 0 ? null : Promise.allSettled(answers);
    },
    [accountId, engine, loading, client],
  );
}
