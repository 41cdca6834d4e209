import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  heading: 'ヘルプ',
  search: 'ヘルプを検索',
  found: 'ヘルプの検索結果',
  nothing: '「{typed}」に関するヘルプはありません。',
  close: '閉じる',
  sections: {
    figures: '数値と列',
    filter: 'フィルター言語',
    address: 'アドレス',
    shortcuts: 'キーボード ショートカット',
    data: 'データの行き先',
  },
  filterIntroduction:
    'フィルターはエンドポイント自身の式です。フィルター式に入力して Enter キーを押します。ここの例はすべてリンクです。',
  filterRules: {
    comparison: {
      name: '条件',
      text: 'フィールド、eq (等しい) または ne (等しくない)、直線の引用符で囲んだ値を並べます。大文字と小文字は区別されません。',
    },
    connective: {
      name: '複数の条件',
      text: 'and (かつ) または or (または) でつなぎます。両方を使う場合は、かっこでまとまりを示します。',
    },
    quote: {
      name: '値の中の引用符',
      text: "2 回続けて書きます。''O''''Neil'' は、直線の引用符を含む O’Neil を表します。",
    },
    fields: {
      name: 'フィールド',
      text: '使用できるフィールド: {fields}',
    },
  },
  examples: {
    one: '1 つのチャネルのみ',
    without: '1 つの製品を除くすべて',
    either: '2 つの製品のいずれか',
    both: '1 つのチャネルの 2 つのサービス',
  },
  addressIntroduction:
    'アドレスにはビュー全体が含まれるため、リンクを渡すと同じ内容が表示されます。省略されたパラメーターは既定値になります。',
  address: {
    filter: 'エンドポイントの言語で書かれたフィルター。',
    groupby: '行をグループ化するフィールド (コンマ区切り)。',
    processedDateTime: 'スナップショットの日付 (YYYY-MM-DD)。省略すると最新です。',
    compare: '比較対象の日付。',
    sort: '行を並べ替えるフィールド。大きい順の場合は後ろに desc を付けます。',
    search: '顧客名と製品名から検索する文字列。',
    page: '行のページ (1 から)。',
    pageSize: '1 ページの行数。',
    chart: 'メイン グラフに項目を表示するフィールド。',
    measure: 'メイン グラフの順位付けに使う数値。',
    view: 'ビュー: overview、opportunities、anomalies、trend、customer のいずれか。',
    customerTenantId: 'customer ビューの対象となる顧客。',
    opportunity: '商談機会の種類: idle または nearlyFull。',
    minIdle: '商談機会とみなす未使用ライセンスの最小数。',
    maxUtilization: '未使用ライセンスを商談機会とみなす使用率の上限 (%)。',
    minUtilization: 'ほぼ満杯とみなす使用率の下限 (%)。',
    spare: '顧客が製品ごとに意図的に確保しているライセンス数。',
    without: '除外する異常の種類。',
    from: '推移の最初の日。',
    to: '推移の最後の日。',
    days: '推移をさかのぼる日数。',
    about: '説明を開いている数値または列。',
  },
  data: {
    way: {
      name: '問い合わせ先',
      text: 'このページは、ページの配信元ホストを経由し、お客様の名前で Partner Center に問い合わせます。他のサーバーに数値が送られることはなく、お客様に関する計測も行いません。',
    },
    memory: {
      name: '読み込んだ行',
      text: 'このタブのメモリにあり、ブラウザーに保持を許可しない限り、タブを閉じると消えます。',
    },
    kept: {
      name: 'ブラウザーが保持するもの',
      text: '保持を許可した行と価格は暗号化されます。サインアウトすると削除されます。',
    },
    prices: {
      name: '価格',
      text: 'お客様自身の価格です。このブラウザーにとどまり、リンクには含まれません。エクスポートしたファイルには、価格を使用したことが記載されます。',
    },
    links: {
      name: 'リンク',
      text: 'リンクにはビューが含まれ、数値は含まれません。フィルターや検索に顧客名が含まれることがあります。',
    },
    files: {
      name: 'ファイルと画像',
      text: 'エクスポート、コピー、印刷したものは、お客様が置いた場所に保存されます。印刷した顧客のページには、他の顧客に関する情報は含まれません。',
    },
  },
};
