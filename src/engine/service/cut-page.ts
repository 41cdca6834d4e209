import type { LicenseDeploymentPage } from '#partner-center/client.ts';
import type { Page } from '#engine/engine.ts';
import type { Collected } from './collect.ts';

/**
 * The rows of a page as the service cut it, from `skip` on: at least as many as were asked for, where there are so
 * many.
 */
export type CutPage = Pick<LicenseDeploymentPage, 'rows' | 'totalCount'> & {
  /** The page has the last rows. */
  readonly isLast: boolean;
  /** See `Collected`. */
  readonly isDated: boolean;
};

type Cut = Pick<Collected, 'rows' | 'totalCount'> & Pick<CutPage, 'isLast'>;

/**
 * Where the rows of a question end, as far as some of them tell, with `offset` rows before them. The rows that came are
 * stronger than the service's count: it is used only where it is beyond these rows, or where they are behind it and it
 * leaves some.
 */
export function endOf(offset: number, { rows, totalCount, isLast }: Cut): Pick<Page, 'total' | 'isEndKnown'> {
  const end = offset + rows.length;
  if (isLast && (rows.length > 0 || offset === 0)) return { total: end, isEndKnown: true };
  const isPlausible =
    totalCount !== null && (isLast ? totalCount > 0 && totalCount <= offset : totalCount > end);
  if (isPlausible) return { total: totalCount, isEndKnown: true };
  // Behind the last row it is not known whether there is any row at all.
  return { total: isLast ? 0 : end, isEndKnown: false };
}

/** Do some rows, with `offset` rows before them, show that the service's count is wrong? */
export function contradicts(totalCount: number, offset: number, { rows, isLast }: Cut): boolean {
  const end = offset + rows.length;
  if (!isLast) return end > totalCount;
  // An empty page behind the end says nothing against the count; an empty page before the end does.
  return rows.length > 0 ? end !== totalCount : offset < totalCount;
}
