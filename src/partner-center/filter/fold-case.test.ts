import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldCase, foldKey } from './fold-case.ts';

describe('foldCase', () => {
  test.each([
    ['O365', 'o365'],
    ['Reseller', 'RESELLER'],
    ['ÆRØ', 'ærø'],
    ['ΟΔΟΣ', 'οδος'],
    ['ΟΔΟΣ ΑΕ', 'οδοσ αε'],
  ])('takes %s and %s as equal', (left, right) => {
    expect(foldCase(left)).toBe(foldCase(right));
  });

  test.each([
    ['Strasse', 'Straße'],
    ['ı', 'I'],
    ['a', 'á'],
    ['a', 'a '],
  ])('takes %s and %s as different', (left, right) => {
    expect(foldCase(left)).not.toBe(foldCase(right));
  });

  test('has nothing left to fold afterwards', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(foldCase(foldCase(value))).toBe(foldCase(value));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('foldKey', () => {
  test('is one form of keys that are equal value for value', () => {
    expect(foldKey(['O365', null, 'ΟΔΟΣ'])).toBe(foldKey(['o365', null, 'οδος']));
  });

  test.each([
    [['a'], ['a', null]],
    [[null], ['']],
    [[null], ['null']],
    [
      ['a,b', 'c'],
      ['a', 'b,c'],
    ],
    [
      ['a","b', 'c'],
      ['a', 'b","c'],
    ],
  ])('keeps %j and %j apart', (left, right) => {
    expect(foldKey(left)).not.toBe(foldKey(right));
  });
});
