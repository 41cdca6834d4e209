import type { Field } from '#partner-center/fields.ts';

/** `field eq 'value'` or `field ne 'value'`. The value is without quotes: `O'Neil`, not `O''Neil`. */
export type Comparison = {
  readonly kind: 'comparison';
  readonly field: Field;
  readonly operator: 'eq' | 'ne';
  readonly value: string;
};

/**
 * Operands joined by one connective. In a canonical tree each connective has two or more operands, and no operand of
 * its own kind: `a and (b and c)` is `a and b and c`.
 */
export type Connective = {
  readonly kind: 'and' | 'or';
  readonly operands: readonly Filter[];
};

/** The syntax tree of the endpoint's `filter` parameter. There is no tree for "everything": that is `null`. */
export type Filter = Comparison | Connective;
