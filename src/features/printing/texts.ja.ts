import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  snapshot: 'スナップショット',
  filter: 'フィルター',
  search: '検索',
  sums: '集計元',
  sumsOf: { service: 'サービス', snapshot: 'License Lens (すべての行から)' },
  rowsSummed: '集計した行',
  link: 'リンク',
};
