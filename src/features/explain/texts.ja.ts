import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  remedy: 'しきい値までの対応',
  computed: '計算方法',
  rows: '行',
  allRows: 'スナップショットのすべての行',
  found: '顧客または製品の名前に "{search}" を含む行',
  withoutChoice: 'グラフ自体での選択は対象外',
  snapshot: 'スナップショット',
  days: 'スナップショット',
  range: '{from} から {to} まで、サービスにある範囲で 1 日 1 件のスナップショット',
  comparedWith: '比較対象: {snapshot}',
  summedBy: '集計元',
  byService: {
    summary:
      '{known, select, yes {サービスが顧客ごとに集計し、このブラウザーが{sums, plural, other {その # 件の合計}}を足し合わせます} other {サービスが顧客ごとに集計し、このブラウザーがその合計を足し合わせます}}',
    rows: '集計なし: 各行はサービスのデータのままです',
    groups: 'サービス (グループごと)',
    pairs: 'サービスが顧客と製品ごとに集計し、このブラウザーが未使用と不足を合計します',
    members: 'サービスが値ごとに集計し、このブラウザーが並べ替えます',
    days: 'サービスが日ごとに集計し、このブラウザーがその日のチャネルまたは値を合計します',
  },
  byBrowser:
    '{known, select, yes {このブラウザー (読み込み済みの{rows, plural, other { # 行}}から)} other {このブラウザー (読み込み済みの行から)}}',
  rowsAsTheyAre: '集計なし: 各行はサービスのデータのままで、このブラウザーが読み込んだものです',
  requests: '{requests, plural, =1 {元になる要求} other {元になる # 件の要求}}',
  gives: {
    figure: {
      service: 'このページがサービスに送る要求です{requests, plural, other {}}。',
      snapshot:
        '行を自ら読み込むまでの間、このページがサービスに送る要求です{requests, plural, other {}}。数値は同じです。',
    },
    rows: 'この数値を返す要求はありません。サービスでは検索や個々の行の比較ができません。要求できるのは、この数値の元となった行です。',
    days: 'それぞれ 1 日分の合計を要求するもので、processedDateTime のみが異なります。',
  },
  firstOf: '{count} 件のうち最初のものです。',
  more: '1 回の応答は最大 {most} 行です。@nextLink がある場合は、そこから残りを取得できます。',
  token:
    'bash、zsh、sh 用です。先に、パートナー センターのアクセス トークンを変数 TOKEN に設定してください。',
  tooLong: 'フィルターが長すぎるため、要求に含めることができません。',
  copyRequest: '{requests, plural, =1 {curl としてコピー} other {すべてを curl としてコピー}}',
  requestCopied: 'コマンドをコピーしました。',
  copyLink: 'この説明へのリンクをコピー',
  linkCopied: 'リンクをコピーしました。',
  notCopied: 'コピーできませんでした。選択して手動でコピーしてください。',
  close: '閉じる',
};
