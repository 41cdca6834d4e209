import type { FilterError } from '#partner-center/filter/parse.ts';

// So many characters around the piece are enough to recognise the place, and fit on one line of a phone.
const REACH = 24;

/**
 * The place of an error in a text, with a little of the text around it. `piece` is empty where the text ends too early.
 */
export type ErrorPlace = { readonly before: string; readonly piece: string; readonly after: string };

/** Cuts the place of an error out of its text. An ellipsis marks what is left out. */
export function errorPlace(
  text: string,
  { position, length }: Pick<FilterError, 'position' | 'length'>,
): ErrorPlace {
  const end = position + length;
  const start = Math.max(0, position - REACH);
  const before = text.slice(start, position);
  const piece = text.slice(position, end);
  const after = text.slice(end, end + REACH);
  return {
    before: start > 0 ? `…${before}` : before,
    piece: piece.length > 2 * REACH ? `${piece.slice(0, 2 * REACH)}…` : piece,
    after: end + REACH < text.length ? `${after}…` : after,
  };
}
