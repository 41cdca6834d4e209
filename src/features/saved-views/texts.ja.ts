import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  name: '名前',
  description: '説明',
  needsName: '名前を入力してください。',
  isFull: '保存できるビューは {most} 件までです。不要なビューを削除してください。',
  saved: '“{name}” を保存しました。',
  search: '保存済みビューを検索',
  none: 'まだ何も保存されていません。保存済みビューは、このページのフィルター、グループ化、並べ替え、日付に名前を付けたものです。',
  noneFound: '名前または説明に “{searched}” を含む保存済みビューはありません。',
  start: '開始',
  makeStart: '{name} から開始する',
  noStart: '{name} から開始しない',
  rename: '{name} の名前を変更',
  duplicate: '{name} を複製',
  delete: '{name} を削除',
  apply: '適用',
  cancel: 'キャンセル',
  deleted: '“{name}” を削除しました。',
  undo: '元に戻す',
  keep: 'サインアウト後もこのブラウザーに保持する',
  keepHint:
    'ビューには顧客などのフィルター条件が含まれるため、このブラウザーを使う人が読み取る可能性があります。オフにすると、サインアウト時に削除されます。',
  notStored: 'このブラウザーには保存されず、ページを閉じると失われます。ファイルにエクスポートしてください。',
  exportFile: 'ファイルにエクスポート',
  importFile: 'ファイルをインポート',
  imported:
    '{views, plural, =0 {ファイルには、まだここにないビューはありません。} other {# 件のビューをインポートしました。}}',
  importedNot:
    '{views, plural, other {# 件のビューはインポートされませんでした。保存できるのは {most} 件までです。}}',
  notRead:
    '保存済みビューのファイルではないか、一部が欠けています。ここでエクスポートしたファイルを選択してください。',
  problemIn: '{name}: {problem}',
  close: '閉じる',
};
