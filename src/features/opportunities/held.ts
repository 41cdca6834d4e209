import type { Page } from '#engine/engine.ts';

/** How many of all idle licenses the first rows of the list hold. */
export type Held =
  /** No license is idle. */
  | { readonly kind: 'nothing' }
  /** There are idle licenses, but the thresholds leave all of them out. */
  | { readonly kind: 'noneListed'; readonly whole: number }
  /** The grouping cuts pairs of customer and product apart, so its rows add up to more than the whole. */
  | { readonly kind: 'cutApart'; readonly addedUp: number; readonly whole: number }
  | {
      readonly kind: 'held';
      /** The number of rows that hold them. */
      readonly count: number;
      /** The idle licenses that these rows hold. */
      readonly idle: number;
      /** The idle licenses of all the view's rows, listed or not. */
      readonly whole: number;
      /** The idle licenses of the rows that the thresholds leave out. */
      readonly leftOut: number;
    };

/**
 * What the first `most` rows of a list hold; null where it is not known, because not all groups were read.
 *
 * @param list its first rows are those with the most idle licenses
 */
export function heldBy({ rows, total, totals, addedUp, ofAllGroups }: Page, most: number): Held | null {
  const whole = totals?.idle;
  if (whole === undefined || addedUp?.idle === undefined || ofAllGroups?.idle === undefined) return null;
  if (whole === 0) return { kind: 'nothing' };
  // This holds whatever is listed: where the parts add up to more than the whole, no part has a share in it.
  if (ofAllGroups.idle > whole) return { kind: 'cutApart', addedUp: ofAllGroups.idle, whole };
  if (total === 0) return { kind: 'noneListed', whole };
  const first = rows.slice(0, most);
  return {
    kind: 'held',
    count: first.length,
    idle: first.reduce((sum, { idle = 0 }) => sum + idle, 0),
    whole,
    leftOut: whole - addedUp.idle,
  };
}

/**
 * A share in whole percent. It is 100 only where the part is everything, and 0 only where it is nothing; null where it
 * is less than 1 %.
 */
export function wholePercent(part: number, whole: number): number | null {
  if (part >= whole) return 100;
  if (part <= 0) return 0;
  const percent = Math.min(99, Math.round((100 * part) / whole));
  return percent === 0 ? null : percent;
}
