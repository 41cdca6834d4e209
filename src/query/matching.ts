import { foldForSearch, searchWords } from '#engine/search-text.ts';

/**
 * Tells whether texts contain each word that was typed. Letter case and accents are ignored, as in a search for names.
 */
export function matcherOf(typed: string): (text: string) => boolean {
  const words = searchWords(typed);
  return (text) => {
    const folded = foldForSearch(text);
    return words.every((word) => folded.includes(word));
  };
}
