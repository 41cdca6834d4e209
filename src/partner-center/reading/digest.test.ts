import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addNumber, addText, createDigest, textOfDigest } from './digest.ts';

function digestOf(numbers: readonly number[]): string {
  const digest = createDigest();
  for (const number of numbers) addNumber(digest, number);
  return textOfDigest(digest);
}

// Numbers that often differ only in their upper or only in their lower half.
const number = fc
  .tuple(fc.nat(3), fc.oneof(fc.nat(3), fc.constantFrom(2 ** 31, 2 ** 32 - 1)))
  .map(([upper, lower]) => upper * 2 ** 32 + lower);

test('other numbers, or in another order, have another digest; the same have the same', () => {
  const numbers = fc.array(number, { maxLength: 4 });
  fc.assert(
    fc.property(numbers, numbers, (some, others) => {
      const same = some.length === others.length && some.every((value, index) => value === others[index]);
      expect(digestOf(some) === digestOf(others)).toBe(same);
    }),
    { numRuns: 2_000 },
  );
});

test('every bit of a number is in its digest', () => {
  const numbers = [0, ...Array.from({ length: 53 }, (_, bit) => 2 ** bit), Number.MAX_SAFE_INTEGER];
  expect(new Set(numbers.map((value) => digestOf([value]))).size).toBe(numbers.length);
});

test('other texts, or texts cut elsewhere, have another digest; the same have the same', () => {
  const digestOfTexts = (texts: readonly string[]): string => {
    const digest = createDigest();
    for (const text of texts) addText(digest, text);
    return textOfDigest(digest);
  };
  const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\u4e00'), maxLength: 3 }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(texts, texts, (some, others) => {
      const same = JSON.stringify(some) === JSON.stringify(others);
      expect(digestOfTexts(some) === digestOfTexts(others)).toBe(same);
    }),
    { numRuns: 2_000 },
  );
});

test('each half of a digest is made of all that was added', () => {
  const [some, others] = [digestOf([1, 7]), digestOf([2, 7])];
  expect(some).toHaveLength(16);
  expect(some.slice(0, 8)).not.toBe(others.slice(0, 8));
  expect(some.slice(8)).not.toBe(others.slice(8));
});
