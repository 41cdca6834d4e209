/** A record with a value for each name. */
export function recordOf<N extends string, T>(
  names: readonly N[],
  valueOf: (name: N, index: number) => T,
): Record<N, T> {
  return Object.fromEntries(names.map((name, index) => [name, valueOf(name, index)])) as Record<N, T>;
}
