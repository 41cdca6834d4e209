import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyFilter, anyText } from './filter.arbitrary.ts';
import { foldFilter } from './fold.ts';
import { filterErrorSaid } from './english.ts';
import { type FilterError, parseFilter } from './parse.ts';
import { printFilter } from './print.ts';
import type { Comparison, Filter } from './syntax.ts';

function parsed(text: string): Filter | null {
  const result = parseFilter(text);
  if (!result.ok) throw new Error(filterErrorSaid(result.error));
  return result.filter;
}

function refused(text: string): FilterError {
  const result = parseFilter(text);
  if (result.ok) throw new Error(`Read: ${printFilter(result.filter)}`);
  return result.error;
}

const eq = (value: string): Comparison => ({ kind: 'comparison', field: 'channel', operator: 'eq', value });
const [a, b, c, d] = [eq('a'), eq('b'), eq('c'), eq('d')];
const A = "channel eq 'a'";
const B = "channel eq 'b'";
const C = "channel eq 'c'";
const D = "channel eq 'd'";

const depthOf = (filter: Filter): number => {
  const deeper = (depths: readonly number[]) =>
    1 + depths.reduce((deepest, depth) => Math.max(deepest, depth));
  return foldFilter(filter, { comparison: () => 1, and: deeper, or: deeper });
};

describe('what is read', () => {
  test('reads the examples of the endpoint page', () => {
    const o365: Comparison = { kind: 'comparison', field: 'serviceCode', operator: 'eq', value: 'O365' };
    const reseller: Comparison = { kind: 'comparison', field: 'channel', operator: 'eq', value: 'Reseller' };
    expect(parsed("serviceCode eq 'O365'")).toEqual(o365);
    expect(parsed('serviceCode eq "O365"')).toEqual(o365);
    expect(parsed("serviceCode eq 'O365' or (channel eq 'Reseller')")).toEqual({
      kind: 'or',
      operands: [o365, reseller],
    });
  });

  test.each(['', ' ', '\t\r\n\u00a0'])('takes blank text %j as everything', (text) => {
    expect(parsed(text)).toBeNull();
  });

  test('lets `and` bind tighter than `or`, and brackets tighter than both', () => {
    expect(parsed(`${A} or ${B} and ${C} or ${D}`)).toEqual({
      kind: 'or',
      operands: [a, { kind: 'and', operands: [b, c] }, d],
    });
    expect(parsed(`(${A} or ${B}) and (${C} or ${D})`)).toEqual({
      kind: 'and',
      operands: [
        { kind: 'or', operands: [a, b] },
        { kind: 'or', operands: [c, d] },
      ],
    });
  });

  test('drops brackets that change nothing, keeps order and repetition', () => {
    expect(parsed(`((${B}))`)).toEqual(b);
    expect(parsed(`(${B} and (${A} and (${B}))) and ${C}`)).toEqual({ kind: 'and', operands: [b, a, b, c] });
    expect(parsed(`${A} or ((${B} or (${C})) or ${A})`)).toEqual({ kind: 'or', operands: [a, b, c, a] });
  });

  test('reads keywords and fields in any letter case, and values as they are', () => {
    expect(parsed("CHANNEL EQ 'A' Or ProductID nE 'b'")).toEqual({
      kind: 'or',
      operands: [eq('A'), { kind: 'comparison', field: 'productId', operator: 'ne', value: 'b' }],
    });
  });

  test('reads a doubled quote as one and the other quote as itself', () => {
    expect(parsed("channel eq 'O''Neil \"x\" '''")).toEqual(eq('O\'Neil "x" \''));
    expect(parsed('channel eq "O\'Neil ""x"""')).toEqual(eq('O\'Neil "x"'));
    expect(parsed("channel eq ''")).toEqual(eq(''));
    expect(parsed("channel eq ' and (or) '")).toEqual(eq(' and (or) '));
  });

  test('needs no space where a bracket or a quote already separates', () => {
    expect(parsed("(channel eq'a')or(channel\teq\n'b')")).toEqual({ kind: 'or', operands: [a, b] });
  });
});

