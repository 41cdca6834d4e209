import fc from 'fast-check';
import { FIELDS } from '#partner-center/fields.ts';
import { and, or } from './canonical.ts';
import type { Comparison, Filter } from './syntax.ts';

/** Any UTF-16 units, also halves of surrogate pairs. For tests. */
export function anyUnits(): fc.Arbitrary<string> {
  return fc.array(fc.integer({ min: 0, max: 65_535 })).map((units) => String.fromCharCode(...units));
}

/** Any text: words, quotes, all of Unicode, controls and lone surrogates. For tests. */
export function anyText(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom('', ' ', 'O365', 'reseller', "O'Neil", "''", '"', '=1+1', '<b>', '__proto__', 'Ærø ΟΔΟΣ'),
    fc.string(),
    fc.string({ unit: 'binary' }),
    anyUnits(),
  );
}

/** A comparison of any field with a value of the given kind. For tests. */
export function anyComparison(value: fc.Arbitrary<string> = anyText()): fc.Arbitrary<Comparison> {
  return fc.record({
    kind: fc.constant('comparison' as const),
    field: fc.constantFrom(...FIELDS),
    operator: fc.constantFrom('eq' as const, 'ne' as const),
    value,
  });
}

/** A canonical filter with values of the given kind; it is never null. For tests. */
export function anyFilter(value: fc.Arbitrary<string> = anyText()): fc.Arbitrary<Filter> {
  const { filter } = fc.letrec<{ filter: Filter; operands: [Filter, ...Filter[]] }>((tie) => ({
    filter: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      anyComparison(value),
      tie('operands').map((operands) => and(operands)),
      tie('operands').map(or),
    ),
    operands: fc
      .tuple(tie('filter'), fc.array(tie('filter'), { minLength: 1, maxLength: 4 }))
      .map(([first, rest]): [Filter, ...Filter[]] => [first, ...rest]),
  }));
  return filter;
}
