import type { MembersCondition } from '#partner-center/filter/conditions.ts';
import type { Catalogue } from '#ui/language.ts';

export type FilterTexts = {
  readonly filters: string;
  readonly activeFilters: string;
  readonly addFilter: string;
  readonly editFilter: string;
  readonly clearFilters: string;
  /** The rest of a shortened list; `count` is a formatted number. */
  readonly more: (count: string) => string;
  /** A customer by its name, which may be the id itself, and the tenant's id. */
  readonly withId: (name: string, id: string) => string;
  readonly showMore: (count: string) => string;
  readonly remove: (what: string) => string;
  readonly edit: (condition: string) => string;
  readonly condition: (field: string, operator: MembersCondition['operator'], values: string) => string;
  /** The name of a value without a visible character. */
  readonly blank: string;
  readonly expression: string;
  readonly expressionExample: string;
  readonly expressionKeys: string;
  readonly withoutDialog: string;
  readonly field: string;
  readonly operator: string;
  readonly operators: Readonly<Record<MembersCondition['operator'], string>>;
  readonly values: string;
  readonly chooseValues: string;
  readonly chosenValues: string;
  readonly noneChosen: string;
  readonly apply: string;
  readonly cancel: string;
  readonly extends: (condition: string) => string;
  readonly totals: (sold: string, deployed: string) => string;
  readonly loadingValues: string;
  readonly valuesFailed: string;
  readonly noValues: string;
  readonly noMatch: string;
  readonly moreOptions: (count: string) => string;
  readonly titleCompared: (date: string) => string;
  readonly titleSearch: (text: string) => string;
  readonly titleGrouped: (fields: readonly string[]) => string;
};

export const texts: Catalogue<FilterTexts> = {
  en: {
    filters: 'Filters',
    activeFilters: 'Active filters',
    addFilter: 'Add filter',
    editFilter: 'Edit filter',
    clearFilters: 'Clear filters',
    more: (count) => `${count} more`,
    withId: (name, id) => (name.includes(id) ? name : `${name} (${id})`),
    showMore: (count) => `Show ${count} more`,
    remove: (what) => `Remove ${what}`,
    edit: (condition) => `Edit ${condition}`,
    condition: (field, operator, values) => `${field} ${operator === 'is' ? 'is' : 'is not'} ${values}`,
    blank: '(blank)',
    expression: 'Filter expression',
    expressionExample: "for example: channel eq 'reseller' and productName ne 'Visio Plan 2'",
    expressionKeys: 'Enter to apply, Esc to undo',
    withoutDialog: 'The filter can also be written as an expression.',
    field: 'Field',
    operator: 'Operator',
    operators: { is: 'is', isNot: 'is not' },
    values: 'Values',
    chooseValues: 'Type to narrow',
    chosenValues: 'Chosen values',
    noneChosen: 'Nothing chosen yet.',
    apply: 'Apply',
    cancel: 'Cancel',
    extends: (condition) => `Extends the filter “${condition}”.`,
    totals: (sold, deployed) => `${sold} sold · ${deployed} deployed`,
    loadingValues: 'Loading values…',
    valuesFailed: 'Could not be loaded.',
    noValues: 'The other filters leave nothing to choose from.',
    noMatch: 'No value contains this text.',
    moreOptions: (count) => `${count} more: type to narrow`,
    titleCompared: (date) => `compared with ${date}`,
    titleSearch: (text) => `“${text}”`,
    titleGrouped: (fields) => `by ${fields.join(', ')}`,
  },
};