describe('what is refused', () => {
  test.each([
    ["channel = 'x'", 8, '=', 'Found “=” where “eq” or “ne” is expected.'],
    ["channel='x'", 7, '=', 'Found “=” where “eq” or “ne” is expected.'],
    [`${A} xor ${B}`, 15, 'xor', 'Found “xor” where “and”, “or”, or the end of the filter is expected.'],
    [`${A} ${B}`, 15, 'channel', 'Found “channel” where “and”, “or”, or the end of the filter is expected.'],
    [`(${A} 'b'`, 16, "'b'", "Found “'b'” where “and”, “or”, or “)” is expected."],
    [`${A} 'b`, 15, "'b", "Found “'b” where “and”, “or”, or the end of the filter is expected."],
    [`${A})`, 14, ')', 'Found “)” where “and”, “or”, or the end of the filter is expected.'],
    ['channel eq x', 11, 'x', "Found “x” where a value in straight quotes, such as 'reseller', is expected."],
    [
      'channel eq ‘x’',
      11,
      '‘',
      "Found “‘” where a value in straight quotes, such as 'reseller', is expected.",
    ],
    [
      "channel eq 'O''Neil",
      11,
      "'O''Neil",
      "The value that begins with “'O''Neil” has no end: a closing ' is expected.",
    ],
  ])('%j at %i', (text, position, near, message) => {
    const error = refused(text);
    expect(error).toMatchObject({ position, length: near.length, near });
    expect(filterErrorSaid(error)).toBe(message);
  });

  test('names the fields where it expects one', () => {
    expect(refused("colour eq 'x'")).toMatchObject({ position: 0, length: 6, near: 'colour' });
    expect(filterErrorSaid(refused("colour eq 'x'"))).toBe(
      'Found “colour” where a field (serviceCode, serviceName, channel, customerTenantId, customerName, ' +
        'productId, or productName) or “(” is expected.',
    );
  });

  test.each(['constructor', '__proto__', 'toString', 'licensesSold', 'not', 'and', '()'])(
    'takes %j for no field',
    (text) => {
      expect(refused(`${text} eq 'x'`).expected).toBe('operand');
    },
  );

  test('says what comes before a sudden end', () => {
    expect(refused(`${A} and `)).toMatchObject({ position: 19, length: 0, near: `${A} and` });
    expect(filterErrorSaid(refused('channel eq'))).toBe(
      "The filter ends after “channel eq” where a value in straight quotes, such as 'reseller', is expected.",
    );
    expect(filterErrorSaid(refused(`(${A}`))).toBe(
      "The filter ends after “(channel eq 'a'” where “and”, “or”, or “)” is expected.",
    );
  });

  test('quotes no more than a sentence holds and nothing that cannot be seen', () => {
    const long = refused('x'.repeat(60_000));
    expect(long).toMatchObject({ length: 60_000, near: `${'x'.repeat(40)}…` });
    expect(refused('channel eq \u202e\u0000').near).toBe('[U+202E][U+0000]');
    expect(refused(`${A} or ${'('.repeat(100)}`).near).toBe(`…${'('.repeat(40)}`);
  });
});

describe('laws', () => {
  test('parse after print is the identity on canonical trees', () => {
    fc.assert(
      fc.property(anyFilter(), (filter) => {
        expect(parsed(printFilter(filter))).toEqual(filter);
      }),
    );
  });

  test('answers for any text, with a place in it or a text that reads the same again', () => {
    fc.assert(fc.property(anyText(), answers), { numRuns: 500 });
  });

  test('answers for almost right text', () => {
    const pieces = [
      '(',
      ')',
      "'",
      '"',
      ' ',
      'and',
      'or',
      'eq',
      'ne',
      'not',
      '=',
      '\u202e',
      '\ud800',
      '\u0000',
    ];
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      drop: fc.nat({ max: 3 }),
      add: fc.constantFrom('', ...pieces),
    });
    const edited = fc
      .tuple(anyFilter(), fc.array(edit, { minLength: 1, maxLength: 4 }))
      .map(([filter, edits]) =>
        edits.reduce((text, { at, drop, add }) => {
          const cut = Math.floor(at * text.length);
          return text.slice(0, cut) + add + text.slice(cut + drop);
        }, printFilter(filter)),
      );
    fc.assert(fc.property(edited, answers), { numRuns: 1000 });
  });

  function answers(text: string) {
    const result = parseFilter(text);
    if (result.ok) {
      const printed = printFilter(result.filter);
      expect(printFilter(parsed(printed))).toBe(printed);
    } else {
      const { position, length, near } = result.error;
      const message = filterErrorSaid(result.error);
      expect(position + length).toBeLessThanOrEqual(text.length);
      expect(near).not.toBe('');
      expect(message).toContain(`“${near}”`);
      expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    }
  }
});

describe('long and deep text', () => {
  const many = 10_000;

  test('answers where nothing is closed', () => {
    expect(refused('('.repeat(65_536)).position).toBe(65_536);
    expect(refused(`${'('.repeat(many)}${A}${')'.repeat(many - 1)}`).position).toBe(3 * many + 3 - many + 10);
    expect(refused("channel eq '".concat("''".repeat(32_000))).position).toBe(11);
  });

  test('reads brackets in brackets', () => {
    expect(parsed(`${'('.repeat(30_000)}${A}${')'.repeat(30_000)}`)).toEqual(a);
  });

  test('flattens a connective nested in itself from either side', () => {
    const operands = Array.from({ length: many }, () => a);
    expect(parsed(`${`${A} and (`.repeat(many - 1)}${A}${')'.repeat(many - 1)}`)).toEqual({
      kind: 'and',
      operands,
    });
    expect(parsed(`${'('.repeat(many - 1)}${A}${` or ${A})`.repeat(many - 1)}`)).toEqual({
      kind: 'or',
      operands,
    });
  });

  test('reads and prints connectives that alternate', () => {
    const half = many / 2;
    const text = `${`${A} or ${B} and (`.repeat(half)}${C}${')'.repeat(half)}`;
    const filter = parsed(text);
    // The innermost brackets hold a single comparison, so they are removed.
    expect(filter && depthOf(filter)).toBe(many + 1);
    expect(printFilter(filter)).toBe(text.replace(`(${C})`, C));
  });

  test('reads and prints ten thousand clauses', () => {
    const text = Array.from({ length: many }, (_, index) => `customerName ne 'Customer ${index}'`).join(
      ' and ',
    );
    expect(printFilter(parsed(text))).toBe(text);
  });
});
