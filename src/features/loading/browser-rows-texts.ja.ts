import type { Translation } from '#ui/catalogue.ts';
import type { browserRowsTexts } from './browser-rows-texts.ts';

export const messages: Translation<typeof browserRowsTexts> = {
  limit: '読み込む最大行数',
  limitHint: 'ページを開いている間、100 万行あたり約 44 MB のメモリを使用します。',
  inMemory: '現在、ここにある {rows} 行は {size} を使用しています。',
  nothingTyped:
    '何も入力されていません。{example} のように行数を入力してください。読み込まない場合は 0 を入力します。',
  limitWrong:
    '“{typed}” は整数ではありません。{example} のように行数を入力してください。読み込まない場合は 0 を入力します。',
  keep: '次回のために行をこのデバイスに保存する',
  keepHint:
    '次にページを開くときにダウンロードが不要になります。行は暗号化されます。サインアウトするか、別のアカウントを使うか、この設定をオフにすると、キーが破棄され、ディスクに残ったデータは読み取れなくなります。それまでは、このブラウザーのファイルを読める人は行を読み取ることができます。',
  nothingKept: '何も保存されていません。',
  remove: '保存した行を削除 ({size})',
  done: '完了',
};
