import { expect, test } from 'vitest';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { standings } from './standing.ts';

const eq = (field: 'productName' | 'channel', value: string): Filter => ({
  kind: 'comparison',
  field,
  operator: 'eq',
  value,
});
const ne = (field: 'productName' | 'channel', value: string): Filter => ({
  kind: 'comparison',
  field,
  operator: 'ne',
  value,
});
const of = (filter: Filter | null, values: readonly (string | null)[]) =>
  values.map(standings(filter, 'productName'));

test('without a condition on the field every member is open', () => {
  expect(of(null, ['A', null])).toEqual(['open', 'open']);
  expect(of(eq('channel', 'reseller'), ['A', null])).toEqual(['open', 'open']);
});

test('an `is` chooses its values in any letter case and leaves out the rest, no value included', () => {
  const filter: Filter = { kind: 'or', operands: [eq('productName', 'a'), eq('productName', 'B')] };
  expect(of(filter, ['A', 'b', 'C', null])).toEqual(['chosen', 'chosen', 'leftOut', 'leftOut']);
});

test('an `is not` leaves out its values and chooses nothing; no value is not equal to them', () => {
  const filter: Filter = { kind: 'and', operands: [ne('productName', 'a'), eq('channel', 'x')] };
  expect(of(filter, ['A', 'B', null])).toEqual(['leftOut', 'open', 'open']);
});

test('two `is` conditions choose only what both let through', () => {
  const filter: Filter = {
    kind: 'and',
    operands: [
      { kind: 'or', operands: [eq('productName', 'A'), eq('productName', 'B')] },
      { kind: 'or', operands: [eq('productName', 'B'), eq('productName', 'C')] },
    ],
  };
  expect(of(filter, ['A', 'B', 'C'])).toEqual(['leftOut', 'chosen', 'leftOut']);
});

test('an expression on the field alone leaves out what it does not let through', () => {
  const filter: Filter = {
    kind: 'or',
    operands: [
      eq('productName', 'A'),
      { kind: 'and', operands: [ne('productName', 'B'), ne('productName', 'C')] },
    ],
  };
  expect(of(filter, ['A', 'B', 'D', null])).toEqual(['open', 'leftOut', 'open', 'open']);
});

test('an expression on other fields too was asked for with the chart, so it says nothing of a member', () => {
  const filter: Filter = { kind: 'or', operands: [eq('productName', 'A'), eq('channel', 'x')] };
  expect(of(filter, ['A', 'B'])).toEqual(['open', 'open']);
});
