import type { Progress } from '#partner-center/reading/progress.ts';
import type { Page } from '#engine/engine.ts';
import type { AskedRows } from '#query/use-license-deployment.ts';

/** How much of the view's rows has been read, where that is worth saying. */
export type Reading =
  /** All rows are being read. `total` is null where the service named no count. */
  | { readonly kind: 'reading'; readonly loaded: number; readonly total: number | null }
  /** The order asked for needs all rows: how many, in how many requests; null where nobody knows. */
  | { readonly kind: 'offer'; readonly rows: number | null; readonly requests: number | null }
  /** Every row is there. */
  | { readonly kind: 'complete'; readonly rows: number }
  /** One page of more rows, in an order that needs no others. */
  | { readonly kind: 'page' };

function isAll({ loaded, total }: Progress): boolean {
  return total !== null && loaded >= total;
}

function isComplete({ order, total, isEndKnown, addedUp, coverage }: Page): boolean {
  // Of a list that is sifted its length says nothing of what was read.
  return addedUp === undefined && order === 'asked' && isEndKnown && coverage.rowsRead >= total;
}

/** What there is to say of a question's reading. */
export function readingOf({
  data,
  isPrevious,
  plan,
  progress,
}: Pick<AskedRows, 'data' | 'isPrevious' | 'plan' | 'progress'>): Reading {
  // What is being read ends with its last row, not with the ordering of all of them a moment later.
  if (progress !== null && !isAll(progress)) return { kind: 'reading', ...progress };
  if (progress !== null) return { kind: 'complete', rows: progress.loaded };
  // What a loaded snapshot has is said for the whole page.
  if (data === undefined || isPrevious || plan.engine === 'snapshot') return { kind: 'page' };
  if (plan.offer !== null && data.order === 'service') {
    return { kind: 'offer', rows: plan.offer.rows, requests: plan.offer.requests };
  }
  return isComplete(data) ? { kind: 'complete', rows: data.total } : { kind: 'page' };
}
