import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Field } from '#partner-center/fields.ts';
import { and, or } from './canonical.ts';
import { anyFilter } from './filter.arbitrary.ts';
import { printFilter } from './print.ts';
import { splitFilter } from './split.ts';
import type { Filter } from './syntax.ts';

type Row = { readonly [F in Field]?: string | null | undefined };

/** Plain evaluation, written from the endpoint's description alone. */
function passes(filter: Filter, row: Row): boolean {
  if (filter.kind !== 'comparison') {
    const outcomes = filter.operands.map((operand) => passes(operand, row));
    return filter.kind === 'and' ? !outcomes.includes(false) : outcomes.includes(true);
  }
  const value = row[filter.field] ?? null;
  const equal = value !== null && value.toLowerCase() === filter.value.toLowerCase();
  return filter.operator === 'eq' ? equal : !equal;
}

const eq = (field: Field, value: string): Filter => ({ kind: 'comparison', field, operator: 'eq', value });
const ne = (field: Field, value: string): Filter => ({ kind: 'comparison', field, operator: 'ne', value });
const anyOf = (field: Field, values: readonly string[]): Filter => {
  const [first = '', ...rest] = values;
  return or([eq(field, first), ...rest.map((value) => eq(field, value))]);
};
const shorterThan = (length: number) => (filter: Filter) => printFilter(filter).length <= length;
const names = (count: number, prefix = 'n') =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

const value = fc.constantFrom('a', 'b', 'c', 'A', 'd', 'e');
const row: fc.Arbitrary<Row> = fc.record({
  channel: fc.option(value),
  productName: fc.option(value),
  customerName: fc.option(value),
  serviceCode: fc.option(value),
});

// Lists of values alone, with other choices beside them, and all of that within what else has to hold.
const field = fc.constantFrom<Field>('channel', 'productName', 'customerName', 'serviceCode');
const list = fc
  .tuple(field, fc.array(value, { minLength: 2, maxLength: 8 }))
  .map(([of, values]) => anyOf(of, values));
const choice = fc
  .array(fc.oneof(list, anyFilter(value)), { minLength: 1, maxLength: 3 })
  .map(([first, ...rest]) => or([first ?? eq('channel', 'a'), ...rest]));
const splittable = fc
  .array(fc.oneof(choice, list, anyFilter(value)), { minLength: 1, maxLength: 3 })
  .map((operands) => and(operands) ?? eq('channel', 'a'));

test('parts are disjoint, add up to the whole, and fit', () => {
  let split = 0;
  fc.assert(
    fc.property(splittable, fc.integer({ min: 2, max: 9 }), fc.array(row), (filter, tenths, rows) => {
      const length = Math.ceil((printFilter(filter).length * tenths) / 10);
      const parts = splitFilter(filter, shorterThan(length));
      if (parts === null) return;
      if (parts.length > 1) split += 1;
      for (const part of parts) expect(printFilter(part).length).toBeLessThanOrEqual(length);
      for (const each of rows) {
        const hits = parts.filter((part) => passes(part, each)).length;
        expect(hits).toBe(passes(filter, each) ? 1 : 0);
      }
    }),
    { numRuns: 2_000 },
  );
  // Otherwise the law above held for want of cases.
  expect(split).toBeGreaterThan(100);
});

test('what fits is sent as it is', () => {
  const filter = anyOf('channel', names(3));
  expect(splitFilter(filter, () => true)).toEqual([filter]);
});

test('a long list is cut, in order, each value once', () => {
  const values = names(1_000);
  const parts = splitFilter(anyOf('customerName', values), shorterThan(1_000)) ?? [];
  expect(parts.length).toBeGreaterThan(20);
  expect(parts.flatMap((part) => (part.kind === 'or' ? part.operands : [part]))).toEqual(
    values.map((name) => eq('customerName', name)),
  );
});

test('a value named twice, in another letter case, counts once', () => {
  const filter = anyOf('customerName', [...names(40), ...names(40, 'N')]);
  const parts = splitFilter(filter, shorterThan(400)) ?? [];
  expect(parts.length).toBeGreaterThan(1);
  for (const name of names(40)) {
    expect(parts.filter((part) => passes(part, { customerName: name }))).toHaveLength(1);
  }
});

test('two long lists that both have to hold are cut crosswise', () => {
  const filter = and([anyOf('customerName', names(60)), anyOf('productName', names(60)), ne('channel', 'x')]);
  const parts = splitFilter(filter, shorterThan(700)) ?? [];
  expect(parts.length).toBeGreaterThan(4);
  for (const name of names(60)) {
    const hits = parts.filter((part) =>
      passes(part, { customerName: name, productName: 'n7', channel: null }),
    );
    expect(hits).toHaveLength(1);
  }
});

test('a list beside another condition is cut without counting twice', () => {
  const filter = or([eq('channel', 'direct'), ...names(200).map((name) => eq('customerName', name))]);
  const parts = splitFilter(filter, shorterThan(1_000)) ?? [];
  expect(parts.length).toBeGreaterThan(4);
  expect(parts.filter((part) => passes(part, { channel: 'direct', customerName: 'n7' }))).toHaveLength(1);
  expect(parts.filter((part) => passes(part, { channel: null, customerName: 'n7' }))).toHaveLength(1);
  expect(parts.filter((part) => passes(part, { channel: 'direct', customerName: null }))).toHaveLength(1);
});

test('what has to hold all at once is not cut', () => {
  const none = and([ne('channel', 'x'), ...names(300).map((name) => ne('customerName', name))]);
  expect(splitFilter(none, shorterThan(1_000))).toBeNull();
  expect(splitFilter(eq('customerName', 'x'.repeat(9_000)), shorterThan(7_000))).toBeNull();
});

test('more parts than anyone waits for are refused', () => {
  expect(splitFilter(anyOf('customerName', names(5_000)), shorterThan(200))).toBeNull();
});
