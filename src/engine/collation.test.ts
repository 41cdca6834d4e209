import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankingOf, ranksOf } from './collation.ts';

/** The texts in order; those with the same place are together. */
function places(column: Parameters<typeof ranksOf>[0], texts: readonly string[]): readonly string[][] {
  const { ranks, places: count } = ranksOf(column, texts);
  return Array.from({ length: count }, (_, place) => texts.filter((_text, index) => ranks[index] === place));
}

describe('ranks of texts', () => {
  test('names: letter case and accents do not part them, numbers count as numbers', () => {
    expect(places('customerName', ['Plan 10', 'Émile', 'Plan 2', 'emile', 'Zoë', 'plan 2'])).toEqual([
      ['Émile', 'emile'],
      ['Plan 2', 'plan 2'],
      ['Plan 10'],
      ['Zoë'],
    ]);
  });

  test('ids: by code unit, letter case aside, and digits are no numbers', () => {
    expect(places('productId', ['B-10', 'a-2', 'b-2', 'A-10', 'b-10'])).toEqual([
      ['A-10'],
      ['a-2'],
      ['B-10', 'b-10'],
      ['b-2'],
    ]);
    expect(places('processedDateTime', ['2024-10-01', '2024-09-30'])).toEqual([
      ['2024-09-30'],
      ['2024-10-01'],
    ]);
  });

  test('are none without texts', () => {
    expect(ranksOf('productName', [])).toEqual({ ranks: new Uint32Array(), places: 0 });
  });

  test('are those of comparing each text with each', () => {
    const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
    const anyText = fc.oneof(
      fc.constantFrom('', 'a', 'A', 'á', 'a 2', 'a 10', 'ß', 'ss', '١', '-', 'ＡＢ', '\uD800'),
      fc.string({
        unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
        maxLength: 4,
      }),
    );
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        const { ranks } = ranksOf('productName', texts);
        const signs = (sign: (a: number, b: number) => number) =>
          texts.map((_, a) => texts.map((_text, b) => Math.sign(sign(a, b))));
        expect(signs((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0))).toEqual(
          signs((a, b) => collator.compare(texts[a] ?? '', texts[b] ?? '')),
        );
      }),
    );
  });

  // The numbers give different runs to merge: one, one and a bit, an odd number of them, each more than a piece.
  test.for([2 ** 11, 2 ** 11 + 1, 5 * 2 ** 11, 40_000])('of %i texts come in many pieces', (count) => {
    const texts = Array.from({ length: count }, (_, index) => `id-${((index * 7919) % count) >>> 1}`);
    let pieces = 0;
    const ranking = rankingOf('customerTenantId', texts);
    let piece = ranking.next();
    for (; piece.done !== true; piece = ranking.next()) pieces += 1;
    const sorted = [...new Set(texts)].toSorted((a, b) => (a < b ? -1 : 1));
    const rankOf = new Map(sorted.map((text, rank) => [text, rank]));
    expect(pieces).toBeGreaterThanOrEqual(count / 2 ** 11);
    expect(piece.value.places).toBe(sorted.length);
    expect([...piece.value.ranks]).toEqual(texts.map((text) => rankOf.get(text)));
  });
});
