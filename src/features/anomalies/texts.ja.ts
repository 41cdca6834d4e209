import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  list: '異常',
  kindsLabel: '異常の種類',
  kinds: {
    overDeployed: '過剰展開',
    nothingSold: '販売なし',
    sharedName: '名前の重複',
    severalNames: '複数の名前',
    renamedProduct: '製品名の変更',
    customerGone: '顧客の消失',
    droppedToNothing: 'ゼロに減少',
    jump: '急変',
  },
  meanings: {
    overDeployed: '顧客に販売した数より多くの製品が展開されています。',
    nothingSold: '顧客に販売していない製品が展開されています。',
    sharedName: '1 つの顧客名が複数のテナントに使われています。',
    severalNames: '1 つのテナントに複数の顧客名があります。',
    renamedProduct: '製品の名前が、比較対象日の名前とすべて異なります。',
    customerGone: '比較対象日にあったテナントが、このスナップショットにありません。',
    droppedToNothing: '比較対象日に顧客に販売していたものが、ゼロになっています。',
    jump: '販売済みまたは展開済みの数が、前後の日から予想される以上に変化しています。',
  },
  kind: '種類',
  about: '対象',
  customer: '顧客',
  why: '理由',
  licenses: 'ライセンス',
  everything: '表示中のすべての行',
  noCustomer: '(顧客なし)',
  noProduct: '(製品なし)',
  said: '異常 {listed, number} 件 (ライセンスの多い順)。{leftOut, plural, =0 {} other {ほかに # 件がオフにした種類にあります。}}',
  saidNothing:
    '{leftOut, plural, =0 {異常は見つかりませんでした。} other {表示する異常はありません。# 件がオフにした種類にあります。}}',
  overDeployed: '販売済み {sold} に対して展開済み {deployed}、{more} 過剰です。',
  nothingSold: '展開済み {deployed}、販売はありません。',
  sharedName: '{tenants, number} 個のテナントの名前: {some}{more, select, yes { など} other {}}。',
  severalNames: '1 つのテナントに {names, number} 個の名前: {some}{more, select, yes { など} other {}}。',
  quoted: '"{name}"',
  renamed: '{date} の名前は "{before}" でした。',
  gone: '{date} に {sold} 販売済みでしたが、このスナップショットにはありません。',
  dropped:
    '{date} に {sold} 販売済みでしたが、現在はありません{stillDeployed, select, none {} other { ({stillDeployed} は展開済みのまま)}}。',
  jumped:
    '{measure, select, licensesSold {販売済み} other {展開済み}}が {from} の {before} から {to} の {after} に {by} {way, select, up {増加} other {減少}}しました。通常は 1 日あたり {usual} です。この変化のスコアは {score} です。',
  needsCompare:
    '製品名の変更、顧客の消失、販売のゼロへの減少を調べるには、比較対象となる以前のスナップショットが必要です。',
  compareWith: '{date} と比較',
  waitsForRows:
    '製品名の変更、顧客の消失、販売のゼロへの減少は、比較対象日の行が読み込まれると表示されます。',
  jumpsMeaning:
    '急変とは、販売済みまたは展開済みの 1 日の変化のうち、修正 z スコアが {score} を超えるものです。変化の中央値からの距離を、すべての距離の中央値で測った値です (Iglewicz and Hoaglin、1993 年)。',
  jumpsKnown:
    '{from} ～ {to} のスナップショット {snapshots} 件で、急変は{jumps, plural, =0 {ありません} other { # 件です}}。',
  jumpsTooFew: 'スナップショット {snapshots, number} 件では急変を判定できません。{needed} 件必要です。',
  jumpsFailed: '読み取れなかった日があるため、急変は判定していません。',
  readingDays: '急変を調べるために各日を読み取り中',
  splitHint: 'フィールドでグループ化すると、グループごとの急変を調べられます。',
  stopReadingDays: '急変を除外',
  nothingOdd: '異常は見つかりませんでした',
  lookedFor: '{date} のスナップショットで調べた種類: {kinds}。',
  allOff: 'すべての種類がオフになっています',
  allOffAdvice: '異常を表示するには、上で種類をオンにしてください。',
  showAll: 'すべての種類を表示',
  loosenFilter: '条件または検索により、他の行は除外されています。',
  noSuchPage: 'ページ {page} に異常はありません。',
  firstPage: '最初のページに移動',
  failed: '読み込めませんでした。',
  needsEverything:
    '異常を見つけるには、すべての顧客のすべての製品を読み取る必要があります{groups, select, unknown {} other { (グループ {groups} 件)}}{requests, select, unknown {} other { (要求 {requests} 件)}}。',
  comes: '読み込み中の行とともに表示されます。',
  load: '読み取る',
  reading: 'すべての顧客のすべての製品を読み取り中',
  stop: '読み取りを停止',
};
