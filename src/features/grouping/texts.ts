import { defineTexts } from '#ui/catalogue.ts';

export const texts = defineTexts('features/grouping/texts', {
  groupBy: 'Group by',
  ungrouped: 'No grouping',
  // The name of the usual grouping, for a list that is always grouped.
  usual: 'Usual grouping',
  // The grouped fields in their order; `earlier` may be several of them: `Channel, then Product`.
  thenBy: '{earlier}, then {next}',
  changeGrouping: 'Change grouping',
  moveBefore: 'Move {name} before {earlier}',
});
