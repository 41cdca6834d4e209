import { defineTexts } from '#ui/catalogue.ts';

export const texts = defineTexts('features/filters/texts', {
  filters: 'Filters',
  activeFilters: 'Active filters',
  addFilter: 'Add filter',
  clearFilters: 'Clear filters',
  // The rest of a shortened list.
  more: '{count} more',
  // A customer by its name, and the tenant's id.
  withId: '{name} ({id})',
  showMore: 'Show {count} more',
  remove: 'Remove {what}',
  edit: 'Edit {condition}',
  condition: '{operator, select, is {{field} is {values}} other {{field} is not {values}}}',
  // The name of a value without a visible character.
  blank: '(blank)',
  expression: 'Filter expression',
  expressionExample: "for example: channel eq 'reseller' and productName ne 'Visio Plan 2'",
  expressionKeys: 'Enter to apply, Esc to undo',
  withoutDialog: 'The filter can also be written as an expression.',
  titleCompared: 'compared with {date}',
  titleSearch: '“{text}”',
  titleGrouped: 'by {fields}',
});
