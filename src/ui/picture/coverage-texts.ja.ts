import type { Translation } from '#ui/catalogue.ts';
import type { coverageTexts } from './coverage-texts.ts';

export const messages: Translation<typeof coverageTexts> = {
  snapshot: '{date} のスナップショット',
  everything: 'すべて (フィルターなし)',
  filter: 'フィルター: {expression}',
  search: '検索: "{text}"',
  summedBy: { service: 'サービスによる集計', snapshot: '{read, plural, other {# 行から集計}}' },
};
