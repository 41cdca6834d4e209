/**
 * The bytes of a response as they came off the wire, in order. They stay in pieces, since joining those of a page of
 * 10,000 rows would hold up a frame.
 */
export type Pieces = readonly Uint8Array<ArrayBuffer>[];

/** Reads a response's body. Rejects where the body breaks off. */
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
