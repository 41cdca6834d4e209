import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountIn, evidenceOf } from './amounts.ts';

const marks = fc.constantFrom('.' as const, ',' as const);

/** A price with up to four decimals, as a file with one of the decimal marks writes it. */
const written = fc
  .record({
    cents: fc.integer({ min: 0, max: 9_999_999_999 }),
    decimals: fc.integer({ min: 0, max: 4 }),
    mark: marks,
    grouping: fc.constantFrom('none', 'mark', 'space', 'narrow', 'apostrophe'),
    around: fc.constantFrom(['', ''], ['€ ', ''], ['', ' EUR'], ['$', ''], ['CHF ', '']),
  })
  .map(({ cents, decimals, mark, grouping, around: [before = '', after = ''] }) => {
    const text = (cents / 10 ** decimals).toFixed(decimals);
    const [whole = '', rest] = text.split('.');
    const between = {
      none: '',
      mark: mark === '.' ? ',' : '.',
      space: ' ',
      narrow: '\u202F',
      apostrophe: '’',
    }[grouping];
    const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, between);
    return {
      text: `${before}${grouped}${rest === undefined ? '' : mark + rest}${after}`,
      number: Number(text),
      mark,
    };
  });

describe('amounts', () => {
  test('are read as they were written, whatever stands between thousands and around them', () => {
    fc.assert(
      fc.property(written, ({ text, number, mark }) => {
        expect(amountIn(text, mark)).toBe(number);
      }),
    );
  });

  test('never show that they are written in the way that they are not', () => {
    fc.assert(
      fc.property(written, ({ text, mark }) => {
        expect(evidenceOf(text)[mark === '.' ? 'comma' : 'point']).toBe(false);
      }),
    );
  });

  test.for([
    ['4.20', 'point'],
    ['4,2', 'comma'],
    ['1,234.5', 'point'],
    ['1.234,5', 'comma'],
    ['1,234,567', 'point'],
    ['0.123', 'point'],
    ['0,123', 'comma'],
    ['1234.567', 'point'],
    ['1,234', 'either'],
    ['1.234', 'either'],
  ] as const)('%s is evidence of: %s', ([text, kind]) => {
    expect(evidenceOf(text)).toEqual({ point: false, comma: false, either: false, [kind]: true });
  });

  test.for(['', 'n/a', '1.2.3', '1,2,3', '12,34.5', '1e5', '--5', '5-', '=1+1', '٣'])(
    '%s is none',
    (text) => {
      expect(amountIn(text, '.')).toBeNull();
    },
  );
});
