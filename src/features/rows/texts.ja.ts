import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  grid: 'ライセンスの展開',
  list: '商談機会',
  heading: '{fields, select, none {ライセンスの詳細} other {{fields}別のライセンス}}',
  headingOfCustomer: '{fields, select, none {製品} other {{fields}別のライセンス}}',
  headingOf: {
    idle: '{fields}別の未使用ライセンス',
    nearlyFull: '{fields}別の上限間近',
  },
  toUtilization: '{percent} にするには',
  toNoneIdle: '未使用をなくすには',
  toIdleBelow: '未使用を {licenses} 未満にするには',
  assignOrDrop:
    '{isSame, select, yes {{assign} を割り当てまたは削減} other {{assign} を割り当てまたは {drop} を削減}}',
  sharedNames: '{count, number} 件の顧客名が複数のテナントに使われており、合計されています。',
  groupByCustomer: '顧客でグループ化',
  severalNames: '{count, number} 社の顧客に複数の名前があり、名前ごとに行があります。',
  overDeployed: '過剰展開',
  worthAtLeast: '{money} 以上 ({share})',
  new: '新規 {nothing}',
  gone: '消失 {nothing}',
  noValue: '(値なし)',
  blank: '(空白)',
  offer:
    'サービスの順序です。{columns}で並べ替えるには、すべての行が必要です{rows, select, unknown { (行数は不明です)。} other { ({rows} 行、{requests, plural, other {# 件の要求}})。}}',
  offerPairs:
    '{isList, select, yes {この一覧には、すべての行が必要です} other {サービスの順序です。未使用と不足を求めるには、すべての行が必要です}}{rows, select, unknown { (行数は不明です)。} other { ({rows} 行、{requests, plural, other {# 件の要求}})。}}',
  needsEverything:
    '未使用と不足は、すべての顧客のすべての製品から集計されます。すべて読み取ると一覧が表示されます。',
  load: '{rows, select, unknown {すべての行を読み込む} other {{rows} 行を読み込む}}',
  loading: 'ライセンスを読み込み中',
  stop: '読み込みを停止',
  sumsAgree: '合計が一致',
  sumsAgreeExplained:
    'ここで行を合計した数値は、同じフィルターでサービス自体が集計した数値と一致しています。',
  sumsDiffer: 'これらの行の合計は、サービス自体の数値と一致しません: 販売済み {sold}、展開済み {deployed}。',
  reload: 'すべて再読み込み',
  loaded: '{total, select, unknown {{loaded} 行} other {{loaded}/{total} 行}}',
  all: '全 {count, number} 行',
  columns: '列',
  aboutColumn: '列の説明',
  pinFirst: '先頭列を固定',
  resetColumns: '列をリセット',
  sortedByHidden: '非表示の列で並べ替えています: {columns}{count, plural, other {}}。',
  showColumns: '{count, plural, other {列を表示}}',
  cellsChosen: '{rows} × {columns} セルを選択しました。コピーできます。',
  copied: '{cells, number} 個のセルをコピーしました。',
  notCopied: 'セルをコピーできませんでした。もう一度お試しください。',
  tooManyToCopy: '一度にコピーできるのは {most} 行までです。選択を減らしてください。',
  others: '他 {count} 件の合計',
  noSuchPage:
    '{lastPage, select, unknown {ページ {page} に行はありません。} other {ページ {page} は存在しません。最後のページは {lastPage} です。}}',
  goToPage: 'ページ {page} に移動',
  nothingThere: 'このスナップショットにはライセンスがありません。',
  failed: '読み込めませんでした。',
};
