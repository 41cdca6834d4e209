import type { Field } from '#partner-center/fields.ts';
import { and, or } from './canonical.ts';
import { foldFilter } from './fold.ts';
import { foldCase } from './fold-case.ts';
import type { Comparison, Filter } from './syntax.ts';

/** The members of one field that a row may have (`is`: any of the values), or may not have (`isNot`: none of them). */
export type MembersCondition = {
  readonly kind: 'members';
  readonly field: Field;
  readonly operator: 'is' | 'isNot';
  readonly values: readonly string[];
};

/** A condition that no list of members can say, such as an `or` between two fields. */
type ExpressionCondition = { readonly kind: 'expression'; readonly filter: Filter };

/**
 * One part of a filter as people build it; all parts have to hold.
 *
 * A list of conditions is normalised when each condition has values, no two neighbours are `isNot` on the same field,
 * and an expression is canonical, is not an `and`, and says nothing that a members condition can say.
 */
export type Condition = MembersCondition | ExpressionCondition;

/**
 * Splits a canonical filter into normalised conditions, in its order; the filter that lets everything through (null)
 * has none.
 */
export function conditionsOf(filter: Filter | null): readonly Condition[] {
  const conditions: Condition[] = [];
  // The values of the last condition while that is an `isNot`, so that a long run is not copied for each value.
  let excluded: { readonly field: Field; readonly values: string[] } | undefined;
  for (const conjunct of conjunctsOf(filter)) {
    if (conjunct.kind === 'comparison' && conjunct.operator === 'ne') {
      if (excluded?.field === conjunct.field) {
        excluded.values.push(conjunct.value);
      } else {
        excluded = { field: conjunct.field, values: [conjunct.value] };
        conditions.push({ kind: 'members', operator: 'isNot', ...excluded });
      }
    } else {
      excluded = undefined;
      conditions.push(anyOf(conjunct) ?? { kind: 'expression', filter: conjunct });
    }
  }
  return conditions;
}

/**
 * The canonical filter that holds where all conditions hold; null where there are none. It is the inverse of
 * `conditionsOf`. A condition without values is left out.
 */
export function filterOf(conditions: readonly Condition[]): Filter | null {
  return and(conditions.flatMap(filtersOf));
}

/**
 * The filter with one more condition. A value is added once, letter case ignored: an `is` that is already there and
 * values that an `isNot` already excludes are not repeated.
 */
export function addCondition(filter: Filter | null, condition: Condition): Filter | null {
  const conditions = conditionsOf(filter);
  if (condition.kind === 'expression') return filterOf([...conditions, condition]);

  const ofField = membersConditions(conditions, condition.field, condition.operator);
  let values = distinct(condition.values);
  if (condition.operator === 'isNot') {
    const excluded = new Set(ofField.flatMap((other) => other.values.map(foldCase)));
    values = values.filter((value) => !excluded.has(foldCase(value)));
  } else if (ofField.some((other) => sameMembers(other.values, values))) {
    return filter;
  }
  return filterOf([...conditions, { ...condition, values }]);
}

/** The filter without the condition at an index of `conditionsOf`; unchanged where there is none. */
export function removeCondition(filter: Filter | null, index: number): Filter | null {
  return filterOf(conditionsOf(filter).filter((_, other) => other !== index));
}

/**
 * The members of a field that a filter chooses: the values that every `is` condition on the field has, each once, in
 * the spelling of the first condition. null where there is no such condition; empty where the conditions have no value
 * in common.
 */
export function choiceOf(filter: Filter | null, field: Field): readonly string[] | null {
  const [first, ...others] = membersConditions(conditionsOf(filter), field, 'is');
  if (first === undefined) return null;
  const sets = others.map(({ values }) => new Set(values.map(foldCase)));
  return distinct(first.values).filter((value) => sets.every((values) => values.has(foldCase(value))));
}

/**
 * The effect of a click on a member of a chart. Where at most one member is chosen, this one alone is chosen, and after
 * a second click none is. Where several are chosen, or the click adds (`adds`), this one is added to the choice or
 * taken out of it. So one click never loses a choice that took several steps.
 *
 * The choice is one `is` condition in the place of the field's first. All other conditions stay. A member that one of
 * them excludes has nothing to show, so then the filter does not change.
 */
