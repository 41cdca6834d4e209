import type { Page } from '#engine/engine.ts';

/** What the first of the list hold of all that lies idle. */
export type Held =
  /** Nothing lies idle at all. */
  | { readonly kind: 'nothing' }
  /** Something lies idle, and the thresholds leave all of it out. */
  | { readonly kind: 'noneListed'; readonly whole: number }
  /** The grouping cuts pairs of customer and product apart: its rows add up to more than the whole. */
  | { readonly kind: 'cutApart'; readonly addedUp: number; readonly whole: number }
  | {
      readonly kind: 'held';
      /** How many of the list hold it. */
      readonly count: number;
      /** Idle licenses that they hold. */
      readonly idle: number;
      /** Idle licenses of all the view's rows, listed or not. */
      readonly whole: number;
      /** Idle licenses of the rows that the thresholds leave out. */
      readonly leftOut: number;
    };

/**
 * What the first `most` of a list hold; null where it is not known, as not all groups were read.
 *
 * @param list its first rows are those with the most idle licenses
 */
export function heldBy({ rows, total, totals, addedUp, ofAllGroups }: Page, most: number): Held | null {
  const whole = totals?.idle;
  if (whole === undefined || addedUp?.idle === undefined || ofAllGroups?.idle === undefined) return null;
  if (whole === 0) return { kind: 'nothing' };
  // Whatever is listed: of parts that add up to more than the whole, none has a share in it.
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
 * A share in whole percent, 1 is 100 %: 100 only where it is all, and 0 only where it is nothing; null: less than 1 %.
 */
export function wholePercent(part: number, whole: number): number | null {
  if (part >= whole) return 100;
  if (part <= 0) return 0;
  const percent = Math.min(99, Math.round((100 * part) / whole));
  return percent === 0 ? null : percent;
}
