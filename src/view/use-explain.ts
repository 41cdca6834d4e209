import { useCallback } from 'react';
import { withAbout } from './transitions.ts';
import { useView } from './use-view.ts';
import type { View } from './view.ts';

/** Opens the explanation of a figure or column, and with null closes it. It is no step to go back from. */
export function useExplain(): (about: View['about']) => void {
  const { show } = useView();
  return useCallback((about) => show((view) => withAbout(view, about), { history: 'replace' }), [show]);
}
