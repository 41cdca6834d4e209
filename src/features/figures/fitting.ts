import { columnsOf } from '#ui/wide-characters.ts';

/** A figure as text. Where it is too long, it is written in few characters, and the whole text is available too. */
export type Fitted = {
  readonly text: string;
  /** null where `text` is already whole. */
  readonly whole: string | null;
};

/**
 * The longest figure that is written whole, in em: a longer one would be too small to read in the least room, 120
 * pixels.
 */
const LONGEST = 9.9;

// The most room that a character takes in the fonts of the page, in em; digits and letters take 0.64.
const NARROW = /[.,'’\s]/u;
/** Marks of direction, which take no room. */
const INVISIBLE = /\p{Cf}/u;
const USUAL = 0.65;
const WIDTHS = { narrow: 0.35, wide: 1 } as const;

/** The length of a figure, in em: about as much as the widest font needs. */
export function lengthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => {
    if (INVISIBLE.test(character)) return sum;
    if (NARROW.test(character)) return sum + WIDTHS.narrow;
    if (columnsOf(character) > character.length) return sum + WIDTHS.wide;
    return sum + (/[\p{Nd}\p{L}]/u.test(character) ? USUAL : WIDTHS.wide);
  }, 0);
}

/** A figure that fits: whole, or in few characters where it would be too small to read. */
export function fitted(whole: string, compact: string): Fitted {
  return lengthOf(whole) <= LONGEST ? { text: whole, whole: null } : { text: compact, whole };
}
