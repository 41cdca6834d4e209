import { expect, test } from 'vitest';
import type { MembersCondition } from '#partner-center/filter/conditions.ts';
import { parseFilter } from '#partner-center/filter/parse.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import { extendedCondition, withCondition } from './with-condition.ts';

function set(
  expression: string,
  operator: MembersCondition['operator'],
  values: readonly string[],
  index: number | null = null,
): string {
  const parsed = parseFilter(expression);
  if (!parsed.ok) throw new Error(parsed.error.near);
  return printFilter(
    withCondition(parsed.filter, { kind: 'members', field: 'channel', operator, values }, index),
  );
}

test('a condition on another field is added at the end', () => {
  expect(set('', 'is', ['direct'])).toBe("channel eq 'direct'");
  expect(set("serviceCode eq 'o365'", 'is', ['direct'])).toBe(
    "serviceCode eq 'o365' and channel eq 'direct'",
  );
});

test('`is` extends the one that is there, in its place and without repeating values', () => {
  expect(set("channel eq 'reseller' and serviceCode eq 'o365'", 'is', ['RESELLER', 'direct'])).toBe(
    "(channel eq 'reseller' or channel eq 'direct') and serviceCode eq 'o365'",
  );
});

test('`is not` extends the one that is there, and never an `is`', () => {
  expect(set("channel ne 'a' and serviceCode eq 'o365'", 'isNot', ['b', 'A'])).toBe(
    "channel ne 'a' and channel ne 'b' and serviceCode eq 'o365'",
  );
  expect(set("channel eq 'a'", 'isNot', ['b'])).toBe("channel eq 'a' and channel ne 'b'");
});

test('editing replaces the condition alone, whatever it was', () => {
  expect(set("productName eq 'x' and channel eq 'a' and serviceCode eq 'y'", 'isNot', ['b'], 1)).toBe(
    "productName eq 'x' and channel ne 'b' and serviceCode eq 'y'",
  );
});

test('an expression on the field is nothing to extend', () => {
  const parsed = parseFilter("channel eq 'a' or serviceCode eq 'b'");
  expect(parsed.ok && extendedCondition(parsed.filter, { field: 'channel', operator: 'is' })).toBeUndefined();
});
