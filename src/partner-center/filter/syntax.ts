import type { Field } from '#partner-center/fields.ts';

/** `field eq 'value'` or `field ne 'value'`. The value is unquoted: `O'Neil`, not `O''Neil`. */
export type Comparison = {
  readonly kind: 'comparison';
  readonly field: Field;
  readonly operator: 'eq' | 'ne';
  readonly value: string;
};

/**
 * Operands joined by one connective. A canonical tree has two or more operands in each,
 * and no operand of the same kind as its parent: `a and (b and c)` is `a and b and c`.
 */
export type Connective = {
  readonly kind: 'and' | 'or';
  readonly operands: readonly Filter[];
};

/** The syntax tree of the endpoint's `filter` parameter. "Everything" is no filter: `null`, not a tree. */
export type Filter = Comparison | Connective;
