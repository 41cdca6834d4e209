import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPartnerCenterClient, MAX_TOP } from '#partner-center/client.ts';
import type { Field } from '#partner-center/fields.ts';
import { and, or } from './canonical.ts';
import { anyFilter } from './filter.arbitrary.ts';
import { printFilter } from './print.ts';
import { splitFilter } from './split.ts';
import type { Filter } from './syntax.ts';

type Row = { readonly [F in Field]?: string | null | undefined };

/** Evaluates a filter plainly, by the endpoint's description alone. */
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

// Lists of values, other choices beside them, and around all of that other conditions that have to hold.
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
      if (typeof parts === 'string') return;
      if (parts.length > 1) split += 1;
      for (const part of parts) expect(printFilter(part).length).toBeLessThanOrEqual(length);
      for (const each of rows) {
        const hits = parts.filter((part) => passes(part, each)).length;
        expect(hits).toBe(passes(filter, each) ? 1 : 0);
      }
    }),
    { numRuns: 2_000 },
  );
  // If too few filters were split, the law above would prove nothing.
  expect(split).toBeGreaterThan(100);
});

/** The parts of a filter that can be split. */
function partsOf(filter: Filter, fits: (part: Filter) => boolean): readonly Filter[] {
  const parts = splitFilter(filter, fits);
  if (typeof parts === 'string') throw new Error(`There are none: ${parts}.`);
  return parts;
}

test('what fits is sent as it is', () => {
  const filter = anyOf('channel', names(3));
  expect(splitFilter(filter, () => true)).toEqual([filter]);
});

test('a long list is cut, in order, each value once', () => {
  const values = names(1_000);
  const parts = partsOf(anyOf('customerName', values), shorterThan(1_000));
  expect(parts.length).toBeGreaterThan(20);
  expect(parts.flatMap((part) => (part.kind === 'or' ? part.operands : [part]))).toEqual(
    values.map((name) => eq('customerName', name)),
  );
});

test('parts are full: none would take the first value of the next', () => {
  const list = fc
    .array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 80 })
    .map((lengths) => lengths.map((length, index) => `${index}${'x'.repeat(length)}`));
  const beside = fc.constantFrom(null, ne('channel', 'x'), or([eq('channel', 'a'), eq('channel', 'b')]));
  fc.assert(
    fc.property(list, beside, fc.integer({ min: 120, max: 400 }), (values, other, length) => {
      const whole = and(
        other === null ? [anyOf('customerName', values)] : [anyOf('customerName', values), other],
      );
      if (whole === null) return;
      const namesIn = (part: Filter): readonly string[] =>
        values.filter((name) => passes(part, { customerName: name, channel: 'a' }));
      const parts = partsOf(whole, shorterThan(length));
      expect(parts.flatMap(namesIn)).toEqual(values);
      parts.slice(1).forEach((next, index) => {
        const names = [...namesIn(parts[index] ?? next), ...namesIn(next).slice(0, 1)];
        const fuller = and(
          other === null ? [anyOf('customerName', names)] : [anyOf('customerName', names), other],
        );
        expect(printFilter(fuller).length).toBeGreaterThan(length);
      });
    }),
  );
});

test('nine thousand tenants are within what anyone waits for', () => {
  const tenants = Array.from(
    { length: 9_000 },
    (_, index) => `4F9D7DF5-0000-4000-8000-${String(index).padStart(12, '0')}`,
  );
  const client = createPartnerCenterClient({ tokens: { getToken: () => Promise.resolve('') } });
  const query = {
    groupby: ['customerTenantId'] as const,
    processedDateTime: '2026-11-22T00:00:00',
    top: MAX_TOP,
    skip: 0,
  };
  let printed = 0;
  const parts = partsOf(anyOf('customerTenantId', tenants), (filter) => {
    printed += printFilter(filter).length;
    return client.fits({ ...query, filter });
  });
  expect(parts.length).toBeLessThanOrEqual(100);
  // Filling the parts does not print much more text than the whole filter has.
  expect(printed).toBeLessThan(30 * printFilter(anyOf('customerTenantId', tenants)).length);
});

test('a value named twice, in another letter case, counts once', () => {
  const filter = anyOf('customerName', [...names(40), ...names(40, 'N')]);
  const parts = partsOf(filter, shorterThan(400));
  expect(parts.length).toBeGreaterThan(1);
  for (const name of names(40)) {
    expect(parts.filter((part) => passes(part, { customerName: name }))).toHaveLength(1);
  }
});

