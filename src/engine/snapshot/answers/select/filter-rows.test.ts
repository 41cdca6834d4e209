import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import { and, or } from '#partner-center/filter/canonical.ts';
import type { Comparison, Filter } from '#partner-center/filter/syntax.ts';
import { createDictionaryIndex } from '#engine/snapshot/columns/dictionary-index.ts';
import { createPlainAnswers } from '#engine/snapshot/answers/answers.oracle.ts';
import { rowIdsOf } from '#engine/snapshot/columns/selection.ts';
import { anyRows } from '#engine/snapshot/columns/rows.arbitrary.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import { unreadColumns } from '#engine/snapshot/columns/unread-columns.fixture.ts';
import { selectRows } from './filter-rows.ts';

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

test('lists of values of one field are joined as sets, whichever is longer', () => {
  const rows = ['a', 'b', 'c', 'd', null].map((name) => row(name));
  const list = (operator: 'eq' | 'ne', values: string): Filter => ({
    kind: operator === 'eq' ? 'or' : 'and',
    operands: values.split('').map((value) => comparison(operator, 'customerName', value)),
  });
  const join = (kind: 'and' | 'or', ...operands: readonly Filter[]) => rowsSelected(rows, { kind, operands });
  for (const [left, right] of [
    ['ab', 'bcd'],
    ['bcd', 'ab'],
  ] as const) {
    expect(join('and', list('eq', left), list('eq', right))).toEqual([1]);
    expect(join('or', list('eq', left), list('eq', right))).toEqual([0, 1, 2, 3]);
    expect(join('and', list('ne', left), list('ne', right))).toEqual([4]);
    expect(join('or', list('ne', left), list('ne', right))).toEqual([0, 2, 3, 4]);
  }
  expect(join('and', list('eq', 'ab'), list('ne', 'bc'))).toEqual([0]);
  expect(join('or', list('ne', 'abc'), list('eq', 'bd'))).toEqual([1, 3, 4]);
  expect(join('and', list('eq', 'a'), list('eq', 'b'))).toEqual([]);
  expect(join('or', list('ne', 'a'), list('ne', 'b'))).toEqual([0, 1, 2, 3, 4]);
});

test('no rows are looked at for what a filter decides by itself', () => {
  const selectWithout =
    (...unread: readonly Field[]) =>
    (filter: Filter): readonly number[] => {
      const table = unreadColumns(tableOfRows([row('a', 'x'), row(null, 'y')]), unread);
      return [...rowIdsOf(selectRows(table, createDictionaryIndex(table), filter))];
    };
  const select = selectWithout('customerName', 'channel');
  const [a, x] = [comparison('eq', 'customerName', 'a'), comparison('eq', 'channel', 'x')];
  const none = (field: Field) => comparison('eq', field, 'constructor');
  const every = (field: Field) => comparison('ne', field, 'constructor');
  // Everything, by one field or by any of several.
  expect(select(every('channel'))).toEqual([0, 1]);
  expect(select(or([a, every('channel')]))).toEqual([0, 1]);
  expect(select(or([a, comparison('ne', 'customerName', 'A')]))).toEqual([0, 1]);
  expect(select(and([every('channel'), every('customerName')]))).toEqual([0, 1]);
  // Nothing, whatever else is asked of the rows: only the column without such a value may be looked at.
  expect(select(and([a, none('productName')]))).toEqual([]);
  expect(select(and([or([a, x]), none('productName')]))).toEqual([]);
  // What changes nothing is left out.
  const selectSeen = selectWithout('customerName');
  expect(selectSeen(and([x, every('customerName')]))).toEqual([0]);
  expect(selectSeen(or([x, none('customerName')]))).toEqual([0]);
  expect(() => selectSeen(and([x, a]))).toThrow('looked at');
});

test('long filters over several fields select what short ones do', () => {
  // Values that rows have, of two fields each: what a pair lets through is neither nothing nor everything.
  const pair = fc.record({
    fields: fc.shuffledSubarray([...FIELDS], { minLength: 2, maxLength: 2 }),
    at: fc.tuple(fc.nat(), fc.nat()),
    operators: fc.constantFrom(['eq', 'eq'] as const, ['eq', 'ne'] as const, ['ne', 'ne'] as const),
  });
  const pairs = fc.array(pair, { minLength: 1, maxLength: 60, size: 'max' });
  fc.assert(
    fc.property(anyRows(130), pairs, fc.constantFrom('or', 'and'), (rows, of, outer) => {
      const operands = of.map(({ fields, at, operators }): Filter => {
        const comparisons = operators.map((operator, nth): Comparison => {
          const field = fields[nth] ?? 'channel';
          const value = rows[(at[nth] ?? 0) % rows.length]?.[field] ?? '';
          return comparison((operator === 'eq') === (outer === 'or') ? 'eq' : 'ne', field, value);
        });
        return { kind: outer === 'or' ? 'and' : 'or', operands: comparisons };
      });
      const filter: Filter = { kind: outer, operands };
      const numbered = rows.map((each, at) => ({ ...each, processedDateTime: String(at) }));
      const page = createPlainAnswers(numbered).page(
        { filter, search: '' },
        { groupby: [], sort: [], offset: 0, limit: rows.length, readAll: true },
      );
      expect(rowsSelected(numbered, filter).map(String)).toEqual(
        page.rows.map(({ processedDateTime }) => processedDateTime),
      );
    }),
    { numRuns: 200 },
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
