/** The items, where the one at an index and the one after it have changed places. */
export function swapped<T>(items: readonly T[], index: number): readonly T[] {
  return [...items.slice(0, index), ...items.slice(index, index + 2).toReversed(), ...items.slice(index + 2)];
}
