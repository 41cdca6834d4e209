import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import { canonical } from './canonical.ts';
import {
  addCondition,
  choiceOf,
  type Condition,
  conditionsOf,
  filterOf,
  removeCondition,
  setMember,
  withoutChoice,
  withoutField,
} from './conditions.ts';
import { anyFilter } from './filter.arbitrary.ts';
import { foldCase } from './fold-case.ts';
import { foldFilter } from './fold.ts';
import { parseFilter } from './parse.ts';
import { printFilter } from './print.ts';
import type { Filter } from './syntax.ts';

function filter(text: string): Filter | null {
  const result = parseFilter(text);
  if (!result.ok) throw new Error(result.error.near);
  return result.filter;
}

const is = (field: Field, ...values: string[]): Condition => ({
  kind: 'members',
  field,
  operator: 'is',
  values,
});
const isNot = (field: Field, ...values: string[]): Condition => ({
  kind: 'members',
  field,
  operator: 'isNot',
  values,
});

const anyValue = fc.constantFrom('a', 'A', 'b', 'c', "o'n");
const anyFilterOrAll = fc.option(anyFilter(anyValue));
const anyField = fc.constantFrom(...FIELDS);

/** Does a row with these values, one for each field, pass? */
function passes(tested: Filter | null, row: Readonly<Record<Field, string>>): boolean {
  if (tested === null) return true;
  return foldFilter(tested, {
    comparison: ({ field, operator, value }) =>
      (foldCase(row[field]) === foldCase(value)) === (operator === 'eq'),
    and: (operands) => operands.every(Boolean),
    or: (operands) => operands.some(Boolean),
  });
}

const anyRow = fc.record({
  serviceCode: anyValue,
  serviceName: anyValue,
  channel: anyValue,
  customerTenantId: anyValue,
  customerName: anyValue,
  productId: anyValue,
  productName: anyValue,
});

describe('conditionsOf, filterOf', () => {
  test('splits a filter into what people would have chosen', () => {
    const text =
      "channel eq 'a' and (productName eq 'p' or productName eq 'q') and serviceCode ne 's' and serviceCode ne 't' " +
      "and channel ne 'b' and (channel eq 'a' or productName eq 'p')";
    expect(conditionsOf(filter(text))).toEqual([
      is('channel', 'a'),
      is('productName', 'p', 'q'),
      isNot('serviceCode', 's', 't'),
      isNot('channel', 'b'),
      { kind: 'expression', filter: filter("channel eq 'a' or productName eq 'p'") },
    ]);
  });

  test('reads a lone `or` on one field as one condition', () => {
    expect(conditionsOf(filter("channel eq 'a' or channel eq 'b'"))).toEqual([is('channel', 'a', 'b')]);
  });

  test('does not take an `or` of exclusions for an exclusion of both', () => {
    const either = filter("channel ne 'a' or channel ne 'b'");
    expect(conditionsOf(either)).toEqual([{ kind: 'expression', filter: either }]);
  });

  test('has no conditions for everything, and nothing for conditions without values', () => {
    expect(conditionsOf(null)).toEqual([]);
    expect(filterOf([is('channel'), isNot('channel')])).toBeNull();
    expect(printFilter(filterOf([is('productId', 'p'), is('channel')]))).toBe("productId eq 'p'");
  });

  test('filterOf after conditionsOf is the identity on canonical filters', () => {
    fc.assert(
      fc.property(anyFilterOrAll, (tested) => {
        expect(filterOf(conditionsOf(tested))).toEqual(tested);
      }),
    );
  });

  test('conditionsOf after filterOf is the identity on normalised conditions', () => {
    const values = fc.array(anyValue, { minLength: 1, maxLength: 4 });
    const members = fc.record({
      kind: fc.constant('members' as const),
      field: anyField,
      operator: fc.constantFrom('is' as const, 'isNot' as const),
      values,
    });
    const mixed = fc.tuple(anyFilter(anyValue), anyValue).map(([tested, value]): Condition => {
      const other: Filter = { kind: 'comparison', field: 'channel', operator: 'ne', value };
      return { kind: 'expression', filter: canonical({ kind: 'or', operands: [tested, other] }) };
    });
    const normalised = fc.array(fc.oneof(members, mixed)).map((conditions) =>
      conditions.filter((condition, index) => {
        const before = conditions[index - 1];
        const merges =
          condition.kind === 'members' &&
          before?.kind === 'members' &&
          condition.operator === 'isNot' &&
          before.operator === 'isNot' &&
          condition.field === before.field;
        return !merges;
      }),
    );
    fc.assert(
      fc.property(normalised, (conditions) => {
        expect(conditionsOf(filterOf(conditions))).toEqual(conditions);
      }),
    );
  });

  test('answers for ten thousand clauses', () => {
    const values = Array.from({ length: 10_000 }, (_, index) => `Customer ${index}`);
    for (const condition of [is('customerName', ...values), isNot('customerName', ...values)]) {
      expect(conditionsOf(filterOf([condition]))).toEqual([condition]);
    }
  });
});

