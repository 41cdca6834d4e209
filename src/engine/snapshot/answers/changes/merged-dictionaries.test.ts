import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { compareCodeUnits } from '#partner-center/reading/group-key.ts';
import { comparisonOf } from '#engine/collation.ts';
import { createDictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { anyKnownText } from '#engine/snapshot/columns/rows.arbitrary.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import { mergeDictionaries, type IndexedTable, type MergedNumbers } from './merged-dictionaries.ts';

function indexed(names: readonly (string | null)[]): IndexedTable {
  const rows = names.map((customerName) => ({ customerName, licensesSold: 1, licensesDeployed: 1 }));
  const table = tableOfRows(rows);
  return { table, index: createDictionaryIndex(table) };
}

/** Each text of either table, with its number. */
function numbered(tables: readonly [IndexedTable, IndexedTable], { earlier, later }: MergedNumbers) {
  return tables.flatMap(({ table }, at) =>
    table.texts.customerName.dictionary.map((text, code) => ({
      text,
      number: (at === 0 ? earlier : later)[code] ?? -1,
    })),
  );
}

/** The pairs of texts whose numbers are not as they should be to each other. */
function wrongPairs(
  all: ReturnType<typeof numbered>,
  isRight: (a: string, b: string, difference: number) => boolean,
): readonly unknown[] {
  const named = all.flatMap(({ text, number }) => (text === null ? [] : [{ text, number }]));
  return named.flatMap((a) =>
    named.flatMap((b) => (isRight(a.text, b.text, a.number - b.number) ? [] : [[a, b]])),
  );
}

test('texts of two tables are numbered as those of one would be', () => {
  const anyNames = fc.array(fc.option(fc.oneof(anyKnownText(), fc.string({ maxLength: 3 }))), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(anyNames, anyNames, (before, after) => {
      const tables = [indexed(before), indexed(after)] as const;
      const merged = mergeDictionaries(...tables);
      for (const [numbers, compare] of [
        [merged.ranks('customerName'), comparisonOf('customerName')],
        [merged.codeUnitRanks('customerName'), compareCodeUnits],
      ] as const) {
        const all = numbered(tables, numbers);
        expect(
          wrongPairs(all, (a, b, difference) => Math.sign(difference) === Math.sign(compare(a, b))),
        ).toEqual([]);
        // No value is the last, and the only one there.
        expect(all.filter(({ number }) => number === numbers.places - 1).map(({ text }) => text)).toEqual([
          null,
          null,
        ]);
        expect(Math.max(...all.map(({ number }) => number))).toBe(numbers.places - 1);
      }
      const all = numbered(tables, merged.classes('customerName'));
      expect(
        wrongPairs(all, (a, b, difference) => (difference === 0) === (foldCase(a) === foldCase(b))),
      ).toEqual([]);
      expect(all.filter(({ number }) => number === 0).map(({ text }) => text)).toEqual([null, null]);
      expect(Math.max(...all.map(({ number }) => number))).toBeLessThan(
        merged.classes('customerName').places,
      );
    }),
  );
});

test('what two tables are together is made once for both of them, in this order', () => {
  const [a, b, c] = [indexed(['x']), indexed(['y']), indexed(['z'])];
  const merged = mergeDictionaries(a, b);
  expect(mergeDictionaries(a, b)).toBe(merged);
  expect(mergeDictionaries(b, a)).not.toBe(merged);
  expect(mergeDictionaries(a, c)).not.toBe(merged);
  expect(mergeDictionaries(a, b)).toBe(merged);
  for (const of of [merged.ranks, merged.codeUnitRanks, merged.classes]) {
    expect(of('customerName')).toBe(of('customerName'));
    expect(of('customerName')).not.toBe(of('channel'));
  }
});
