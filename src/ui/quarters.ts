/**
 * How much of something that grows is worth interrupting a listener for: nothing, a quarter, half, three quarters or all of
 * `total`, whichever was passed last, in whole units. A total that is not known has no quarters: null.
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
