import type { Catalogue } from '#ui/language.ts';

type GroupingTexts = {
  readonly groupBy: string;
  readonly ungrouped: string;
  /** The name of the usual grouping, for a list that is always grouped. */
  readonly usual: string;
  /** The grouped fields in their order: `Channel, then Product`. */
  readonly inOrder: (names: readonly string[]) => string;
  readonly changeGrouping: string;
  readonly moveBefore: (name: string, earlier: string) => string;
};

export const texts: Catalogue<GroupingTexts> = {
  en: {
    groupBy: 'Group by',
    ungrouped: 'No grouping',
    usual: 'Usual grouping',
    inOrder: (names) => names.join(', then '),
    changeGrouping: 'Change grouping',
    moveBefore: (name, earlier) => `Move ${name} before ${earlier}`,
  },
};
