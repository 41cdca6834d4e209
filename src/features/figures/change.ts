import type { Summary } from '#engine/engine.ts';
import { notDeployed, utilization } from '#engine/totals.ts';
import type { Format } from '#ui/format.ts';

/** The figures of the page. */
export const FIGURE_NAMES = ['sold', 'deployed', 'notDeployed', 'utilization', 'customers'] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

/** A change as text, and its meaning for the business. */
export type WrittenChange = {
  readonly text: string;
  /** null where the change is undefined. */
  readonly direction: 'better' | 'worse' | 'same' | null;
};

function valueOf({ totals, customers }: Summary, name: FigureName): number | null {
  switch (name) {
    case 'sold':
      return totals.licensesSold;
    case 'deployed':
      return totals.licensesDeployed;
    case 'notDeployed':
      return notDeployed(totals);
    case 'utilization':
      return utilization(totals);
    case 'customers':
      return customers;
  }
}

/**
 * The distance of a figure from its best value. More sold, more deployed and more customers are better without limit.
 * The best utilization is 100 % of what was sold, and the best number that is not deployed is 0, neither more nor less.
 */
function distanceOf(value: number, name: FigureName): number {
  if (name === 'notDeployed') return Math.abs(value);
  return name === 'utilization' ? Math.abs(1 - value) : -value;
}

/** The change of a figure, later minus earlier: in licenses or customers, or in percentage points. */
export function writtenChange(
  name: FigureName,
  { before, after }: { readonly before: Summary; readonly after: Summary },
  format: Pick<Format, 'change' | 'points'>,
): WrittenChange {
  const earlier = valueOf(before, name);
  const later = valueOf(after, name);
  if (earlier === null || later === null) return { text: format.points(null), direction: null };
  const change = later - earlier;
  const nearer = distanceOf(earlier, name) - distanceOf(later, name);
  if (name !== 'utilization') {
    return {
      text: format.change(change),
      direction: nearer === 0 ? 'same' : nearer > 0 ? 'better' : 'worse',
    };
  }
  const text = format.points(change);
  // A change that is written as 0 although it is not 0 is neither better nor worse.
  if (change !== 0 && text === format.points(0)) return { text, direction: null };
  return { text, direction: nearer === 0 ? 'same' : nearer > 0 ? 'better' : 'worse' };
}
