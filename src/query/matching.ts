import { foldForSearch, searchWords } from '#engine/search-text.ts';

/** Whether texts contain each word that was typed, letter case and accents ignored, as a search finds names. */
export function matcherOf(typed: string): (text: string) => boolean {
  const words = searchWords(typed);
  return (text) => {
    const folded = foldForSearch(text);
    return words.every((word) => folded.includes(word));
  };
}
