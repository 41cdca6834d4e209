import type { Progress } from '#partner-center/reading/progress.ts';
import type { Page } from '#engine/engine.ts';
import type { AskedRows } from '#query/use-license-deployment.ts';

/** The progress of reading the view's rows, where it is worth a text. */
export type Reading =
  /** All rows are being read. `total` is null where the service gave no count. */
  | { readonly kind: 'reading'; readonly loaded: number; readonly total: number | null }
  /** The order that is asked for needs all rows: their number, and that of the requests; null where it is not known. */
  | { readonly kind: 'offer'; readonly rows: number | null; readonly requests: number | null }
  /** Every row is there. */
  | { readonly kind: 'complete'; readonly rows: number }
  /** The page is one of several, in an order that does not need the other rows. */
  | { readonly kind: 'page' };

function isAll({ loaded, total }: Progress): boolean {
  return total !== null && loaded >= total;
}

function isComplete({ order, total, isEndKnown, addedUp, coverage }: Page): boolean {
  // The length of a filtered list does not say how many rows were read.
  return addedUp === undefined && order === 'asked' && isEndKnown && coverage.rowsRead >= total;
}

/** The progress of a question's reading. */
export function readingOf({
  data,
  isPrevious,
  plan,
  progress,
}: Pick<AskedRows, 'data' | 'isPrevious' | 'plan' | 'progress'>): Reading {
  // The reading ends with its last row; all rows are ordered a moment later.
  if (progress !== null && !isAll(progress)) return { kind: 'reading', ...progress };
  if (progress !== null) return { kind: 'complete', rows: progress.loaded };
  // The loading bar speaks of a loaded snapshot, for the whole page.
  if (data === undefined || isPrevious || plan.engine === 'snapshot') return { kind: 'page' };
  if (plan.offer !== null && data.order === 'service') {
    return { kind: 'offer', rows: plan.offer.rows, requests: plan.offer.requests };
  }
  return isComplete(data) ? { kind: 'complete', rows: data.total } : { kind: 'page' };
}
