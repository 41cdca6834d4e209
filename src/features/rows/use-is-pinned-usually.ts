import { useMatches } from '#ui/use-matches.ts';

// There is little room, but enough for a second column beside a pinned one.
const NARROW_WITH_ROOM = '(18em <= width <= 40em)';

/** Is there room for little more than the column that says what a row is? Then this column stays in sight. */
export function useIsPinnedUsually(): boolean {
  return useMatches(NARROW_WITH_ROOM);
}
