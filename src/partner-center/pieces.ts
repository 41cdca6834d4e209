/**
 * The bytes of a response as they came off the wire, in order. Left in pieces, since putting a page of 10,000 rows
 * together would hold up a frame; whoever reads them elsewhere can do that there. Each piece has its memory to itself.
 */
export type Pieces = readonly Uint8Array<ArrayBuffer>[];

/** Reads a response's body. Rejects where that breaks off. */
export async function piecesOf(response: Response): Promise<Pieces> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  if (response.body === null) return pieces;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return pieces;
    pieces.push(value);
  }
}

/** The pieces as one. */
export function joined(pieces: Pieces): Uint8Array<ArrayBuffer> {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
