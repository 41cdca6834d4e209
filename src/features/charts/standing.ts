import type { Field } from '#partner-center/fields.ts';
import { choiceOf, conditionsOf, withoutField } from '#partner-center/filter/conditions.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { foldFilter } from '#partner-center/filter/fold.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';

/**
 * How a filter's conditions on the chart's own field treat a member: `chosen` by an `is`, `leftOut` by any of them,
 * `open` where none speaks of it.
 */
export type Standing = 'chosen' | 'leftOut' | 'open';

/**
 * How a filter treats each member of a field. The chart shows members that the filter does not choose, and for a moment,
 * until its next answer is there, such as it excludes: it has to tell which of them the rest of the page counts.
 */
export function standings(filter: Filter | null, field: Field): (value: string | null) => Standing {
  const choice = choiceOf(filter, field);
  const chosen = choice && new Set(choice.map(foldCase));
  const excluded = new Set<string>();
  const expressions: Filter[] = [];
  for (const condition of conditionsOf(filter)) {
    if (condition.kind === 'expression') {
      // What speaks of other fields too says nothing of a member.
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
