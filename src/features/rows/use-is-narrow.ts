import { useSyncExternalStore } from 'react';

// Where the page's parts stack.
const NARROW = '(max-width: 40em)';

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** Is there little room from side to side, as on a phone? */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
}
