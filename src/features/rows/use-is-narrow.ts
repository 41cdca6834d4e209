import { useMatches } from '#ui/use-matches.ts';

// Where the page's parts stack.
const NARROW = '(max-width: 40em)';

// Little room, but enough for a second column beside one that stays.
const NARROW_WITH_ROOM = '(18em <= width <= 40em)';

/** Is there little room from side to side, as on a phone? */
export function useIsNarrow(): boolean {
  return useMatches(NARROW);
}

/** Is there room for little more than the column that says what a row is, which therefore stays? */
export function useIsPinnedUsually(): boolean {
  return useMatches(NARROW_WITH_ROOM);
}
