import { useCallback, useSyncExternalStore } from 'react';

// Where the page's parts stack.
const NARROW = '(max-width: 40em)';

// Little room, but enough for a second column beside one that stays.
const NARROW_WITH_ROOM = '(18em <= width <= 40em)';

function useMatches(media: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void): (() => void) => {
      const query = matchMedia(media);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    [media],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(media).matches);
}

/** Is there little room from side to side, as on a phone? */
export function useIsNarrow(): boolean {
  return useMatches(NARROW);
}

/** Is there room for little more than the column that says what a row is, which therefore stays? */
export function useIsPinnedUsually(): boolean {
  return useMatches(NARROW_WITH_ROOM);
}
