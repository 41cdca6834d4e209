import type { Translation } from '#ui/catalogue.ts';
import type { nothingFoundTexts } from './nothing-found-texts.ts';

export const messages: Translation<typeof nothingFoundTexts> = {
  heading: '一致するライセンスがありません',
  advice: '上の条件または検索を削除または変更するか、すべてを表示してください。',
  without: '「{condition}」なし: {customers, plural, other {# 件の顧客}}',
  withoutSearch: '検索「{search}」なし: {customers, plural, other {# 件の顧客}}',
  everything: 'すべて表示',
};
