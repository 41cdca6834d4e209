import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  snapshot: 'スナップショット',
  latest: '最新',
  latestOf: '最新 ({date})',
  daysBefore: '{days, plural, other {# 日前}}',
  yearBefore: '1 年前',
  unreadable: '“{typed}” は日付ではありません。{day} または {sameDay} のように入力してください。',
  otherDay: '{asked} のスナップショットはありません。{found} を表示しています。',
};
