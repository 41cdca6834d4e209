import type { SimilarCustomers } from '#engine/engine.ts';
import type { Format } from '#ui/format.ts';
import type { texts } from './texts.ts';

type Texts = (typeof texts)['en'];

/** The number of utilization steps below 100 %. */
const BELOW_FULL = 20;

/** The place of a customer among at least one other of similar size, in a sentence. */
export function standingSaid(
  { from, to, customers, below, above }: SimilarCustomers,
  t: Texts,
  { count }: Pick<Format, 'count'>,
): string {
  const size = t.size(count(from), count(to));
  const same = customers - below - above;
  const said =
    customers === 1 ? t.usesMoreThanOne(below === 1, size) : t.usesMore(count(below), count(customers), size);
  return same === 0 || customers === 1 ? said : `${said} ${t.asMany(same, count(same))}`;
}

/** The names of the steps of utilization. */
export function stepNames(t: Texts, { plainPercent }: Pick<Format, 'plainPercent'>): readonly string[] {
  const width = 100 / BELOW_FULL;
  return [
    ...Array.from({ length: BELOW_FULL }, (_, step) =>
      t.step(plainPercent(step * width), plainPercent((step + 1) * width)),
    ),
    t.exactly(plainPercent(100)),
    t.above(plainPercent(100)),
  ];
}
