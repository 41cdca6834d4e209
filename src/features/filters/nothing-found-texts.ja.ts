import type { Translation } from '#ui/catalogue.ts';
import type { nothingFoundTexts } from './nothing-found-texts.ts';

export const messages: Translation<typeof nothingFoundTexts> = {
  without: '「{condition}」なし: {customers, plural, other {# 件の顧客}}',
  withoutSearch: '検索「{search}」なし: {customers, plural, other {# 件の顧客}}',
};
