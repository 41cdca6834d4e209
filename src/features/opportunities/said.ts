import type { Page } from '#engine/engine.ts';
import type { Field } from '#partner-center/fields.ts';
import type { TextsOf } from '#ui/catalogue.ts';
import type { Format } from '#ui/format.ts';
import { groupingsOf, type Grouping } from '#view/grouping.ts';
import type { View } from '#view/view.ts';
import { heldBy, wholePercent } from './held.ts';
import type { Kind, texts } from './texts.ts';

type Texts = TextsOf<typeof texts>;

const KINDS: Readonly<Record<Grouping, Kind>> = {
  customer: 'customer',
  customerTenantId: 'customer',
  customerName: 'customerName',
  productName: 'product',
  productId: 'product',
  serviceName: 'service',
  serviceCode: 'service',
  channel: 'channel',
};

/** What the rows of a grouping are: customers, products of a customer, or other groups. */
export function kindOf(groupby: readonly Field[]): Kind {
  const kinds = [...new Set(groupingsOf(groupby).map((grouping) => KINDS[grouping]))];
  const [first, second] = kinds;
  if (first !== undefined && second === undefined) return first;
  const isPair = kinds.length === 2 && kinds.includes('customer') && kinds.includes('product');
  return isPair ? 'customerProduct' : 'row';
}

type SaidView = Pick<View, 'spare' | 'minUtilization'> & { readonly groupby: readonly Field[] };

/** How many of all idle licenses the first rows hold, in sentences; null while it is not known. */
export function idleSaid(
  page: Page,
  most: number,
  { groupby, spare }: SaidView,
  t: Texts,
  format: Format,
): string | null {
  const held = heldBy(page, most);
  switch (held?.kind) {
    case undefined:
      return null;
    case 'nothing':
      return spare > 0 ? t.nothingIdleBeyondSpare : t.nothingIdle;
    case 'noneListed':
      return t.noneListed({ idle: held.whole });
    case 'cutApart':
      return t.cutApart({ addedUp: format.count(held.addedUp), idle: format.count(held.whole) });
    case 'held': {
      const percent = wholePercent(held.idle, held.whole);
      return t.held({
        kind: kindOf(groupby),
        holders: held.count,
        share: percent === null ? 'below' : format.plainPercent(percent),
        idle: held.whole,
        leftOut: held.leftOut > 0 ? format.count(held.leftOut) : 'none',
      });
    }
  }
}

/** How many rows are nearly full and how many licenses they are short of, in a sentence; null while it is not known. */
export function nearlyFullSaid(
  { total, addedUp }: Page,
  { groupby, minUtilization }: SaidView,
  t: Texts,
  format: Format,
): string | null {
  if (addedUp?.short === undefined) return null;
  const percent = format.plainPercent(minUtilization);
  return total === 0
    ? t.noneNearlyFull({ percent })
    : t.nearlyFull({ kind: kindOf(groupby), listed: total, percent, short: addedUp.short });
}
