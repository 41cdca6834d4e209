import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Comparison } from '#partner-center/filter/syntax.ts';
import { anyScope } from '#engine/snapshot/answers/answers.arbitrary.ts';
import { createDictionaryIndex, type DictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { anyRows } from '#engine/snapshot/columns/rows.arbitrary.ts';
import { allRows, rowIdsOf } from '#engine/snapshot/columns/selection.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import { keyOfScope, rowsOfScope } from './rows-of-scope.ts';

const idsOf = (rows: Parameters<typeof rowIdsOf>[0]): readonly number[] => [...rowIdsOf(rows)];

test('what a scope finds is what both its filter and its words find', () => {
  fc.assert(
    fc.property(anyRows(), anyScope(), (rows, scope) => {
      const table = tableOfRows(rows);
      const index = createDictionaryIndex(table);
      const filtered = idsOf(rowsOfScope(table, index, { ...scope, search: '' }));
      const searched = idsOf(rowsOfScope(table, index, { ...scope, filter: null }));
      const both = idsOf(rowsOfScope(table, index, scope));
      expect(both).toEqual(filtered.filter((id) => searched.includes(id)));
    }),
  );
});

test('without a filter and words it is all rows', () => {
  const table = tableOfRows([{ licensesSold: 1, licensesDeployed: 1 }]);
  expect(rowsOfScope(table, createDictionaryIndex(table), { filter: null, search: ' ' })).toEqual(allRows(1));
});

test('names are made ready to be searched only where there is something to search', () => {
  const rows = [{ customerName: 'Contoso', licensesSold: 1, licensesDeployed: 1 }];
  const table = tableOfRows(rows);
  const index: DictionaryIndex = {
    ...createDictionaryIndex(table),
    searchTexts: () => {
      throw new Error('Names are searched.');
    },
  };
  const named = (value: string): Comparison => ({
    kind: 'comparison',
    field: 'customerName',
    operator: 'eq',
    value,
  });
  expect(idsOf(rowsOfScope(table, index, { filter: named('contoso'), search: '' }))).toEqual([0]);
  expect(idsOf(rowsOfScope(table, index, { filter: named('none'), search: 'contoso' }))).toEqual([]);
  expect(() => rowsOfScope(table, index, { filter: null, search: 'contoso' })).toThrow('searched');
});

test('scopes have one key where they are written alike', () => {
  const scope = { filter: null, search: 'Contoso  visio' };
  expect(keyOfScope(scope)).toBe(keyOfScope({ filter: null, search: ' contoso visio ' }));
  expect(keyOfScope(scope)).not.toBe(keyOfScope({ filter: null, search: 'contosovisio' }));
  const filter: Comparison = { kind: 'comparison', field: 'channel', operator: 'eq', value: 'a' };
  expect(keyOfScope({ filter, search: '' })).not.toBe(keyOfScope({ filter: null, search: '' }));
});
