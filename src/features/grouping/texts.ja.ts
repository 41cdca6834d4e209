import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  groupBy: 'グループ化',
  ungrouped: 'グループ化なし',
  usual: '通常のグループ化',
  thenBy: '{earlier}、次に {next}',
  changeGrouping: 'グループ化を変更',
  moveBefore: '{name} を {earlier} の前に移動',
};
