import type { Totals } from '#engine/engine.ts';
import { idleValueOf } from '#engine/totals.ts';
import type { TextsOf } from '#ui/catalogue.ts';
import type { Format } from '#ui/format.ts';
import type { Money } from '#ui/money.ts';
import { writtenPricedShare } from '#ui/priced-share.ts';
import { PRICE_UNITS } from '#view/prices.ts';
import type { texts } from './texts.ts';

/**
 * The value of a row's idle licenses, in words; null where it is not known. Where some of them have no price, the value
 * is a minimum, and the share of those with a price stands beside it.
 */
export function writtenWorth(
  row: Totals,
  money: Money,
  t: Pick<TextsOf<typeof texts>, 'worthAtLeast'>,
  format: Pick<Format, 'percent' | 'plainPercent'>,
): string | null {
  const value = idleValueOf(row);
  if (value === null) return null;
  const { idle = 0, idlePriced = 0 } = row;
  return idlePriced === idle
    ? money.round(value / PRICE_UNITS)
    : t.worthAtLeast({
        money: money.round(value / PRICE_UNITS),
        share: writtenPricedShare(row, format),
      });
}