test('two long lists that both have to hold are cut crosswise', () => {
  const filter = and([anyOf('customerName', names(60)), anyOf('productName', names(60)), ne('channel', 'x')]);
  const parts = partsOf(filter, shorterThan(700));
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
  const parts = partsOf(filter, shorterThan(1_000));
  expect(parts.length).toBeGreaterThan(4);
  expect(parts.filter((part) => passes(part, { channel: 'direct', customerName: 'n7' }))).toHaveLength(1);
  expect(parts.filter((part) => passes(part, { channel: null, customerName: 'n7' }))).toHaveLength(1);
  expect(parts.filter((part) => passes(part, { channel: 'direct', customerName: null }))).toHaveLength(1);
});

test('what has to hold all at once is not cut', () => {
  const none = and([ne('channel', 'x'), ...names(300).map((name) => ne('customerName', name))]);
  expect(splitFilter(none, shorterThan(1_000))).toBe('indivisible');
  expect(splitFilter(eq('customerName', 'x'.repeat(9_000)), shorterThan(7_000))).toBe('indivisible');
});

test('one value in two letter cases is no choice', () => {
  expect(splitFilter(anyOf('channel', ['a', 'A']), shorterThan(20))).toBe('indivisible');
});

test('of two lists the shorter one is taken out of the other, wherever it stands', () => {
  const short = anyOf('channel', names(3, 'c'));
  const long = anyOf('customerName', names(60));
  for (const filter of [or([short, long]), or([long, short])]) {
    const [first] = partsOf(filter, shorterThan(400));
    expect(first).toEqual(short);
  }
});

test('sides that share a value with several others stay together, each once', () => {
  const side = (product: string, ...values: string[]) =>
    and([anyOf('channel', values), eq('productName', product)]);
  const sides = [side('p', 'a', 'b'), side('q', 'c', 'd'), side('r', 'b', 'c', 'a'), side('s', 'e', 'f')];
  const [first, ...rest] = sides.map((one) => one ?? eq('channel', 'a'));
  const filter = or([first ?? eq('channel', 'a'), ...rest]);
  const [together, alone] = partsOf(filter, shorterThan(printFilter(filter).length - 1));
  expect(alone).toEqual(sides[3]);
  expect(together?.kind === 'or' && together.operands.length).toBe(3);
});

test('a hundred parts are waited for, one more is not', () => {
  const oneByOne = (filter: Filter) => filter.kind === 'comparison';
  expect(splitFilter(anyOf('customerName', names(100)), oneByOne)).toHaveLength(100);
  expect(splitFilter(anyOf('customerName', names(101)), oneByOne)).toBe('tooMany');
});

test('more parts than anyone waits for are refused', () => {
  expect(splitFilter(anyOf('customerName', names(5_000)), shorterThan(200))).toBe('tooMany');
});

test('what is taken out is said again as its opposite', () => {
  const filter = or([eq('channel', 'direct'), ...names(20).map((name) => eq('customerName', name))]);
  const [taken, ...rest] = partsOf(filter, shorterThan(300)).map(printFilter);
  expect(taken).toBe("channel eq 'direct'");
  for (const part of rest) expect(part).toMatch(/channel ne 'direct'/u);
});

test('the longest list of values stays, of as few as two, and what is no value is taken out', () => {
  const side = (product: string) =>
    and([eq('productName', product), ne('channel', 'x')]) ?? ne('channel', 'x');
  const sides = or([side('p'), side('q'), side('r')]);
  const filter = or([sides, ...names(2).map((name) => eq('customerName', name))]);
  const [first] = partsOf(filter, shorterThan(printFilter(filter).length - 1));
  expect(first).toEqual(sides);
});

test('sides exclude each other by a list of values that each has beside what else has to hold', () => {
  const side = (...values: string[]) =>
    and([anyOf('channel', values), ne('productName', 'p')]) ?? eq('channel', 'a');
  const sides = [side('a', 'b'), side('c', 'd')] as const;
  const filter = or([...sides]);
  expect(splitFilter(filter, shorterThan(printFilter(filter).length - 1))).toEqual(sides);
});

test('a choice among values of several fields excludes nothing', () => {
  const choice = or([eq('channel', 'a'), eq('productName', 'p')]);
  const sides = [and([choice, ne('serviceCode', 'x')]), and([eq('channel', 'b'), ne('serviceCode', 'y')])];
  const [first, ...rest] = sides.map((side) => side ?? choice);
  const filter = or([first ?? choice, ...rest]);
  // A row of channel b and product p passes both sides.
  expect(splitFilter(filter, shorterThan(printFilter(filter).length - 1))).toBe('indivisible');
});
