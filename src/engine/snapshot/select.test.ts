import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import { and, or } from '#partner-center/filter/canonical.ts';
import type { Comparison, Filter } from '#partner-center/filter/syntax.ts';
import { createDictionaryIndex } from './dictionary-index.ts';
import { createPlainAnswers } from './plain-answers.ts';
import { selectRows } from './select.ts';
import { rowIdsOf } from './selection.ts';
import { anyKnownText, anyRows } from './table.arbitrary.ts';
import { tableOfRows } from './table-of-rows.ts';

const comparison = (operator: 'eq' | 'ne', field: Field, value: string): Comparison => ({
  kind: 'comparison',
  field,
  operator,
  value,
});

const row = (customerName: string | null, channel: string | null = null) => ({
  customerName,
  channel,
  licensesSold: 1,
  licensesDeployed: 1,
});

function rowsSelected(rows: Parameters<typeof tableOfRows>[0], filter: Filter): readonly number[] {
  const table = tableOfRows(rows);
  return [...rowIdsOf(selectRows(table, createDictionaryIndex(table), filter))];
}

test('equality ignores letter case; no value is equal to nothing and differs from everything', () => {
  const rows = [row('O365'), row('o365'), row(null), row('')];
  expect(rowsSelected(rows, comparison('eq', 'customerName', 'o365'))).toEqual([0, 1]);
  expect(rowsSelected(rows, comparison('ne', 'customerName', 'O365'))).toEqual([2, 3]);
  expect(rowsSelected(rows, comparison('eq', 'customerName', ''))).toEqual([3]);
  expect(rowsSelected(rows, comparison('ne', 'customerName', ''))).toEqual([0, 1, 2]);
});

test('a value that no row has selects none, and all where it is left out', () => {
  const rows = [row('a'), row(null)];
  const has = comparison('eq', 'customerName', 'a');
  const none = comparison('eq', 'channel', 'constructor');
  const every = comparison('ne', 'channel', 'constructor');
  expect(rowsSelected(rows, none)).toEqual([]);
  expect(rowsSelected(rows, every)).toEqual([0, 1]);
  expect(rowsSelected(rows, and([has, none]))).toEqual([]);
  expect(rowsSelected(rows, or([has, none]))).toEqual([0]);
  expect(rowsSelected(rows, and([has, every]))).toEqual([0]);
  expect(rowsSelected(rows, or([has, every]))).toEqual([0, 1]);
});

test('long filters over several fields select what short ones do', () => {
  const clause = fc.record({
    operator: fc.constantFrom('eq' as const, 'ne' as const),
    field: fc.constantFrom(...FIELDS),
    value: anyKnownText(),
  });
  const pairs = fc.array(fc.tuple(clause, clause), { minLength: 40, maxLength: 60 });
  fc.assert(
    fc.property(anyRows(), pairs, fc.boolean(), (rows, of, isOrOfAnds) => {
      const [inner, outer] = isOrOfAnds ? [and, or] : [or, and];
      const operands = of.map((pair): Filter => {
        const [a, b] = pair.map(({ operator, field, value }) => comparison(operator, field, value)) as [
          Comparison,
          Comparison,
        ];
        return inner([a, b]);
      }) as [Filter, ...Filter[]];
      const filter = outer(operands);
      const page = createPlainAnswers(rows).page(
        { filter, search: '' },
        { groupby: [], sort: [], offset: 0, limit: rows.length, readAll: true },
      );
      // Rows are told apart by who they are.
      const selected = rowsSelected(rows, filter).map((id) => rows[id]);
      expect(selected).toEqual(page.rows);
    }),
    { numRuns: 50 },
  );
});

test('a filter nested ten thousand deep over two fields', () => {
  let filter: Filter = comparison('eq', 'customerName', 'a');
  for (let depth = 0; depth < 10_000; depth += 1) {
    const other = comparison('eq', depth % 4 < 2 ? 'customerName' : 'channel', 'b');
    filter = { kind: depth % 2 === 0 ? 'or' : 'and', operands: [filter, other] };
  }
  // The outermost: (… or channel eq 'b') and channel eq 'b'.
  expect(rowsSelected([row('a', 'b'), row('a', 'a'), row('b', 'b'), row('b', 'a')], filter)).toEqual([0, 2]);
});
