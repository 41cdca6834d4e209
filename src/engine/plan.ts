import { MAX_TOP } from '#partner-center/client.ts';
import { effectiveSort, type View } from '#view/view.ts';

/** What is known of a view's rows before they are asked for. */
export type Known = {
  /** Rows (or groups) of the view by the service's count; null where it is not known yet. */
  readonly total: number | null;
  /** The person has agreed to read all of them. */
  readonly agreed: boolean;
};

/** What has to be read before a question can be answered. */
export type Load = {
  readonly reason: 'sort';
  readonly rows: number;
  readonly requests: number;
};

/** How the rows of a view are answered. */
export type RowsPlan = {
  readonly engine: 'service';
  /** Read every row, in as many responses as it takes? */
  readonly readAll: boolean;
  /** What the asked order still needs; until then the rows come in the service's own. null: nothing. */
  readonly offer: Load | null;
};

/**
 * Which engine answers for the rows of a view, and, where the view asks for more than it can give yet, what to load.
 *
 * The endpoint has no ordering: an order needs every row. One response holds up to 10,000 of them, so that much is read
 * unasked; more only when the person agrees. A whole snapshot in the browser will answer here too, once it is loaded.
 */
export function planRows(view: Pick<View, 'sort' | 'groupby'>, known: Known): RowsPlan {
  const needsAll = effectiveSort(view).length > 0;
  const fitsOneResponse = known.total === null || known.total <= MAX_TOP;
  if (!needsAll || fitsOneResponse || known.agreed) {
    return { engine: 'service', readAll: needsAll && known.agreed, offer: null };
  }
  return {
    engine: 'service',
    readAll: false,
    offer: { reason: 'sort', rows: known.total, requests: Math.ceil(known.total / MAX_TOP) },
  };
}
