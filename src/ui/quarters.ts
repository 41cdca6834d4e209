/**
 * The parts of something growing that are worth an announcement by a screen reader: nothing, a quarter, half, three
 * quarters or all of `total`. It gives the one that was passed last, in whole units. An unknown total has no quarters:
 * null.
 */
export function quarterOf({
  loaded,
  total,
}: {
  readonly loaded: number;
  readonly total: number | null;
}): number | null {
  if (total === null) return null;
  const passed = [4, 3, 2, 1].find((quarters) => loaded * 4 >= total * quarters) ?? 0;
  return Math.floor((total * passed) / 4);
}
