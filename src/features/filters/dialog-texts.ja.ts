import type { Translation } from '#ui/catalogue.ts';
import type { dialogTexts } from './dialog-texts.ts';

export const messages: Translation<typeof dialogTexts> = {
  editFilter: 'フィルターを編集',
  field: 'フィールド',
  operator: '演算子',
  operators: { is: '次の値に等しい', isNot: '次の値に等しくない' },
  values: '値',
  chooseValues: '入力して絞り込む',
  chosenValues: '選択した値',
  noneChosen: 'まだ何も選択されていません。',
  apply: '適用',
  cancel: 'キャンセル',
  extends: 'フィルター “{condition}” を拡張します。',
  totals: '販売済み {sold} · 展開済み {deployed}',
  loadingValues: '値を読み込んでいます…',
  valuesFailed: '読み込めませんでした。',
  noValues: '他のフィルターにより、選択できるものがありません。',
  noMatch: 'この文字列を含む値はありません。',
  moreOptions: '他 {count} 件: 入力して絞り込む',
};
