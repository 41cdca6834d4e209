import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  tenant: 'テナント {tenantId}',
  unknown: '顧客が見つかりません',
  unknownAdvice:
    '{date, select, unknown {} other {{date} の}}スナップショットには、テナント {tenantId} のライセンスがありません。別の日にはある可能性があります。',
  toOverview: 'すべての顧客を表示',
  similar: '同規模の顧客との比較',
  usesMore:
    'ライセンス数が {size, select, same {} other {{from} ～ }}{to, number} の他の顧客 {customers} 社のうち {below} 社よりも使用率が高くなっています。{same, plural, =0 {} other {# 社は同じ使用率です。}}',
  usesMoreThanOne:
    'ライセンス数が {size, select, same {} other {{from} ～ }}{to, number} の他の顧客は 1 社だけで、その使用率{isMore, select, yes {よりも高くなっています} other {を上回っていません}}。',
  nobody: 'ライセンス数が {size, select, same {} other {{from} ～ }}{to, number} の顧客は他にありません。',
  nothingSold: 'この顧客には何も販売されていないため、比較できる使用率がありません。',
  failed: '読み込めませんでした。',
  axis: '他の顧客の使用率 (矢印はこの顧客)',
  ownPlace: 'この顧客: {share}',
  utilization: '使用率',
  customers: '顧客',
  step: '{from} ～ {to}',
  exactly: 'ちょうど {share}',
  above: '{share} 超',
  over: '超過',
  needsAll:
    '比較には{customers, select, unknown {すべての顧客} other {全 {customers} 社の顧客}}を読み取る必要があります{requests, select, unknown {} other { ({requests} 件の要求)}}。',
  load: '{customers, select, unknown {すべての顧客を読み取る} other {全 {customers} 社の顧客を読み取る}}',
};
