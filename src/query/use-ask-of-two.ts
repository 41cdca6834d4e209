import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import {
  answeringOf,
  chartFilter,
  queryOf,
  snapshotKey,
  SUMMARY,
  type Asking,
  type QueryOf,
} from './asking.ts';
import { comparisonOf } from './comparison.ts';
import { useSource, type AskToo } from './source.ts';
import { askingForCustomersOfTwo, askingForMembersOfTwo, askingForRowsOfTwo } from './use-comparison.ts';

/**
 * Also asks ahead what the page will say of two loaded snapshots (see `useAskAhead`). Then a click is drawn once, with
 * all changes, and not once for each answer.
 */
export function useAskOfTwo(): void {
  const { accountId, engine, loading, askToo } = useSource();
  const client = useQueryClient();
  useEffect(() => {
    const snapshotOf = (date: string | null) => ({
      data: client.getQueryData<Snapshot | null>(snapshotKey(accountId, date)),
      isFetching: false,
    });
    const askingOf: AskToo = (next, priority) => {
      if (next.view !== 'overview' && next.view !== 'customer') return [];
      const comparison = comparisonOf(
        next.compare,
        snapshotOf(next.compare),
        snapshotOf(next.processedDateTime),
      );
      if (comparison.kind !== 'found') return [];
      const { before, after } = comparison;
      const [ofBefore, ofAfter] = [loading.engineOf(before), loading.engineOf(after)];
      if (ofBefore === null || ofAfter === null) return [];
      const about = <T>(filter: typeof next.filter, asking: Asking<T>): QueryOf<T> =>
        queryOf(accountId, answeringOf(engine, ofAfter, { ...next, filter }, after), asking, priority);
      const summary = queryOf(accountId, answeringOf(engine, ofBefore, next, before), SUMMARY, priority);
      if (next.view === 'customer') return [summary];
      return [
        summary,
        about(chartFilter(next), askingForMembersOfTwo(next, before)),
        about(next.filter, askingForMembersOfTwo(next, before)),
        about(next.filter, askingForCustomersOfTwo(before)),
        about(next.filter, askingForRowsOfTwo(next, next.page, before)),
      ];
    };
    askToo.add(askingOf);
    return () => void askToo.delete(askingOf);
  }, [accountId, engine, loading, askToo, client]);
}
