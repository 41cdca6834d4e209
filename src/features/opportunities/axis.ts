/** So many steps an axis has, each with a line across the chart. */
export const STEPS = 4;

// What people count in.
const ROUND = [1, 2, 2.5, 5, 10] as const;

/**
 * The step of an axis from 0 on whose `STEPS` steps reach at least `most`: a round whole number, and as small as there is.
 */
export function stepFor(most: number): number {
  const least = Math.max(1, most / STEPS);
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ROUND.map((round) => round * power).find((each) => each >= least && Number.isInteger(each));
  return step ?? 10 * power;
}
