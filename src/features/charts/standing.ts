import type { Field } from '#partner-center/fields.ts';
import { choiceOf, conditionsOf, withoutField } from '#partner-center/filter/conditions.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { foldFilter } from '#partner-center/filter/fold.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';

/**
 * What a filter's conditions on the chart's own field do with a member: `chosen` by an `is`, `leftOut` by any of them,
 * `open` where no condition is about it.
 */
export type Standing = 'chosen' | 'leftOut' | 'open';

/**
 * Tells what a filter does with each member of a field. The chart shows members that the filter does not choose and,
 * until its next answer is there, also excluded ones. So it has to know which of them the rest of the page counts.
 */
export function standings(filter: Filter | null, field: Field): (value: string | null) => Standing {
  const choice = choiceOf(filter, field);
  const chosen = choice && new Set(choice.map(foldCase));
  const excluded = new Set<string>();
  const expressions: Filter[] = [];
  for (const condition of conditionsOf(filter)) {
    if (condition.kind === 'expression') {
      // An expression that is also about other fields decides nothing about a member.
      if (withoutField(condition.filter, field) === null) expressions.push(condition.filter);
    } else if (condition.field === field && condition.operator === 'isNot') {
      for (const value of condition.values) excluded.add(foldCase(value));
    }
  }

  return (value) => {
    const folded = value === null ? null : foldCase(value);
    // A missing value is equal to nothing, so no `is` lets it through and no `is not` leaves it out.
    const isIn = (values: ReadonlySet<string>): boolean => folded !== null && values.has(folded);
    if ((chosen !== null && !isIn(chosen)) || isIn(excluded)) return 'leftOut';
    const allowed = expressions.every((expression) =>
      foldFilter<boolean>(expression, {
        comparison: (comparison) =>
          (folded === foldCase(comparison.value)) === (comparison.operator === 'eq'),
        and: (operands) => operands.every(Boolean),
        or: (operands) => operands.some(Boolean),
      }),
    );
    if (!allowed) return 'leftOut';
    return chosen === null ? 'open' : 'chosen';
  };
}
