import fc from 'fast-check';
import type { Prices } from '#view/prices.ts';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { anyFilter } from '#partner-center/filter/filter.arbitrary.ts';
import { anyKnownText } from '#engine/snapshot/columns/rows.arbitrary.ts';
import type { TableScope } from './table-answers.ts';

// What questions about tables of `anyRows` are made of. For tests.

const anyValue = () =>
  fc.oneof({ weight: 8, arbitrary: anyKnownText() }, fc.constantFrom('none', 'OFFICE e3'));
/** Words to search, or none. */
export const anySearch = () =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.constantFrom('ltd', 'AERO', 'o', 'ffice', '3', 'ος', "'", 'zzz', ' '), { maxLength: 3 })
        .map((words) => words.join(' ')),
    },
    { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
  );
/** Rows of a table. */
export const anyScope = (): fc.Arbitrary<TableScope> =>
  fc.record({ filter: fc.option(anyFilter(anyValue()), { freq: 2 }), search: anySearch() });
/** How many at most, mostly few. */
export const anyLimit = () => fc.oneof(fc.nat(3), fc.nat(80));

/** A field to name groups of others by, or none. */
export const anyLabel = (by: readonly Field[]) =>
  fc.option(fc.constantFrom(...FIELDS.filter((field) => !by.includes(field))), { nil: undefined });

/** Licenses kept on purpose, or no question about pairs. */
export const anySpare = () => fc.option(fc.oneof(fc.constant(0), fc.nat(9)), { freq: 2, nil: null });
/** Prices of some products, or none. Small, so that values of the largest counts are exact. */
export const anyPrices = (): fc.Arbitrary<Prices | null> =>
  fc.option(
    fc
      .uniqueArray(fc.tuple(anyKnownText(), fc.nat(99)), { maxLength: 9, selector: ([id]) => foldCase(id) })
      .map((of) => ({ id: JSON.stringify(of), of })),
    { freq: 2 },
  );

/** What groups have to reach. */
export const anyThresholds = () =>
  fc.record(
    {
      minIdle: fc.nat(9),
      maxUtilization: fc.double({ min: 0, max: 2, noNaN: true }),
      minUtilization: fc.double({ min: 0, max: 2, noNaN: true }),
    },
    { requiredKeys: [] },
  );

/** Fields to group by, one to four of them in any order. */
export const anyBy = () =>
  fc
    .subarray([...FIELDS], { minLength: 1, maxLength: 4 })
    .chain((fields) => fc.shuffledSubarray(fields, { minLength: fields.length }));
