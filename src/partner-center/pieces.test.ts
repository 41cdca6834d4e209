import { expect, test } from 'vitest';
import { piecesOf } from './pieces.ts';
import { parsePieces } from './response.ts';

/** A response that arrives in pieces of so many bytes. */
function inPieces(text: string, size: number): Response {
  const bytes = new TextEncoder().encode(text);
  return new Response(
    new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    }),
  );
}

// The letters take two, three and four bytes, and the mark at the beginning is not a part of the JSON.
const TEXT = '\uFEFF{"name": "Łódź 中文 🦊"}';

test.each([1, 2, 3, 5, 1000])('a text in pieces of %i bytes is the text', async (size) => {
  const pieces = await piecesOf(inPieces(TEXT, size));
  expect(parsePieces(pieces)).toEqual({ name: 'Łódź 中文 🦊' });
});

test('a response without a body has no pieces', async () => {
  expect(await piecesOf(new Response(null))).toEqual([]);
});
