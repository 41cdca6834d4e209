import type { SimilarCustomers } from '#engine/engine.ts';
import type { TextsOf } from '#ui/catalogue.ts';
import type { Format } from '#ui/format.ts';
import type { texts } from './texts.ts';

type Texts = TextsOf<typeof texts>;

/** The number of utilization steps below 100 %. */
const BELOW_FULL = 20;

/** The place of a customer among at least one other of similar size, in a sentence. */
export function standingSaid(
  { from, to, customers, below, above }: SimilarCustomers,
  t: Texts,
  { count }: Pick<Format, 'count'>,
): string {
  const size = sizeOf({ from, to }, { count });
  return customers === 1
    ? t.usesMoreThanOne({ isMore: below === 1 ? 'yes' : 'no', ...size })
    : t.usesMore({
        below: count(below),
        customers: count(customers),
        same: customers - below - above,
        ...size,
      });
}

/** The size of customers, as the texts take it. */
export function sizeOf(
  { from, to }: Pick<SimilarCustomers, 'from' | 'to'>,
  { count }: Pick<Format, 'count'>,
): { readonly size: 'same' | 'range'; readonly from: string; readonly to: number } {
  return { size: from === to ? 'same' : 'range', from: count(from), to };
}

/** The names of the steps of utilization. */
export function stepNames(t: Texts, { plainPercent }: Pick<Format, 'plainPercent'>): readonly string[] {
  const width = 100 / BELOW_FULL;
  return [
    ...Array.from({ length: BELOW_FULL }, (_, step) =>
      t.step({ from: plainPercent(step * width), to: plainPercent((step + 1) * width) }),
    ),
    t.exactly({ share: plainPercent(100) }),
    t.above({ share: plainPercent(100) }),
  ];
}
