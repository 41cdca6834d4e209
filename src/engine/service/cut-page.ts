import type { LicenseDeploymentPage } from '#partner-center/client.ts';
import type { Page } from '#engine/engine.ts';
import type { Collected } from './collect.ts';

/** Rows of a page as the service cut it, from `skip` on: at least as many as were asked for, where there are. */
export type CutPage = Pick<LicenseDeploymentPage, 'rows' | 'totalCount'> & {
  /** They are the last ones. */
  readonly isLast: boolean;
  /** See `Collected`. */
  readonly isDated: boolean;
};

type Cut = Pick<Collected, 'rows' | 'totalCount'> & Pick<CutPage, 'isLast'>;

/**
 * Where the rows of a question end, as far as some of them tell, `offset` before them. What came goes before the
 * service's count: that counts where it is beyond the rows that came, and where they are behind it, if it leaves any.
 */
export function endOf(offset: number, { rows, totalCount, isLast }: Cut): Pick<Page, 'total' | 'isEndKnown'> {
  const end = offset + rows.length;
  if (isLast && (rows.length > 0 || offset === 0)) return { total: end, isEndKnown: true };
  const isPlausible =
    totalCount !== null && (isLast ? totalCount > 0 && totalCount <= offset : totalCount > end);
  if (isPlausible) return { total: totalCount, isEndKnown: true };
  // Behind the last row nobody knows whether there is one at all.
  return { total: isLast ? 0 : end, isEndKnown: false };
}

/** Do some rows, `offset` before them, show that the service's count is wrong? */
export function contradicts(totalCount: number, offset: number, { rows, isLast }: Cut): boolean {
  const end = offset + rows.length;
  if (!isLast) return end > totalCount;
  // A page behind the end is empty and says nothing against the count; one before it is not.
  return rows.length > 0 ? end !== totalCount : offset < totalCount;
}
