import { defineTexts } from '#ui/catalogue.ts';

/** The texts of the dialog for one condition, which are fetched with it. */
export const dialogTexts = defineTexts('features/filters/dialog-texts', {
  editFilter: 'Edit filter',
  field: 'Field',
  operator: 'Operator',
  operators: { is: 'is', isNot: 'is not' },
  values: 'Values',
  chooseValues: 'Type to narrow',
  chosenValues: 'Chosen values',
  noneChosen: 'Nothing chosen yet.',
  apply: 'Apply',
  cancel: 'Cancel',
  extends: 'Extends the filter “{condition}”.',
  totals: '{sold} sold · {deployed} deployed',
  loadingValues: 'Loading values…',
  valuesFailed: 'Could not be loaded.',
  noValues: 'The other filters leave nothing to choose from.',
  noMatch: 'No value contains this text.',
  moreOptions: '{count} more: type to narrow',
});
