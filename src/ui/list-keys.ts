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
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/**
 * The option to which typed letters lead: the first one, from `active` on and then from the top, whose name begins with
 * them. A single letter, also when it is repeated, leads to the next such option. undefined where there is none.
 */
export function optionTyped(
  typed: string,
  names: readonly string[],
  active: number | null,
): number | undefined {
  const [letter = ''] = typed;
  const isRepeated = typed === letter.repeat(typed.length);
  const text = (isRepeated ? letter : typed).toLocaleLowerCase();
  const from = (active ?? -1) + (isRepeated ? 1 : 0);
  const places = names.map((_, index) => (Math.max(from, 0) + index) % names.length);
  return places.find((place) => names[place]?.toLocaleLowerCase().startsWith(text));
}
