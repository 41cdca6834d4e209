import type { Totals } from '#engine/engine.ts';
import { idleValueOf } from '#engine/totals.ts';
import type { Money } from '#ui/money.ts';
import { PRICE_UNITS } from '#view/prices.ts';
import type { RowsTexts } from './texts.ts';

/**
 * What the idle licenses of a row are worth, in words; null where it is not known. Where some of them have no price it is at
 * least so much, and how many have one stands beside it.
 */
export function writtenWorth(
  row: Totals,
  money: Money,
  t: Pick<RowsTexts, 'worthAtLeast'>,
  percent: (share: number) => string,
): string | null {
  const value = idleValueOf(row);
  if (value === null) return null;
  const { idle = 0, idlePriced = 0 } = row;
  return idlePriced === idle
    ? money.round(value / PRICE_UNITS)
    : // All of them only where it is all.
      t.worthAtLeast(money.round(value / PRICE_UNITS), percent(Math.min(0.999, idlePriced / idle)));
}
