/** The digits of a script follow each other, from zero to nine. So its place among the digits around it is its value. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}

// Arabic writes other marks between digits. Japanese input methods write wide forms of the ones of every keyboard.
const MARKS: Readonly<Record<string, string>> = {
  '\u066A': '%',
  '\u066C': '’',
  '\u2212': '-',
  '\uFF05': '%',
  '\uFF0C': ',',
  '\uFF0D': '-',
  '\uFF0E': '.',
  '\uFF0F': '/',
  '\uFF61': '.',
};

/** The mark that Arabic writes before decimals. */
export const ARABIC_DECIMAL = '\u066B';

/**
 * A number or a date as a person typed it, with the digits and marks of every keyboard: `١٢٪` and `１２％` are `12%`. The
 * Arabic mark between thousands becomes an apostrophe, which means the same everywhere; the Arabic mark before decimals
 * (`ARABIC_DECIMAL`) stays, because a point means thousands to some.
 */
export function latinFigures(text: string): string {
  return (
    text
      .replaceAll(/\p{Nd}/gu, (digit) => String(valueOf(digit)))
      .replaceAll(/[\u066A\u066C\u2212\uFF05\uFF0C-\uFF0F\uFF61]/gu, (mark) => MARKS[mark] ?? mark)
      // Marks of direction, which are not seen, are around Arabic and Hebrew numbers.
      .replaceAll(/[\u061C\u200E\u200F\u2066-\u2069]/gu, '')
  );
}
