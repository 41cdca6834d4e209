// Letters that Unicode takes for letters of their own, not for ones with a mark, but that people type without it.
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ς', 'σ'],
]);
const NOT_PLAIN = /[\p{M}ßæœøđðłħıς]/gu;
// Most names are plain, and what is only to be lowered needs no more.
const ASCII = /^[\p{ASCII}]*$/u;

/**
 * The form in which texts are searched: letter case and accents gone, compatible forms one (`ﬁ` is found by `fi`,
 * full-width letters by plain ones). Marks go in the names as in what is typed, so that scripts in which marks are
 * vowels still find themselves.
 */
export function foldForSearch(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(NOT_PLAIN, (letter) => PLAIN_LETTERS.get(letter) ?? '');
}

/** The distinct words of a search, folded; a text is found where it contains each of them. */
export function searchWords(search: string): readonly string[] {
  return [...new Set(foldForSearch(search).split(/\s+/u))].filter((word) => word !== '');
}
