import type { Translation } from './catalogue.ts';
import type { fieldTexts } from './field-texts.ts';

export const messages: Translation<typeof fieldTexts> = {
  customer: '顧客',
  nameOfCustomer: '顧客名',
  customerName: '顧客',
  customerTenantId: '顧客のテナント ID',
  productName: '製品',
  productId: '製品 ID',
  serviceName: 'サービス',
  serviceCode: 'サービス コード',
  channel: 'チャネル',
  licensesDeployed: '展開済み',
  licensesSold: '販売済み',
  licensesNotDeployed: '未展開',
  utilization: '使用率',
  idle: '未使用',
  short: '不足',
  idleValue: '未使用の金額',
  processedDateTime: 'スナップショット',
};
