import type { Anomaly } from '#engine/engine.ts';
import type { Field } from '#partner-center/fields.ts';
import type { FoundJump } from './jumps.ts';

/** A jump as it is listed beside what the engines find. */
export type Jump = FoundJump & {
  readonly kind: 'jump';
  /** The member that has the jump; null where all rows of the view together have it. */
  readonly member: { readonly field: Field; readonly value: string; readonly name: string } | null;
  /** The number of licenses that it is about. */
  readonly licenses: number;
};

export type ListedAnomaly = Anomaly | Jump;

/** The range of anomalies to ask the engine for, so that a page of them and of some jumps can be made. */
export function rangeToAsk(
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
  jumps: number,
): { readonly offset: number; readonly limit: number } {
  const offset = (page - 1) * pageSize;
  // The list's beginning has at most so many jumps as there are.
  const start = Math.max(0, offset - jumps);
  return { offset: start, limit: offset - start + pageSize };
}

/**
 * A page of one list of anomalies and jumps, most licenses first. Between equals, jumps come last.
 *
 * @param found the anomalies of `rangeToAsk`, in their order
 * @param start how many anomalies there are before them
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
    // A jump that belongs before all found anomalies gets a place before the page. Its exact place does not matter.
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
