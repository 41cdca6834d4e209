import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addNumber, createDigest, textOfDigest } from './digest.ts';

function digestOf(numbers: readonly number[]): string {
  const digest = createDigest();
  for (const number of numbers) addNumber(digest, number);
  return textOfDigest(digest);
}

// Numbers of which many differ in their upper or in their lower half alone.
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
