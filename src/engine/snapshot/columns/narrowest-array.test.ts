import { expect, test } from 'vitest';
import { codesFor, countsFor } from './narrowest-array.ts';

test.each([
  [1, Uint8Array],
  [256, Uint8Array],
  [257, Uint16Array],
  [65_536, Uint16Array],
  [65_537, Uint32Array],
])('the codes of %i entries are as narrow as they can be', (entries, kind) => {
  const codes = codesFor(entries, 3);
  expect(codes).toBeInstanceOf(kind);
  expect(codes).toHaveLength(3);
  codes[0] = entries - 1;
  expect(codes[0]).toBe(entries - 1);
});

test.each([
  [0, Uint32Array],
  [2 ** 32 - 1, Uint32Array],
  [2 ** 32, Float64Array],
  [Number.MAX_SAFE_INTEGER, Float64Array],
])('sums up to %i are exact, in 32 bits where they fit', (most, kind) => {
  const counts = countsFor(most, 3);
  expect(counts).toBeInstanceOf(kind);
  expect(counts).toHaveLength(3);
  counts[0] = most;
  expect(counts[0]).toBe(most);
});
