import type { DeploymentRow } from '#engine/engine.ts';
import type { Field } from '#partner-center/fields.ts';
import { choiceOf, setMember, withoutChoice } from '#partner-center/filter/conditions.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';

/** The fields that need a condition: a field and its name, or a field and its id, need only one. */
function fieldsToFilter(groupby: readonly Field[]): readonly Field[] {
  return groupby.filter((field) => {
    // A customer is filtered by its tenant.
    if (field === 'customerName') return !groupby.includes('customerTenantId');
    // A person reads names, so a product is filtered by its name.
    if (field === 'productId') return !groupby.includes('productName');
    if (field === 'serviceCode') return !groupby.includes('serviceName');
    return true;
  });
}

export type Narrowed = {
  readonly filter: Filter | null;
  /** The filter is removed again: the filter in force asks for exactly this group. */
  readonly isChosen: boolean;
};

/**
 * The filter to which a click on a group leads: it shows the rows of this group alone. Where the filter already says
 * exactly that, the click takes it back. null where no filter can ask for the group, because one of its values is
 * missing.
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
