import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGroupFinder, NO_GROUP } from './find-groups.ts';
import type { KeyColumn } from './key-columns.ts';

/** Columns of some keys, of which each number lies below the places of its column. */
function columnsOf(keys: readonly (readonly number[])[], places: readonly number[]): readonly KeyColumn[] {
  return places.map((count, nth) => ({
    numbers: Uint32Array.from(keys, (key) => key[nth] ?? 0),
    places: count,
  }));
}

// Few places have an entry each; more fit one number of 32 bits, or two, or three.
const anyPlaces = fc.constantFrom([], [5], [3, 4], [5, 70_000], [70_000, 70_000], [2 ** 31, 3, 2 ** 31, 9]);

test('a group is found by its key, and none by a key that no group has', () => {
  const anyCase = anyPlaces.chain((places) => {
    const key = fc.tuple(...places.map((count) => fc.oneof(fc.nat(2), fc.nat(count - 1))));
    return fc.record({
      places: fc.constant(places),
      keys: fc.uniqueArray(key, { selector: (numbers) => numbers.join(), maxLength: 40 }),
      others: fc.array(key, { maxLength: 40 }),
    });
  });
  fc.assert(
    fc.property(anyCase, ({ places, keys, others }) => {
      const { find } = createGroupFinder(columnsOf(keys, places), keys.length);
      const texts = keys.map((key) => key.join());
      const asked = [...others, ...keys];
      const expected = asked.map((key) => texts.indexOf(key.join()));
      expect([...find(columnsOf(asked, places), asked.length)]).toEqual(expected);
    }),
    { numRuns: 500 },
  );
  expect(NO_GROUP).toBe(-1);
});
