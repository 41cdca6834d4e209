import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  search: '顧客と製品を検索',
  clear: '検索をクリア',
  pending: '“{text}” の検索はまだ適用されていません。数値はすべての名前を対象としています。',
  loading: 'すべての行が読み込まれると適用されます。',
  needsRows: 'すべての行が必要です。上のボタンで読み込んでください。',
  overLimit: 'すべての行が必要ですが、このブラウザーで許可した行数を超えています。',
};
