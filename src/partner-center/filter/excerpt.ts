/** An excerpt is long enough to find the place again, and short enough for a sentence. */
const LONGEST = 40;

// Controls, invisible and direction-changing characters, lone surrogates, line separators: each of them can make a
// sentence look different from what it says.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A piece of text from outside in a form that can be quoted in a sentence: at most 40 characters and an ellipsis;
 * invisible characters are written as their code (`[U+202E]`). `end` keeps the last characters, not the first.
 */
export function excerpt(text: string, keep: 'start' | 'end' = 'start'): string {
  // A code point takes up to two units, so only this much of a long text is looked at.
  const units = 2 * (LONGEST + 1);
  const points = Array.from(keep === 'start' ? text.slice(0, units) : text.slice(-units));
  if (points.length <= LONGEST) return visible(points);
  return keep === 'start' ? `${visible(points.slice(0, LONGEST))}…` : `…${visible(points.slice(-LONGEST))}`;
}

function visible(points: readonly string[]): string {
  return points.join('').replaceAll(UNSEEN, (unseen) => `[U+${code(unseen)}]`);
}

function code(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
