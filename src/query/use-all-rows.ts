import type { Coverage, DeploymentRow, Totals } from '#engine/engine.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import { nextTurn } from '#partner-center/turn.ts';
import { askingForRows, type RowsView } from './asking.ts';
import { useAnswering } from './use-license-deployment.ts';

/** Rows asked for at once: few enough that the page's thread takes them up between two frames. */
const ROWS_AT_ONCE = 2_500;

/** Some rows on their way out of the page. */
export type SomeRows = {
  readonly rows: readonly DeploymentRow[];
  /** Rows of the view, as far as that is known. */
  readonly total: number;
  /** The sums of all rows; null where not all of them were read. */
  readonly totals: Totals | null;
  readonly coverage: Coverage;
};

/** All rows of a view, in its order, some after the other. */
export type AllRows = {
  readonly snapshot: Snapshot;
  /**
   * Reads them from who answers for the view, the service in as many requests as it takes. Rejects as an engine does, or
   * with the signal's reason.
   */
  readonly read: (signal: AbortSignal) => AsyncGenerator<SomeRows, void, undefined>;
};

/**
 * Whatever page of them is looked at. null while the view's snapshot is not known, and while its search waits for the
 * rows: what the service has would be more than the view's.
 */
export function useAllRows(view: RowsView): AllRows | null {
  const { answering } = useAnswering(view, view.filter);
  if (answering === null || answering.rows.search !== view.search) return null;
  const { snapshot } = answering;
  return {
    snapshot,
    async *read(signal) {
      const sized = { ...view, pageSize: ROWS_AT_ONCE };
      for (let page = 1, read = 0; ; page += 1) {
        const { ask } = askingForRows(sized, page, true);
        const { rows, total, totals, coverage } = await ask(answering, { signal });
        read += rows.length;
        yield { rows, total, totals, coverage };
        // Where nothing has to be waited for, the page has its turn all the same.
        await nextTurn();
        if (rows.length === 0 || read >= total) return;
      }
    },
  };
}