describe('addCondition', () => {
  test('adds one more part that has to hold', () => {
    expect(printFilter(addCondition(null, is('channel', 'a')))).toBe("channel eq 'a'");
    expect(printFilter(addCondition(filter("channel eq 'a' or channel eq 'b'"), is('channel', 'b')))).toBe(
      "(channel eq 'a' or channel eq 'b') and channel eq 'b'",
    );
    expect(
      printFilter(
        addCondition(filter("channel eq 'a'"), {
          kind: 'expression',
          filter: { kind: 'or', operands: [is1('channel', 'x'), is1('productId', 'y')] },
        }),
      ),
    ).toBe("channel eq 'a' and (channel eq 'x' or productId eq 'y')");
  });

  test('adds no value twice, whatever its letter case', () => {
    expect(printFilter(addCondition(null, isNot('channel', 'Ab', 'c', 'aB')))).toBe(
      "channel ne 'Ab' and channel ne 'c'",
    );
    const once = filter("channel eq 'a' or channel eq 'b'");
    expect(addCondition(once, is('channel', 'B', 'A'))).toEqual(once);
    expect(printFilter(addCondition(once, is('channel', 'b', 'c')))).toBe(
      "(channel eq 'a' or channel eq 'b') and (channel eq 'b' or channel eq 'c')",
    );
    expect(printFilter(addCondition(filter("channel ne 'a'"), isNot('channel', 'A', 'b')))).toBe(
      "channel ne 'a' and channel ne 'b'",
    );
  });

  test('lets through exactly what both let through', () => {
    fc.assert(
      fc.property(anyFilterOrAll, anyFilter(anyValue), anyRow, (tested, added, row) => {
        const together = conditionsOf(added).reduce(addCondition, tested);
        expect(passes(together, row)).toBe(passes(tested, row) && passes(added, row));
      }),
    );
  });
});

describe('removeCondition', () => {
  test('removes the one at the index and changes nothing where there is none', () => {
    const three = filter("channel eq 'a' and serviceCode ne 's' and serviceCode ne 't' and productId eq 'p'");
    expect(printFilter(removeCondition(three, 1))).toBe("channel eq 'a' and productId eq 'p'");
    expect(removeCondition(three, 3)).toEqual(three);
    expect(removeCondition(filter("channel eq 'a'"), 0)).toBeNull();
  });
});

