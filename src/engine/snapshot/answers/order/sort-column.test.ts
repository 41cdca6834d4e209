import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Numbers } from './numbers.ts';
import { sortedItems } from './radix-sort.ts';
import { realColumns, textColumn, utilizationColumns, wholeColumns } from './sort-column.ts';

/** Numbers that are there already. */
function numbersOf(all: Float64Array): Numbers {
  return {
    count: all.length,
    read: (from, into) => into.set(all.subarray(from, from + into.length)),
  };
}

function expectedOrder(numbers: readonly number[], descending: boolean): readonly number[] {
  return numbers
    .map((_, item) => item)
    .toSorted((a, b) => {
      const [left = Number.NaN, right = Number.NaN] = [numbers[a], numbers[b]];
      if (Number.isNaN(left) || Number.isNaN(right))
        return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
      if (left === right) return 0;
      return left < right === descending ? 1 : -1;
    });
}

const orderOf = (
  columnsOf: typeof realColumns,
  numbers: readonly number[],
  descending: boolean,
): readonly number[] => [
  ...sortedItems(columnsOf(numbersOf(Float64Array.from(numbers)), descending), numbers.length),
];

describe('columns of numbers', () => {
  const anyNumber = () =>
    fc.oneof(
      fc.constantFrom(0, -0, 1, 0.5, Number.NaN, Number.MIN_VALUE, Number.MAX_VALUE),
      fc.constantFrom(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
      fc.double(),
    );

  test('put any doubles in their order, 0 and −0 as one, NaN last', () => {
    fc.assert(
      fc.property(fc.array(anyNumber()), fc.boolean(), (numbers, descending) => {
        expect(orderOf(realColumns, numbers, descending)).toEqual(expectedOrder(numbers, descending));
      }),
    );
  });

  test('put whole numbers in their order, however far apart', () => {
    const anyWhole = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer(), fc.maxSafeInteger());
    fc.assert(
      fc.property(fc.array(anyWhole), fc.boolean(), (numbers, descending) => {
        expect(orderOf(wholeColumns, numbers, descending)).toEqual(expectedOrder(numbers, descending));
      }),
    );
  });

  test.for([0xffff_fffe, 0xffff_ffff, 0x1_0000_0000])('have room for numbers %i apart', (distance) => {
    const numbers = [distance - 7, -7, 0, distance - 8];
    expect(orderOf(wholeColumns, numbers, false)).toEqual([1, 2, 3, 0]);
    expect(orderOf(wholeColumns, numbers, true)).toEqual([0, 3, 2, 1]);
  });

  test.for([false, true])(
    'put more different doubles in order than are looked up, descending: %s',
    (descending) => {
      const numbers = Array.from({ length: 80_000 }, (_, item) => {
        if (item % 1000 === 0) return Number.NaN;
        return item % 777 === 0 ? -0 : ((item * 7919) % 70_001) / (item % 3 === 0 ? -3e9 : 7);
      });
      expect(realColumns(numbersOf(Float64Array.from(numbers)), descending)).toHaveLength(2);
      expect(orderOf(realColumns, numbers, descending)).toEqual(expectedOrder(numbers, descending));
    },
  );

  test.for([false, true])('tell doubles apart by their last bits, descending: %s', (descending) => {
    const numbers = Array.from({ length: 70_000 }, (_, item) => {
      const near = 1 + ((item * 7919) % 70_000) * Number.EPSILON;
      return item % 2 === 0 ? near : -near;
    });
    expect(orderOf(realColumns, numbers, descending)).toEqual(expectedOrder(numbers, descending));
  });

  test('are one of whole numbers, however many different ones, as long as they are no further apart than its places', () => {
    const farApart = (distance: number) =>
      numbersOf(Float64Array.from({ length: 70_000 }, (_, item) => (item === 0 ? distance : item)));
    expect(wholeColumns(farApart(2 ** 32), false)).toEqual([
      { values: expect.any(Uint32Array) as unknown, places: 2 ** 32 },
    ]);
    expect(wholeColumns(farApart(2 ** 32 + 1), false)).toHaveLength(2);
  });

  test('have room for whole numbers that come late', () => {
    const numbers = Array.from({ length: 3000 }, (_, item) => (item < 2900 ? 7 : item - 2950));
    expect(orderOf(wholeColumns, numbers, false)).toEqual(expectedOrder(numbers, false));
    expect(orderOf(wholeColumns, numbers, true)).toEqual(expectedOrder(numbers, true));
  });

  test('look up exactly as many different ones as there is room for', () => {
    const distinct = (count: number) =>
      numbersOf(Float64Array.from({ length: count + 5 }, (_, item) => (item % count) / 3));
    expect(realColumns(distinct(65_535), false)).toHaveLength(1);
    expect(realColumns(distinct(65_536), false)).toHaveLength(2);
  });
});

describe('columns of utilizations', () => {
  const anyCount = () => fc.oneof(fc.nat(3), fc.constantFrom(254, 255, 256, 257, 2 ** 32), fc.nat(70_000));
  const utilization = ([sold, deployed]: readonly [number, number]): number =>
    sold === 0 ? Number.NaN : deployed / sold;

  test('are in the order of the quotients, of few licenses and many, of all items and some', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyCount(), anyCount()), { maxLength: 60 }),
        fc.boolean(),
        fc.boolean(),
        (counts, areAll, descending) => {
          const columns = {
            licensesSold: Float64Array.from(counts, ([sold]) => sold),
            licensesDeployed: Float64Array.from(counts, ([, deployed]) => deployed),
          };
          const ids = areAll
            ? null
            : Uint32Array.from(counts.keys())
                .filter((id) => id % 3 !== 0)
                .toReversed();
          const items = { count: ids?.length ?? counts.length, ids };
          const chosen = ids === null ? counts : [...ids].map((id) => counts[id] ?? ([0, 0] as const));
          const order = sortedItems(utilizationColumns(columns, items, descending), items.count);
          expect([...order]).toEqual(expectedOrder(chosen.map(utilization), descending));
        },
      ),
    );
  });

  test('are two where there are more different ones than are looked up', () => {
    const licensesSold = Uint32Array.from({ length: 70_000 }, (_, item) => item + 1);
    const licensesDeployed = new Uint32Array(70_000).fill(1);
    const items = { count: 70_000, ids: null };
    const columns = utilizationColumns({ licensesSold, licensesDeployed }, items, false);
    expect(columns).toHaveLength(2);
    expect(sortedItems(columns, 70_000)).toEqual(
      Uint32Array.from({ length: 70_000 }, (_, item) => 69_999 - item),
    );
  });
});

test('texts share a place where their ranks do, and have none last in either direction', () => {
  const ranks = { ranks: Uint32Array.of(2, 1, 0, 1), places: 2 };
  const codes = Uint8Array.of(0, 1, 2, 3);
  const ids = Uint32Array.of(3, 2, 1, 0);
  const values = (descending: boolean) => [...textColumn(codes, { count: 4, ids }, ranks, descending).values];
  expect(values(false)).toEqual([1, 0, 1, 2]);
  expect(values(true)).toEqual([0, 1, 0, 2]);
});
