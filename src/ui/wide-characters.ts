/** A character that takes about as much room as two digits, as those of Chinese, Japanese and Korean do. */
const WIDE =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u3000-\\u303F\\uFF01-\\uFF60]';

const EACH = new RegExp(WIDE, 'gu');
/** After a wide character, unless a mark follows it that no line begins with. */
const BREAK = new RegExp(`(?<=${WIDE})(?![、。）」』ー])`, 'u');

/** Marks of direction, which take no room. */
const INVISIBLE = /\p{Cf}/gu;

/** The room that a text takes, in digits. */
export function columnsOf(text: string): number {
  return text.replaceAll(INVISIBLE, '').length + (text.match(EACH)?.length ?? 0);
}

/** A text in parts between which a line can end, though no space is there. */
export function breakable(text: string): readonly string[] {
  return text.split(BREAK);
}
