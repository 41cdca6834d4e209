import { useMatches } from './use-matches.ts';

/** Is the page as narrow as on a phone? There the parts of the page are stacked. */
export function useIsPhone(): boolean {
  return useMatches('(max-width: 40em)');
}
