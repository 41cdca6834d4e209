const PAGE = 10;

/**
 * The option to which a key leads in a list of `count` options, counted from 0; undefined where it leads nowhere.
 *
 * @param active the option that the keys are at; null where they are at none yet
 * @param start the option where they begin
 */
export function optionAfter(
  key: string,
  {
    active,
    start,
    count,
  }: { readonly active: number | null; readonly start: number; readonly count: number },
): number | undefined {
  if (count === 0) return undefined;
  const within = (index: number): number => Math.min(Math.max(index, 0), count - 1);
  switch (key) {
    case 'ArrowDown':
      return within(active === null ? start : active + 1);
    case 'ArrowUp':
      return within(active === null ? start : active - 1);
    case 'PageDown':
      return within((active ?? start) + PAGE);
    case 'PageUp':
      return within((active ?? start) - PAGE);
    default:
      return undefined;
  }
}
