import type { FilterError } from '#partner-center/filter/parse.ts';

// Enough around the piece to recognise the place, and one line of it on a phone.
const REACH = 24;

/** The place of an error in a text, with a little of what is around it. `piece` is empty where the text just ends. */
export type ErrorPlace = { readonly before: string; readonly piece: string; readonly after: string };

/** Cuts the place of an error out of the text it is in. What is left out is marked with an ellipsis. */
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
