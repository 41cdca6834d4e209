/** The times of several repetitions, in milliseconds. */
export type Spread = {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly repetitions: number;
};

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** The median and the spread of some times, to hundredths of a millisecond. Throws where there are none. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  const min = sorted[0];
  const max = sorted.at(-1);
  if (low === undefined || high === undefined || min === undefined || max === undefined) {
    throw new Error('There are no times to take the median of.');
  }
  return {
    median: hundredths((low + high) / 2),
    min: hundredths(min),
    max: hundredths(max),
    repetitions: sorted.length,
  };
}
