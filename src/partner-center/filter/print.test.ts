import { describe, expect, test } from 'vitest';
import { printFilter } from './print.ts';
import type { Comparison, Filter } from './syntax.ts';

const eq = (value: string): Comparison => ({ kind: 'comparison', field: 'channel', operator: 'eq', value });
const A = "channel eq 'a'";
const B = "channel eq 'b'";
const C = "channel eq 'c'";

describe('printFilter', () => {
  test('prints everything as no text', () => {
    expect(printFilter(null)).toBe('');
  });

  test('doubles single quotes and leaves the rest of a value alone', () => {
    expect(printFilter(eq(`O'Neil "x" ''`))).toBe(`channel eq 'O''Neil "x" '''''`);
  });

  test('brackets an `or` within an `and` and nothing else', () => {
    const or: Filter = { kind: 'or', operands: [eq('a'), eq('b')] };
    const and: Filter = { kind: 'and', operands: [eq('a'), eq('b')] };
    expect(printFilter({ kind: 'and', operands: [or, eq('c')] })).toBe(`(${A} or ${B}) and ${C}`);
    expect(printFilter({ kind: 'or', operands: [eq('c'), and] })).toBe(`${C} or ${A} and ${B}`);
    expect(printFilter({ kind: 'or', operands: [eq('c'), or] })).toBe(`${C} or ${A} or ${B}`);
  });
});
