import * as fc from 'fast-check';
import {
  COUNT_COLUMNS,
  TEXT_COLUMNS,
  type Codes,
  type Counts,
  type Dictionary,
  type Table,
  type TextColumn,
} from '#engine/snapshot/columns/table.ts';

// Any code units: halves of surrogate pairs, NUL, a byte order mark.
const text = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
});

const dictionary: fc.Arbitrary<Dictionary> = fc
  .uniqueArray(fc.oneof(text, fc.constantFrom('', '\uFEFF', '\uFEFFname', '\uD800', 'null')), {
    maxLength: 8,
  })
  .map((texts): Dictionary => [null, ...texts]);

function column(rows: number): fc.Arbitrary<TextColumn> {
  return dictionary.chain((dictionary) =>
    fc
      .tuple(
        fc.array(fc.nat(dictionary.length - 1), { minLength: rows, maxLength: rows }),
        fc.constantFrom(
          (codes: number[]): Codes => Uint8Array.from(codes),
          (codes: number[]): Codes => Uint16Array.from(codes),
          (codes: number[]): Codes => Uint32Array.from(codes),
          // Not at the beginning of its buffer.
          (codes: number[]): Codes => Uint16Array.from([7, ...codes, 7]).subarray(1, codes.length + 1),
        ),
      )
      .map(([codes, arrayOf]) => ({ codes: arrayOf(codes), dictionary })),
  );
}

function counts(rows: number): fc.Arbitrary<Counts> {
  const ofLength = { minLength: rows, maxLength: rows };
  return fc.oneof(
    fc.array(fc.nat(0xffff_ffff), ofLength).map((values): Counts => Uint32Array.from(values)),
    fc.array(fc.maxSafeNat(), ofLength).map((values): Counts => Float64Array.from(values)),
  );
}

function each<Name extends string, T>(names: readonly Name[], value: fc.Arbitrary<T>) {
  return fc
    .tuple(...names.map(() => value))
    .map(
      (values) => Object.fromEntries(names.map((name, index) => [name, values[index]])) as Record<Name, T>,
    );
}

/** Any table of few rows, for tests: none at all included. */
export const arbitraryTable: fc.Arbitrary<Table> = fc
  .nat(12)
  .chain((rows) =>
    fc
      .tuple(each(TEXT_COLUMNS, column(rows)), each(COUNT_COLUMNS, counts(rows)))
      .map(([texts, counts]) => ({ rows, texts, counts })),
  );
