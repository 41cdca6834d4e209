/** What matches a character that is about as wide as two digits, as those of Chinese, Japanese and Korean are. */
export const WIDE =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u3000-\\u303F\\uFF01-\\uFF60]';

const EACH = new RegExp(WIDE, 'gu');

/** Marks of direction, which take no room. */
const INVISIBLE = /\p{Cf}/gu;

/** The room that a text takes, in digits. */
export function columnsOf(text: string): number {
  return text.replaceAll(INVISIBLE, '').length + (text.match(EACH)?.length ?? 0);
}
