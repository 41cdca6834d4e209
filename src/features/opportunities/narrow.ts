import type { DeploymentRow } from '#engine/engine.ts';
import type { Field } from '#partner-center/fields.ts';
import { choiceOf, setMember, withoutChoice } from '#partner-center/filter/conditions.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';

/** Of a field and what only names it, or is only its id, one condition says enough. */
function fieldsToFilter(groupby: readonly Field[]): readonly Field[] {
  return groupby.filter((field) => {
    // A customer is its tenant.
    if (field === 'customerName') return !groupby.includes('customerTenantId');
    // A person reads names.
    if (field === 'productId') return !groupby.includes('productName');
    if (field === 'serviceCode') return !groupby.includes('serviceName');
    return true;
  });
}

export type Narrowed = {
  readonly filter: Filter | null;
  /** It is that of before: the filter asked for just this group. */
  readonly isChosen: boolean;
};

/**
 * The filter that a click on a group leads to: to the rows of this group alone; where the filter says just that already,
 * the click takes it back. null: no filter can ask for the group, as one of its values is missing.
 */
export function narrowedTo(
  filter: Filter | null,
  groupby: readonly Field[],
  row: DeploymentRow,
): Narrowed | null {
  const choices: { readonly field: Field; readonly value: string }[] = [];
  for (const field of fieldsToFilter(groupby)) {
    const value = row[field];
    if (value == null) return null;
    choices.push({ field, value });
  }
  const isChosen = choices.every(({ field, value }) => {
    const choice = choiceOf(filter, field);
    return choice?.length === 1 && foldCase(choice[0] ?? '') === foldCase(value);
  });
  let next = filter;
  for (const { field, value } of choices) {
    next = withoutChoice(next, field);
    if (!isChosen) next = setMember(next, field, value);
  }
  return { filter: next, isChosen };
}
