import { useCallback } from 'react';
import { withAbout } from './transitions.ts';
import { useView } from './use-view.ts';
import type { View } from './view.ts';

/** Opens the explanation of a figure or column; null closes it. That adds no history entry. */
export function useExplain(): (about: View['about']) => void {
  const { show } = useView();
  return useCallback((about) => show((view) => withAbout(view, about), { history: 'replace' }), [show]);
}
