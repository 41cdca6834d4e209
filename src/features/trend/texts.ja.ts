import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  range: '期間',
  ranges: { 7: '7 日間', 30: '30 日間', 90: '90 日間', 396: '13 か月間' },
  from: '開始日',
  to: '終了日',
  date: '日付',
  of: '{figure}、{member}',
  reading: '各日を読み取り中',
  stop: '読み取りを停止',
  goOn: '読み取りを再開',
  searchNeedsRows:
    '推移の対象は、フィルターに一致するすべてのデータです。サービスでは検索できず、過去の日の行は読み込まれていません。',
  clearSearch: '検索をクリア',
  noData: 'この期間のスナップショットはまだありません。',
  failed: '{days} 日分を読み取れませんでした。',
  missing: '要求した {all} 日のうち {days} 日はスナップショットがないため、線が途切れています。',
  everyDay: 'スナップショット {snapshots} 件',
  sampled: '{days} 日から均等に選んだ {asked} 日',
  fromTo: '{from} ～ {to}',
  hint: '1 日を選択すると表示、2 日を選択すると比較できます。日をドラッグすると拡大できます。',
  axisBegins: '軸は {value} から始まります。',
  chosenOne: '{date} を選択しました。比較する日をもう 1 日選択してください。',
  show: '{date} を表示',
  compare: '{earlier} と {later} を比較',
  clearChoice: '選択を解除',
  splitBy: '{field}で分割: 現在の{measure}が多い順',
  othersInTable: 'その他 {count} 件の合計は表にあります。',
  othersLeftOut: 'その他 {count} 件の行はありません。',
  ofTheseAlone:
    '1 日の合計はこれらだけの合計です。その他 {count} 件を含めるには、日ごとにすべて読み取る必要があります。',
  ofThese: '{figure} (これらの合計)',
  other: 'その他 ({count})',
  point:
    '{date}: 販売済み {sold}、展開済み {deployed}、使用率 {utilization}{figure, select, none {} other {、{figure} {value}}}{isOfThese, select, yes { (これらの合計)} other {}}',
  measure: '指標',
  soldAndDeployed: '販売済みと展開済み',
  idleFinding: '1 日分の未使用ライセンスの読み取りに必要な要求数を確認しています。',
  idleOffer:
    '未使用ライセンスがわかるのは、読み込み済みのスナップショットだけです。他の日については、すべての顧客のすべての製品を読み取る必要があります。{days} 日分で約 {requests} 件の要求が必要です。',
  readIdle: '読み取る',
  idleTooMany:
    '未使用ライセンスがわかるのは、読み込み済みのスナップショットだけです。2 日分だけでも、推移で許可されている数を超える要求が必要です。フィルターで減らすことができます。',
  idleUnknown:
    '未使用ライセンスがわかるのは、読み込み済みのスナップショットだけです。他の日についてどれだけ読み取る必要があるかは不明です。',
};
