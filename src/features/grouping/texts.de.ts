import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  groupBy: 'Gruppieren nach',
  ungrouped: 'Keine Gruppierung',
  usual: 'Übliche Gruppierung',
  thenBy: '{earlier}, dann {next}',
  changeGrouping: 'Gruppierung ändern',
  moveBefore: '{name} vor {earlier} verschieben',
};
