import type { Translation } from '#ui/catalogue.ts';
import type { noticesTexts } from './notices-texts.ts';

export const messages: Translation<typeof noticesTexts> = {
  linkProblems: 'このリンクの一部を読み取れませんでした。残りは適用されています。',
  notYet: 'このリンクには、このページでまだ表示できない内容が含まれています',
  notYetAspects: {
    view: 'ビュー “{value}” はまだありません。概要を表示しています。',
    measure: '指標 “{value}” の比較にはまだ対応していません。グラフは販売済み数の順です。',
    order: '“{value}” による並べ替えにはまだ対応していないため、適用されません。',
  },
  needsPrices:
    '“idleValue” による並べ替えには独自の価格が必要ですが、このブラウザーにはありません。通常の順序で表示しています。[価格] ボタンから価格を設定してください。',
  noSnapshot: {
    heading: '{date} のデータはありません',
    advice:
      'サービスにはこの日のスナップショットがありません。フィルターとグループ化は保持されています。別の日を選択してください。',
  },
  noData: {
    heading: 'ライセンスはまだありません',
    advice: 'サービスには、このアカウントの展開データがありません。最初の販売から約 1 日後に表示されます。',
  },
  showLatest: '最新のスナップショットを表示',
};
