import type { Translation } from './catalogue.ts';
import type { figureTexts } from './figure-texts.ts';

export const messages: Translation<typeof figureTexts> = {
  totalSold: '販売済みライセンス',
  totalDeployed: '展開済みライセンス',
  totalNotDeployed: '未展開',
  totalUtilization: '使用率',
  customers: '顧客',
  deployedVersusSold: '展開済みと販売済みの比較',
  utilizationOverCustomers: '顧客別の使用率',
  idleLicenses: 'ライセンスが未使用の場所',
  trend: '推移',
  movers: '変化の内訳',
};
