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
function numbered(tables: readonly [IndexedTable, IndexedTable], { earlier, later, places }: MergedNumbers) {
  return tables.flatMap(({ table }, at) =>
    table.texts.customerName.dictionary.map((text, code) => {
      const number = (at === 0 ? earlier : later)[code] ?? -1;
      expect(number).toBeGreaterThanOrEqual(0);
      expect(number).toBeLessThan(places);
      return { text, number, places };
    }),
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
      for (const [numbers, inOrder] of [
        [merged.ranks('customerName'), comparisonOf('customerName')],
        [merged.codeUnitRanks('customerName'), compareCodeUnits],
      ] as const) {
        const all = numbered(tables, numbers);
        for (const a of all) {
          // No value is the last.
          if (a.text === null) expect(a.number).toBe(a.places - 1);
          for (const b of all) {
            if (a.text === null || b.text === null) continue;
            expect(Math.sign(a.number - b.number)).toBe(Math.sign(inOrder(a.text, b.text)));
          }
        }
      }
      for (const a of numbered(tables, merged.classes('customerName'))) {
        if (a.text === null) expect(a.number).toBe(0);
        for (const b of numbered(tables, merged.classes('customerName'))) {
          const areEqual =
            a.text === null || b.text === null ? a.text === b.text : foldCase(a.text) === foldCase(b.text);
          expect(a.number === b.number).toBe(areEqual);
        }
      }
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
