import {
  addCondition,
  conditionsOf,
  filterOf,
  type MembersCondition,
} from '#partner-center/filter/conditions.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';

/**
 * The condition of a filter that a new condition on the same field and with the same operator extends, if there is one.
 */
export function extendedCondition(
  filter: Filter | null,
  { field, operator }: Pick<MembersCondition, 'field' | 'operator'>,
): { readonly index: number; readonly condition: MembersCondition } | undefined {
  for (const [index, condition] of conditionsOf(filter).entries()) {
    if (condition.kind === 'members' && condition.field === field && condition.operator === operator) {
      return { index, condition };
    }
  }
  return undefined;
}

/**
 * The filter after the dialog: its condition replaces the one at `index` of `conditionsOf`, or is added where `index`
 * is null.
 *
 * Where the field already has a condition with this operator, the new values are added to it: after `Channel is
 * reseller`, adding `Channel is direct` gives `Channel is reseller or direct`. As a condition of its own it would leave
 * nothing to show, since no row has two channels.
 */
export function withCondition(
  filter: Filter | null,
  condition: MembersCondition,
  index: number | null,
): Filter | null {
  if (index !== null) return replaced(filter, index, condition);
  const extended = extendedCondition(filter, condition);
  if (extended === undefined) return addCondition(filter, condition);
  const { values } = extended.condition;
  const known = new Set(values.map(foldCase));
  const further = condition.values.filter((value) => !known.has(foldCase(value)));
  return replaced(filter, extended.index, { ...condition, values: [...values, ...further] });
}

function replaced(filter: Filter | null, index: number, condition: MembersCondition): Filter | null {
  return filterOf(conditionsOf(filter).with(index, condition));
}
