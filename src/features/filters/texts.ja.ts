import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  filters: 'フィルター',
  activeFilters: '適用中のフィルター',
  addFilter: 'フィルターを追加',
  clearFilters: 'フィルターをクリア',
  more: '他 {count} 件',
  withId: '{name} ({id})',
  showMore: '他 {count} 件を表示',
  remove: '{what} を削除',
  edit: '{condition} を編集',
  condition: '{operator, select, is {{field} が {values}} other {{field} が {values} 以外}}',
  blank: '(空白)',
  expression: 'フィルター式',
  expressionExample: "例: channel eq 'reseller' and productName ne 'Visio Plan 2'",
  expressionKeys: 'Enter で適用、Esc で元に戻す',
  withoutDialog: 'フィルターは式としても記述できます。',
  titleCompared: '{date} と比較',
  titleSearch: '“{text}”',
  titleGrouped: '{fields} 別',
};
