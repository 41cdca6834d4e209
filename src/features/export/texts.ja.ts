import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  csv: 'CSV',
  excel: 'Excel',
  separator: 'CSV ファイルの列の区切り',
  separators: { ',': 'コンマ', ';': 'セミコロン', '\t': 'タブ' },
  failed: 'ファイルを書き込めませんでした。',
  tooMany:
    '{rows} 行ありますが、Excel シートに入るのは {most} 行までです。CSV にエクスポートするか、先にフィルターまたはグループ化を行ってください。',
  sheet: 'ライセンスの展開',
  about: '情報',
  aboutLines: {
    view: 'ビュー',
    link: 'リンク',
    snapshot: 'スナップショット',
    filter: 'フィルター',
    search: '検索',
    groupedBy: 'グループ化',
    rows: '行',
    summedBy: '集計元',
    prices: '価格',
    priced: '価格のある未使用ライセンス',
    written: '書き込み日時',
  },
  idlePriced: '価格のある未使用',
  idleValue: '未使用の金額 ({currency}/月)',
  assign: {
    utilization: '{percent} に達するための割り当て数',
    noneIdle: '未使用をなくすための割り当て数',
    idleBelow: '未使用を {licenses} 未満にするための割り当て数',
  },
  drop: {
    utilization: 'または {percent} に達するための削減数',
    noneIdle: 'または未使用をなくすための削減数',
    idleBelow: 'または未使用を {licenses} 未満にするための削減数',
  },
  ownPrices: '独自の価格表 ({basis})、{currency}/月、{changed} 以降',
  typedPrices: '入力した価格',
  pricedOf: '{idle} 中 {priced}',
  everything: 'なし: すべて',
  byService: 'サービス',
  byPage: 'このページ (スナップショットのすべての行から)',
};