export function setMember(
  filter: Filter | null,
  field: Field,
  value: string,
  { adds = false }: { readonly adds?: boolean } = {},
): Filter | null {
  const conditions = conditionsOf(filter);
  const folded = foldCase(value);
  const isExcluded = membersConditions(conditions, field, 'isNot').some(({ values }) =>
    values.some((excluded) => foldCase(excluded) === folded),
  );
  if (isExcluded) return filter;

  const chosen = choiceOf(filter, field) ?? [];
  const others = chosen.filter((other) => foldCase(other) !== folded);
  const added = others.length === chosen.length ? [value] : [];
  const values = adds || chosen.length > 1 ? [...others, ...added] : added;
  const choice: Condition = { kind: 'members', field, operator: 'is', values };

  const [first] = membersConditions(conditions, field, 'is');
  if (first === undefined) return filterOf([...conditions, choice]);
  return filterOf(
    conditions.flatMap((condition): readonly Condition[] => {
      if (condition.kind !== 'members' || condition.field !== field || condition.operator !== 'is') {
        return [condition];
      }
      return condition === first ? [choice] : [];
    }),
  );
}

/**
 * The filter without its choice of members of a field. A chart of the field uses it, so that it shows the other members
 * beside the chosen one; excluded members stay excluded.
 */
export function withoutChoice(filter: Filter | null, field: Field): Filter | null {
  return filterOf(
    conditionsOf(filter).filter(
      (condition) => condition.kind !== 'members' || condition.field !== field || condition.operator !== 'is',
    ),
  );
}

/**
 * The filter without the conditions that are about this field alone. A picker of the field's values uses it, so that a
 * person can choose any value, whatever is chosen already.
 */
export function withoutField(filter: Filter | null, field: Field): Filter | null {
  return and(conjunctsOf(filter).filter((conjunct) => !isAbout(conjunct, field)));
}

/** The filter without the conjuncts that mention one of these fields anywhere; the same filter where none does. */
export function withoutMention(filter: Filter | null, fields: readonly Field[]): Filter | null {
  const some = (operands: readonly boolean[]) => operands.some(Boolean);
  const mentions = { comparison: ({ field }: Comparison) => fields.includes(field), and: some, or: some };
  const all = conjunctsOf(filter);
  const others = all.filter((conjunct) => !foldFilter(conjunct, mentions));
  return others.length === all.length ? filter : and(others);
}

/** The customer tenants that some conditions name. */
export function tenantsIn(conditions: readonly Condition[]): readonly string[] {
  return conditions.flatMap((condition) =>
    condition.kind === 'members' && condition.field === 'customerTenantId' ? condition.values : [],
  );
}

function conjunctsOf(filter: Filter | null): readonly Filter[] {
  if (filter === null) return [];
  return filter.kind === 'and' ? filter.operands : [filter];
}

/** The `is` condition that a conjunct stands for: an `eq`, or an `or` of several `eq` on one field. */
function anyOf(conjunct: Filter): MembersCondition | undefined {
  const operands = conjunct.kind === 'or' ? conjunct.operands : [conjunct];
  let field: Field | undefined;
  const values: string[] = [];
  for (const operand of operands) {
    if (operand.kind !== 'comparison' || operand.operator !== 'eq') return undefined;
    field ??= operand.field;
    if (operand.field !== field) return undefined;
    values.push(operand.value);
  }
  return field && { kind: 'members', field, operator: 'is', values };
}

function filtersOf(condition: Condition): readonly Filter[] {
  if (condition.kind === 'expression') return [condition.filter];
  const operator = condition.operator === 'is' ? 'eq' : 'ne';
  const comparisons = condition.values.map((value): Comparison => ({
    kind: 'comparison',
    field: condition.field,
    operator,
    value,
  }));
  const [first, ...rest] = comparisons;
  return condition.operator === 'isNot' || first === undefined ? comparisons : [or([first, ...rest])];
}

function membersConditions(
  conditions: readonly Condition[],
  field: Field,
  operator: MembersCondition['operator'],
): readonly MembersCondition[] {
  return conditions.flatMap((condition) =>
    condition.kind === 'members' && condition.field === field && condition.operator === operator
      ? [condition]
      : [],
  );
}

function isAbout(filter: Filter, field: Field): boolean {
  const all = (operands: readonly boolean[]) => operands.every(Boolean);
  return foldFilter(filter, { comparison: (comparison) => comparison.field === field, and: all, or: all });
}

function distinct(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const folded = foldCase(value);
    if (seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

function sameMembers(left: readonly string[], right: readonly string[]): boolean {
  const members = new Set(left.map(foldCase));
  const others = new Set(right.map(foldCase));
  return members.size === others.size && [...others].every((member) => members.has(member));
}
