import type { Translation } from './catalogue.ts';
import type { refusalTexts } from './refusal-texts.ts';

export const messages: Translation<typeof refusalTexts> = {
  off: 'このブラウザーでの行の保持はオフになっています。',
  full: 'このブラウザーには、行を保持する空き容量がありません。',
  unavailable: 'このブラウザーでは、ページがデータを保持することは許可されていません。',
  failed:
    '操作を完了できませんでした。もう一度お試しください。解決しない場合は、ページを再読み込みしてください。',
  'not-deleted':
    '保持していた行が削除されたことをブラウザーが確認できませんでした。もう一度お試しになるか、ブラウザーの設定でこのサイトのデータを消去してください。',
};
