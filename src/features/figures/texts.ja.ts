import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  overDeployed: '展開超過',
  soldTo: '{customers, plural, =0 {販売先なし} other {顧客 # 件に販売}}',
  customersOver: '{customers, plural, other {販売数を超える顧客 # 件}}',
  showOver:
    '{alone, select, yes {{caption}: この条件でフィルター} other {{caption}: 行に表示 (超過の多い順)}}',
  showWithoutSold:
    '{alone, select, yes {{caption}: この条件でフィルター} other {{caption}: 行に表示 (販売済みの少ない順)}}',
  ofSold: '販売済みの {share}',
  deployedOfSold: '販売済みのうち展開済み',
  withoutSold: '販売済みなし {customers} 件',
  snapshotOf: '{date} のスナップショット',
  allCustomers: '{customers, plural, =0 {顧客なし} =1 {唯一の顧客} other {すべての顧客 (# 件)}}',
  matchingCustomers: '{customers, plural, =0 {一致する顧客なし} other {一致する顧客 # 件}}',
  countDisagrees: 'サービスの集計は {counted} 件ですが、届いたのは {arrived} 件です。',
  failed: '読み込めませんでした。',
  about: 'これらの数値について',
  aboutSnapshot: 'スナップショット (processedDateTime)',
  aboutFilter: 'フィルター',
  aboutEverything: 'なし (すべて)',
  aboutRead: 'サービスから読み取った顧客',
  aboutCounted: 'サービスが集計した顧客',
  aboutSearch: '検索',
  aboutSums: '集計元',
  sumsOf: { service: 'サービス', snapshot: 'このページ (全行から)' },
  aboutRowsRead: '集計した行',
  aboutRowsCounted: 'サービスが集計した行',
  aboutTime: '読み取り時刻',
};
