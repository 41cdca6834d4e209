import type { Anomaly } from '#engine/engine.ts';
import type { Field } from '#partner-center/fields.ts';
import type { FoundJump } from './jumps.ts';

/** A jump as it is listed beside what the engines find. */
export type Jump = FoundJump & {
  readonly kind: 'jump';
  /** Whose jump it is; null: that of all rows of the view. */
  readonly member: { readonly field: Field; readonly value: string; readonly name: string } | null;
  /** How many licenses it is about. */
  readonly licenses: number;
};

export type ListedAnomaly = Anomaly | Jump;

/** Where to ask the engine for anomalies, so that a page can be made of them and of some jumps. */
export function rangeToAsk(
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
  jumps: number,
): { readonly offset: number; readonly limit: number } {
  const offset = (page - 1) * pageSize;
  // No more of the list's beginning can be jumps than there are.
  const start = Math.max(0, offset - jumps);
  return { offset: start, limit: offset - start + pageSize };
}

/**
 * A page of one list, most licenses first, of anomalies and jumps; between equals jumps come last.
 *
 * @param found those of `rangeToAsk`, in their order
 * @param start how many there are before them
 */
export function withJumps(
  found: readonly Anomaly[],
  start: number,
  jumps: readonly Jump[],
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): readonly ListedAnomaly[] {
  const first = (page - 1) * pageSize;
  const ranked = jumps.toSorted((a, b) => b.licenses - a.licenses || b.score - a.score);
  const placed: { readonly place: number; readonly one: ListedAnomaly }[] = [
    ...found.map((one, at) => ({
      place: start + at + ranked.filter(({ licenses }) => licenses > one.licenses).length,
      one,
    })),
    // One that belongs before all of these comes out before the page, wherever exactly that is.
    ...ranked.map((one, at) => ({
      place: start + at + found.filter(({ licenses }) => licenses >= one.licenses).length,
      one,
    })),
  ];
  return placed
    .filter(({ place }) => place >= first && place < first + pageSize)
    .toSorted((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
