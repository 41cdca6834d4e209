/** A figure as it is written: in few characters where it is too long, then with the whole of it in reach. */
export type Fitted = {
  readonly text: string;
  /** null: `text` is whole. */
  readonly whole: string | null;
};

/** The longest figure that is written whole, in em: more in the least room, 120 pixels, is too small to be read. */
const LONGEST = 9.9;

// What a character takes at most in the fonts the page is shown in, in em; digits and letters take 0.64.
const NARROW = /[.,'’\s]/u;
const USUAL = 0.65;
const WIDTHS = { narrow: 0.35, wide: 1 } as const;

/** The length of a figure, in em: hardly less than any font needs. */
export function lengthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => {
    if (NARROW.test(character)) return sum + WIDTHS.narrow;
    return sum + (/[\p{Nd}\p{L}]/u.test(character) ? USUAL : WIDTHS.wide);
  }, 0);
}

/** A figure that fits: whole, or in few characters where it would be too small to be read. */
export function fitted(whole: string, compact: string): Fitted {
  return lengthOf(whole) <= LONGEST ? { text: whole, whole: null } : { text: compact, whole };
}
