// Letters that Unicode treats as letters of their own and not as letters with a mark, but that people type without it.
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
// Most names are plain ASCII, which only needs lower case.
const ASCII = /^[\p{ASCII}]*$/u;

/**
 * The form in which texts are searched: without letter case and accents, and with compatible forms as one (`fi` finds
 * `ﬁ`, plain letters find full-width ones). Marks are removed from names and from the typed text alike, so that scripts
 * in which marks are vowels can still be searched.
 */
export function foldForSearch(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(NOT_PLAIN, (letter) => PLAIN_LETTERS.get(letter) ?? '');
}

/** The distinct words of a search, folded. A text is found where it contains each of them. */
export function searchWords(search: string): readonly string[] {
  return [...new Set(foldForSearch(search).split(/\s+/u))].filter((word) => word !== '');
}