describe('setMember', () => {
  test('shows one member, then another one in its place, then all', () => {
    const start = filter("channel eq 'a' and productName ne 'p'");
    const first = setMember(start, 'customerName', 'Contoso');
    expect(printFilter(first)).toBe("channel eq 'a' and productName ne 'p' and customerName eq 'Contoso'");
    const second = setMember(first, 'channel', 'b');
    expect(printFilter(second)).toBe("channel eq 'b' and productName ne 'p' and customerName eq 'Contoso'");
    expect(setMember(setMember(second, 'channel', 'B'), 'customerName', 'CONTOSO')).toEqual(
      filter("productName ne 'p'"),
    );
  });

  test('adds a second one where it is asked to, and takes it out again', () => {
    const two = setMember(filter("channel eq 'a' and productId eq 'p'"), 'channel', 'b', { adds: true });
    expect(printFilter(two)).toBe("(channel eq 'a' or channel eq 'b') and productId eq 'p'");
    expect(printFilter(setMember(two, 'channel', 'A', { adds: true }))).toBe(
      "channel eq 'b' and productId eq 'p'",
    );
    expect(printFilter(setMember(null, 'channel', 'a', { adds: true }))).toBe("channel eq 'a'");
    expect(setMember(filter("channel eq 'a'"), 'channel', 'A', { adds: true })).toBeNull();
  });

  test('never loses a choice of several by one click, however it was made', () => {
    const several = filter("(channel eq 'a' or channel eq 'b') and productId eq 'p'");
    expect(printFilter(setMember(several, 'channel', 'c'))).toBe(
      "(channel eq 'a' or channel eq 'b' or channel eq 'c') and productId eq 'p'",
    );
    expect(printFilter(setMember(several, 'channel', 'a'))).toBe("channel eq 'b' and productId eq 'p'");
  });

  test('counts as chosen what all conditions on the field let through', () => {
    const narrowed = filter("(channel eq 'a' or channel eq 'b') and productId eq 'p' and channel eq 'a'");
    expect(printFilter(setMember(narrowed, 'channel', 'a'))).toBe("productId eq 'p'");
    const contradicting = filter("channel eq 'a' and channel eq 'b'");
    expect(printFilter(setMember(contradicting, 'channel', 'a'))).toBe("channel eq 'a'");
  });

  test('changes nothing for a member that a condition excludes', () => {
    const excluding = filter("channel ne 'a' and channel ne 'b'");
    expect(setMember(excluding, 'channel', 'A')).toEqual(excluding);
    expect(setMember(excluding, 'channel', 'A', { adds: true })).toEqual(excluding);
  });

  test('keeps every other condition, shows the member clicked, and the second click shows what the first began with', () => {
    fc.assert(
      fc.property(anyFilterOrAll, anyField, fc.boolean(), (tested, field, adds) => {
        const isExcluded = conditionsOf(tested).some(
          (one) =>
            one.kind === 'members' &&
            one.field === field &&
            one.operator === 'isNot' &&
            one.values.some((value) => foldCase(value) === 'a'),
        );
        const once = setMember(tested, field, 'a', { adds });
        if (isExcluded) {
          expect(once).toEqual(tested);
          return;
        }
        const folded = (of: Filter | null) => (choiceOf(of, field) ?? []).map((value) => foldCase(value));
        const before = folded(tested);
        expect(withoutChoice(once, field)).toEqual(withoutChoice(tested, field));
        expect(folded(once).includes('a')).toBe(!before.includes('a'));
        if (adds || before.length > 1) {
          const others = (values: readonly string[]) => values.filter((value) => value !== 'a');
          expect(others(folded(once))).toEqual(others(before));
          expect(new Set(folded(setMember(once, field, 'A', { adds: true })))).toEqual(new Set(before));
        }
      }),
    );
  });
});

test('what is chosen of a field is in each of its `is` conditions, once', () => {
  const text = "(channel eq 'A' or channel eq 'a' or channel eq 'b') and (channel eq 'a' or channel eq 'c')";
  expect(choiceOf(filter(text), 'channel')).toEqual(['A']);
  expect(choiceOf(filter("channel eq 'a' and channel eq 'b'"), 'channel')).toEqual([]);
  expect(choiceOf(filter("channel ne 'a' and productId eq 'p'"), 'channel')).toBeNull();
});

test('withoutChoice drops what is chosen of the field and keeps what is excluded of it', () => {
  const text =
    "(channel eq 'a' or channel eq 'b') and channel ne 'c' and productId eq 'p' " +
    "and (channel ne 'c' or channel ne 'd')";
  expect(printFilter(withoutChoice(filter(text), 'channel'))).toBe(
    "channel ne 'c' and productId eq 'p' and (channel ne 'c' or channel ne 'd')",
  );
  expect(withoutChoice(filter("channel eq 'a'"), 'channel')).toBeNull();
  expect(withoutChoice(null, 'channel')).toBeNull();
});

describe('withoutField', () => {
  test('drops what is about the field alone', () => {
    const text =
      "channel eq 'a' and channel ne 'b' and (channel ne 'c' or channel ne 'd') and productId eq 'p' " +
      "and (channel eq 'a' or productId eq 'p')";
    expect(printFilter(withoutField(filter(text), 'channel'))).toBe(
      "productId eq 'p' and (channel eq 'a' or productId eq 'p')",
    );
    expect(withoutField(filter("channel eq 'a'"), 'channel')).toBeNull();
    expect(withoutField(null, 'channel')).toBeNull();
  });

  test('lets through whatever the filter let through', () => {
    fc.assert(
      fc.property(anyFilterOrAll, anyField, anyRow, (tested, field, row) => {
        if (passes(tested, row)) expect(passes(withoutField(tested, field), row)).toBe(true);
      }),
    );
  });
});

function is1(field: Field, value: string): Filter {
  return { kind: 'comparison', field, operator: 'eq', value };
}
