import { useMatches } from '#ui/use-matches.ts';

// At this width the parts of the page are stacked.
const NARROW = '(max-width: 40em)';

// There is little room, but enough for a second column beside a pinned one.
const NARROW_WITH_ROOM = '(18em <= width <= 40em)';

/** Is the page narrow, as on a phone? */
export function useIsNarrow(): boolean {
  return useMatches(NARROW);
}

/** Is there room for little more than the column that says what a row is? Then this column stays in sight. */
export function useIsPinnedUsually(): boolean {
  return useMatches(NARROW_WITH_ROOM);
}
