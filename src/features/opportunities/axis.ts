/** An axis has so many steps, each with a line across the chart. */
export const STEPS = 4;

// Round numbers that people count in.
const ROUND = [1, 2, 2.5, 5, 10] as const;

/** The smallest step of an axis from 0 that is a round whole number and whose `STEPS` steps reach at least `most`. */
export function stepFor(most: number): number {
  const least = Math.max(1, most / STEPS);
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ROUND.map((round) => round * power).find((each) => each >= least && Number.isInteger(each));
  return step ?? 10 * power;
}
